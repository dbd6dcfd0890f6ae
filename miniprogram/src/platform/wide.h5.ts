import { createStore } from './store';

/** As in styles/tokens.scss: from here on officers' pages use the width of a PC. */
const media = window.matchMedia('(min-width: 1024px)');

/** Whether the window is as wide as a PC's. */
export const wide = createStore(media.matches);

// Safari before 14 has only an older way of listening; there the width of the start stays.
(media as Partial<MediaQueryList>).addEventListener?.('change', (event) => wide.set(event.matches));
