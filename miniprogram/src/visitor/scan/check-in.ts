import { api } from '@/api';
import { keepForToday, keptToday, outOfReach, READ } from '@/offline';
import { keepCard, keptCard } from '../visit/cards';
import type { ElderCard } from '../visit/draft';

export interface Scanned {
  /** The check-in's id. */
  id: string;
  code: string;
  /** Epoch ms. */
  at: number;
}

/**
 * `not-owed`: one of this visitor's elders, but nobody has to be seen there today. `offline`: nobody can say whose code it
 * is.
 */
export type CheckedIn = { kind: 'owed' | 'not-owed'; card: ElderCard } | { kind: 'offline' };

const codeName = (code: string) => `${READ}code.${code}`;

/** Tells the service whose door this is. A door that was scanned before today is known without a network too. */
export async function checkIn(accountId: string, scanned: Scanned): Promise<CheckedIn> {
  try {
    return opened(accountId, scanned.code, await api.post('/api/check-ins', { body: scanned }));
  } catch (error) {
    if (!outOfReach(error)) throw error;
    const elderId = keptToday<string>(accountId, codeName(scanned.code));
    const card = elderId === null ? null : keptCard(accountId, elderId);
    return card ? { kind: 'owed', card } : { kind: 'offline' };
  }
}

function opened(accountId: string, code: string, card: ElderCard): CheckedIn {
  keepCard(accountId, card);
  keepForToday(accountId, codeName(code), card.elder.id);
  return { kind: card.owed ? 'owed' : 'not-owed', card };
}
