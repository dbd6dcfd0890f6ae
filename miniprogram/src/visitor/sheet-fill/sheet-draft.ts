import type { Answers } from '@tanfang/shared';
import { api, type BodyOf, type ReplyOf } from '@/api';
import { forgetToday, keepForToday, keptToday, outOfReach, READ } from '@/offline';
import { createStore, ulid, type Store } from '@/platform';

export type Blank = ReplyOf<'get', '/api/elders/{id}/sheets/{kind}'>;
export type Kind = BodyOf<'post', '/api/sheets'>['kind'];

/** A form that is being filled: kept until it is handed in or the day is over. */
export interface SheetDraft {
  /** The record's id from its first moment: however often it is sent, it is one. */
  id: string;
  /** The sheet it was begun from; null for an elder's first. */
  amends: string | null;
  answers: Answers;
  /** Somebody has changed something. */
  begun: boolean;
}

const nameOf = (elderId: string, kind: Kind) => `sheet-draft.${elderId}.${kind}`;
const stores = new Map<string, Store<SheetDraft | null>>();

export function sheetDraftOf(accountId: string, elderId: string, kind: Kind): Store<SheetDraft | null> {
  const key = `${accountId}.${nameOf(elderId, kind)}`;
  let store = stores.get(key);
  if (!store) {
    store = createStore(keptToday<SheetDraft>(accountId, nameOf(elderId, kind)));
    stores.set(key, store);
  }
  return store;
}

export function saveSheetDraft(accountId: string, elderId: string, kind: Kind, draft: SheetDraft): void {
  keepForToday(accountId, nameOf(elderId, kind), draft);
  sheetDraftOf(accountId, elderId, kind).set(draft);
}

export function endSheetDraft(accountId: string, elderId: string, kind: Kind): void {
  forgetToday(accountId, nameOf(elderId, kind));
  sheetDraftOf(accountId, elderId, kind).set(null);
}

/** As the last sheet says, to be changed where something has changed. */
export function newSheetDraft({ amends, answers }: Blank): SheetDraft {
  return { id: ulid(), amends: amends?.id ?? null, answers: answers as Answers, begun: false };
}

/** The form to fill, fetched, or as it was opened earlier today: a stairwell may have no network. */
export async function loadBlank(accountId: string, elderId: string, kind: Kind): Promise<Blank> {
  const name = `${READ}sheet.${elderId}.${kind}`;
  try {
    const blank = await api.get('/api/elders/{id}/sheets/{kind}', { path: { id: elderId, kind } });
    keepForToday(accountId, name, blank);
    return blank;
  } catch (error) {
    const kept = outOfReach(error) ? keptToday<Blank>(accountId, name) : null;
    if (!kept) throw error;
    return kept;
  }
}
