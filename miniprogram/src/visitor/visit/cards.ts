import { api, type ReplyOf } from '@/api';
import { keepForToday, keptToday, outOfReach, READ } from '@/offline';
import type { DoorCard, ElderCard } from './draft';
import { isFormKept } from './forms';
import { keptDayList } from './worklist';

export type Matter = ReplyOf<'get', '/api/elders/{id}/matters'>['items'][number];

export interface ShownCard {
  card: DoorCard;
  /**
   * `live`: just fetched. `kept`: opened earlier today. `list`: never opened today and no network, so only what the list
   * says is known.
   */
  source: 'live' | 'kept' | 'list';
}

const cardName = (elderId: string) => `${READ}card.${elderId}`;
const mattersName = (elderId: string) => `${READ}matters.${elderId}`;

export function keepCard(accountId: string, card: ElderCard): void {
  keepForToday(accountId, cardName(card.elder.id), card);
}

export function keptCard(accountId: string, elderId: string): ElderCard | null {
  return keptToday<ElderCard>(accountId, cardName(elderId));
}

/** An elder's card: fetched, or as it was kept today, or the little that the list says. */
export async function loadCard(accountId: string, elderId: string): Promise<ShownCard> {
  try {
    const card = await api.get('/api/elders/{id}/card', { path: { id: elderId } });
    // A code scanned earlier today stays scanned.
    const checkInId = keptCard(accountId, elderId)?.checkInId ?? card.checkInId;
    keepCard(accountId, { ...card, checkInId });
    return { card: { ...card, checkInId }, source: 'live' };
  } catch (error) {
    if (!outOfReach(error)) throw error;
    const kept = keptCard(accountId, elderId);
    if (kept) return { card: kept, source: 'kept' };
    const bare = cardFromList(accountId, elderId);
    if (!bare) throw error;
    return { card: bare, source: 'list' };
  }
}

/** The card of a visit that can be filled in here and now; null where its form is neither on the phone nor within reach. */
export function fillable({ card, source }: ShownCard): ElderCard | null {
  const { form } = card;
  return form && (source === 'live' || isFormKept(form)) ? { ...card, form } : null;
}

/** The numbers that hold everywhere in China; whom to call besides is known only with a network. */
const NUMBERS: ElderCard['emergency']['numbers'] = [
  { call: 'emergency-services', number: '120', label: '急病、受伤', masked: null },
  { call: 'emergency-services', number: '119', label: '起火、燃气', masked: null },
  { call: 'emergency-services', number: '110', label: '报警、开门', masked: null },
];

function cardFromList(accountId: string, elderId: string): DoorCard | null {
  const list = keptDayList(accountId);
  const item = list?.items.find((each) => each.elderId === elderId);
  if (!list || !item) return null;
  const form = list.forms.find(({ packId }) => packId === item.packId) ?? null;
  const { name, age, obligationId, every, dueOn, place, pause } = item;
  return {
    checkInId: null,
    elder: { id: elderId, name, age, sex: '', livesAlone: null, callName: name, phone: null },
    owed: pause ? null : { obligationId, every, dueOn },
    pause,
    hints: [],
    form,
    lastAnswers: null,
    lastHazards: {},
    emergency: { address: place, numbers: NUMBERS },
  };
}

/** What earlier visits left open, or what was kept of it today. */
export async function loadMatters(accountId: string, elderId: string): Promise<Matter[]> {
  try {
    const { items } = await api.get('/api/elders/{id}/matters', { path: { id: elderId } });
    keepForToday(accountId, mattersName(elderId), items);
    return items;
  } catch (error) {
    const kept = keptToday<Matter[]>(accountId, mattersName(elderId));
    if (!kept || !outOfReach(error)) throw error;
    return kept;
  }
}
