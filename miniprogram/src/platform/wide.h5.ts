import { createStore } from './store';

/** As in styles/tokens.scss: from here on officers' pages use the width of a PC. */
const query = '(min-width: 1024px)';
// jsdom has no media queries; it counts as a phone.
const media = typeof window.matchMedia === 'function' ? window.matchMedia(query) : null;

/** Whether the window is as wide as a PC's. */
export const wide = createStore(media?.matches ?? false);

// Safari before 14 has only the older way of listening; there the width of the start stays.
(media as Partial<MediaQueryList> | null)?.addEventListener?.('change', (event: { matches: boolean }) => wide.set(event.matches));
