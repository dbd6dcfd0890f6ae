import { useEffect, useState } from 'react';
import { api } from '@/api';
import type { FollowUp, Told, VisitorNeed } from './steps';

/** When to look again after a record was handed in, in ms since the look before. */
const LOOKS_MS = [0, 1_000, 1_500, 2_500, 4_000, 6_000, 10_000];

/** From this look on, a record that gave rise to nothing is believed to. */
const ENOUGH_LOOKS = 4;

/** What became of a visit's findings. A fresh one is looked at several times: the service works on it for some seconds. */
export function useFollowUp(visitId: string, fresh: boolean): FollowUp {
  const [followUp, setFollowUp] = useState<FollowUp>({ needs: [], told: [], waiting: true });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const look = async (turn: number) => {
      const found = await ask(visitId);
      if (gone) return;
      const settled = found !== null && isSettled(found, turn);
      const again = fresh && !settled && turn + 1 < LOOKS_MS.length;
      setFollowUp((before) => ({ ...(found ?? before), waiting: again && turn + 1 < ENOUGH_LOOKS }));
      if (again) timer = setTimeout(() => void look(turn + 1), LOOKS_MS[turn + 1]);
    };
    void look(0);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [visitId, fresh]);
  return followUp;
}

/** Null when the service did not answer; it is not worth a word on a page that says what was received. */
async function ask(visitId: string): Promise<Pick<FollowUp, 'needs' | 'told'> | null> {
  try {
    const [needs, notices] = await Promise.all([
      api.get('/api/needs', { query: { visitId } }),
      api.get('/api/notices', { query: { visitId } }),
    ]);
    return {
      needs: needs.items.filter((item): item is VisitorNeed => item.view === 'visitor'),
      told: notices.items.filter((item): item is Told => 'relation' in item),
    };
  } catch {
    return null;
  }
}

/** Nothing more is to be expected: there is something, and no message is on its way. */
function isSettled({ needs, told }: Pick<FollowUp, 'needs' | 'told'>, turn: number): boolean {
  if (needs.length === 0 || told.some(({ state }) => state === 'waiting')) return false;
  return told.length > 0 || turn >= ENOUGH_LOOKS;
}
