/**
 * Keeps the browser app itself on the device, so that it opens in a stairwell without a network. Data is not its business:
 * answers of the service are kept by `src/offline`, by the day and by the person. With a network the newest page is always
 * taken; files under /static carry their contents' hash in their names, so the kept ones are the right ones.
 * `plugin.js` writes FILES and VERSION above this text.
 */
const kept = `app-${VERSION}`;
const page = '/index.html';
/** With one bar of signal a page may never come: after this long the kept one is shown. */
const PATIENCE_MS = 4_000;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(kept).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })))),
  );
});

// Only when no page of an older version is open any more: its files are needed until then.
self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== kept).map((name) => caches.delete(name)))),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && (pathname === '/' || pathname === page)) {
    event.respondWith(newest(request).catch(() => fromKept(page)));
  } else if (pathname.startsWith('/static/')) {
    event.respondWith(fromKept(pathname).then((file) => (file.type === 'error' ? fetch(request) : file)));
  }
});

/** The page as it is now, whole: one that stops half-way, or that a proxy has put an error in place of, is none. */
async function newest(request) {
  const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new Error(`the page is not to be had: ${answer.status}`);
  return new Response(await answer.blob(), answer);
}

async function fromKept(path) {
  const cache = await caches.open(kept);
  return (await cache.match(path)) ?? Response.error();
}
