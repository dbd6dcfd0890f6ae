import type { Spoken } from './types';

/** `aria-…` attributes as both React DOM and the weapp's templates take them. */
export function ariaAttributes(aria: Spoken | undefined): Record<string, string | number | boolean> {
  const attributes: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(aria ?? {})) {
    if (value !== undefined && name !== 'role') attributes[`aria-${name}`] = value as string | number | boolean;
  }
  return attributes;
}
