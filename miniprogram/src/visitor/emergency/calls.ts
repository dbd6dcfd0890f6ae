import { useState } from 'react';
import { keepForToday, keptToday, type EmergencyBody } from '@/offline';
import { now } from '@/platform';
import type { ElderCard } from '../visit/draft';

export type EmergencyNumber = ElderCard['emergency']['numbers'][number];
export type Call = EmergencyBody['calls'][number];

const nameOf = (elderId: string) => `calls.${elderId}`;

/** A call longer ago than this belongs to another danger. */
const RECENT_MS = 2 * 3_600_000;

const recent = (calls: readonly Call[]): readonly Call[] => calls.filter(({ at }) => now() - at <= RECENT_MS);

/**
 * Whom somebody called for help just now, until it is written down; calling leaves the app, so it must not be lost.
 * @param open whether they are looking: each time anew, what is long ago is forgotten
 */
export function useCalls(accountId: string, elderId: string, open: boolean) {
  const [calls, setCalls] = useState(() => recent(keptToday<readonly Call[]>(accountId, nameOf(elderId)) ?? []));
  const [wasOpen, setWasOpen] = useState(open);
  if (wasOpen !== open) {
    setWasOpen(open);
    setCalls(recent(calls));
  }
  const keep = (next: readonly Call[]) => {
    keepForToday(accountId, nameOf(elderId), next);
    setCalls(next);
  };
  return {
    calls,
    add: (to: EmergencyNumber) => keep([...calls, callOf(to, now())]),
    /** The next danger begins anew. */
    writtenDown: () => keep([]),
  };
}

export function callOf(to: EmergencyNumber, at: number): Call {
  if (to.call !== 'emergency-services') return { who: 'family', name: to.label, at };
  return { who: to.number as Exclude<Call['who'], 'family'>, at };
}

/** Whether this one was called. */
export function wasCalled(calls: readonly Call[], { call, number, label }: EmergencyNumber): boolean {
  return calls.some(({ who, name }) => (call === 'emergency-services' ? who === number : name === label));
}
