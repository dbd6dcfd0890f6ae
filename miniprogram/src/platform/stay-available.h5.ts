/**
 * Lets the browser keep the app itself, so that it opens without a network. Where the browser will not (a private window, an
 * address without https) everything works as before, with a network.
 */
export function stayAvailable(): void {
  if (process.env['NODE_ENV'] !== 'production' || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
}
