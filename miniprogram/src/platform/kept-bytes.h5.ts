import { exactBuffer } from './wire';

const DATABASE = 'tanfang';
const STORE = 'bytes';

/** What was kept while this page has been open: still there when the browser has no database to keep it in. */
const held = new Map<string, Uint8Array>();

/**
 * Keeps bytes (a photo, a signature) on this device under a name.
 * @returns whether they outlive the app; when false they can be read until it is closed
 */
export async function keepBytes(name: string, bytes: Uint8Array): Promise<boolean> {
  held.set(name, bytes);
  try {
    // A buffer: keeping Blobs fails in some versions of Safari.
    await inStore('readwrite', (store) => store.put(exactBuffer(bytes), name));
    return true;
  } catch {
    return false;
  }
}

/** The bytes under a name, or null. */
export async function readBytes(name: string): Promise<Uint8Array | null> {
  const known = held.get(name);
  if (known) return known;
  try {
    const found = await inStore<unknown>('readonly', (store) => store.get(name));
    return found instanceof ArrayBuffer ? new Uint8Array(found) : null;
  } catch {
    return null;
  }
}

/** An address under which this page can show kept bytes, or null when they are gone. */
export async function showBytes(name: string, type: string): Promise<string | null> {
  const bytes = await readBytes(name);
  return bytes && URL.createObjectURL(new Blob([exactBuffer(bytes)], { type }));
}

export async function dropBytes(name: string): Promise<void> {
  held.delete(name);
  await inStore('readwrite', (store) => store.delete(name)).catch(() => undefined);
}

/** The names of everything that is kept. */
export async function keptNames(): Promise<string[]> {
  const keys = await inStore('readonly', (store) => store.getAllKeys()).catch(() => []);
  return [...new Set([...held.keys(), ...keys.map(String)])];
}

let opening: Promise<IDBDatabase> | null = null;

function database(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  });
  // A database that could not be opened is tried again next time.
  opening.catch(() => (opening = null));
  return opening;
}

/** Resolves when the change is on the disk, not when it was merely asked for. */
async function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await database()).transaction(STORE, mode);
  return new Promise((resolve, reject) => {
    const request = act(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    transaction.onerror = () => reject(transaction.error ?? new Error('failed'));
  });
}
