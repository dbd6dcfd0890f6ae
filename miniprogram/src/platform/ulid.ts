import { ulid as make } from 'ulid';
import { randomBytes } from './random';

/**
 * A new id (26 characters) for something this client creates. The time in it is the phone's own and may be wrong: an id
 * is a name, never a sort key.
 */
export function ulid(): string {
  return make(undefined, () => (randomBytes(1)[0] ?? 0) / 256);
}
