import { useState } from 'react';
import { keepForToday, keptToday, type EmergencyBody } from '@/offline';
import { now } from '@/platform';
import type { ElderCard } from '../visit/draft';

export type EmergencyNumber = ElderCard['emergency']['numbers'][number];
export type Call = EmergencyBody['calls'][number];

const nameOf = (elderId: string) => `calls.${elderId}`;

/** Whom somebody called for help today, until it is written down; calling leaves the app, so it must not be lost. */
export function useCalls(accountId: string, elderId: string) {
  const [calls, setCalls] = useState(() => keptToday<readonly Call[]>(accountId, nameOf(elderId)) ?? []);
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
