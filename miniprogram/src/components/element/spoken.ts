import { ariaAttributes } from './aria';
import type { Spoken } from './types';

/** The weapp reads `aria-role` where the browser reads `role`. */
export function spoken(aria: Spoken | undefined): Record<string, string | number | boolean> {
  return aria?.role ? { ...ariaAttributes(aria), 'aria-role': aria.role } : ariaAttributes(aria);
}
