import { useState } from 'react';
import { keepForToday, keptToday, type NoAnswerBody } from '@/offline';
import { now } from '@/platform';

export type Try = NoAnswerBody['tries'][number];

/** What was tried at a closed door today; calling leaves the app, so it must not be lost. */
interface AtTheDoor {
  tries: readonly Try[];
  /** What was handed over last, or null. */
  told: { id: string; at: number } | null;
}

const NOTHING: AtTheDoor = { tries: [], told: null };
const nameOf = (elderId: string) => `no-answer.${elderId}`;
const keptOf = (accountId: string, elderId: string) => keptToday<AtTheDoor>(accountId, nameOf(elderId)) ?? NOTHING;

export const lastToldOf = (accountId: string, elderId: string): AtTheDoor['told'] => keptOf(accountId, elderId).told;

export function useDoor(accountId: string, elderId: string) {
  const [door, setDoor] = useState(() => keptOf(accountId, elderId));
  const keep = (next: AtTheDoor) => {
    keepForToday(accountId, nameOf(elderId), next);
    setDoor(next);
  };
  return {
    tries: door.tries,
    add: (kind: Try['kind']) => keep({ ...door, tries: [...door.tries, { kind, at: now() }] }),
    /** Somebody answered after all. */
    answered: () => keep({ ...door, tries: [] }),
    /** The next time somebody comes to this door, it begins anew. */
    handedOver: (told: NonNullable<AtTheDoor['told']>) => keep({ tries: [], told }),
  };
}
