import { createStore } from './store';

/** Whether the window is as wide as a PC's. A phone's never is. */
export const wide = createStore(false);
