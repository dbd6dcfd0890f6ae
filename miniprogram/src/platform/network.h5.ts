import { createStore } from './store';

/** Whether the browser says it has a network. Never proof that the service can be reached. */
export const online = createStore(true);

export function watchNetwork(): void {
  online.set(navigator.onLine);
  window.addEventListener('online', () => online.set(true));
  window.addEventListener('offline', () => online.set(false));
}
