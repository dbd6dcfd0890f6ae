import { dayOf, now, storage } from '@/platform';

/**
 * What the phone keeps of a day's work, so that a visit can be made without a network: the list, the cards that were
 * opened, drafts. Each person's own, because phones are shared; gone when the day is over.
 */
interface Kept {
  /** Calendar date on which it was kept. */
  day: string;
  value: unknown;
}

const PREFIX = 'today.';

/** Names of what was only looked at begin with this. */
export const READ = 'read.';

const keyOf = (accountId: string, name: string) => `${PREFIX}${accountId}.${name}`;

/** Keeps a value until the day is over. False when the device would not take it. */
export function keepForToday(accountId: string, name: string, value: unknown): boolean {
  return storage.write(keyOf(accountId, name), { day: dayOf(now()), value } satisfies Kept);
}

/** What was kept today under this name, or null. */
export function keptToday<T>(accountId: string, name: string): T | null {
  const kept = storage.read<Kept>(keyOf(accountId, name));
  return kept?.day === dayOf(now()) ? (kept.value as T) : null;
}

/** The names kept today that begin with `prefix`. */
export function namesToday(accountId: string, prefix: string): string[] {
  const start = keyOf(accountId, '');
  return storage
    .keys(start + prefix)
    .map((key) => key.slice(start.length))
    .filter((name) => keptToday(accountId, name) !== null);
}

export function forgetToday(accountId: string, name: string): void {
  storage.remove(keyOf(accountId, name));
}

/** Removes, for everybody who uses this phone, what was kept on any other day. */
export function forgetOtherDays(): void {
  const today = dayOf(now());
  for (const key of storage.keys(PREFIX)) {
    if (storage.read<Kept>(key)?.day !== today) storage.remove(key);
  }
}

/** Removes what somebody read today (their sign-in ended). Drafts and what waits to be sent stay until they are done. */
export function forgetWhatWasRead(accountId: string): void {
  for (const key of storage.keys(keyOf(accountId, READ))) storage.remove(key);
}
