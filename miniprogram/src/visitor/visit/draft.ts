import type { Answers } from '@tanfang/shared';
import type { ReplyOf } from '@/api';
import type { Photo } from '@/components';
import {
  bytesName,
  forgetToday,
  keepForToday,
  keptToday,
  namesToday,
  type VisitBody,
  type WaitingFile,
} from '@/offline';
import { createStore, dropBytes, keepBytes, now, storage, ulid, type Store } from '@/platform';

export type ElderCard = ReplyOf<'get', '/api/elders/{id}/card'>;

/** What is known of an elder at the door; without a network perhaps not the form. */
export type DoorCard = Omit<ElderCard, 'form'> & { form: ElderCard['form'] | null };

export interface DraftPhoto {
  sha256: string;
  type: Photo['type'];
  /** The question it belongs to, or null. */
  field: string | null;
}

export interface DraftSignature {
  kind: VisitBody['signature']['kind'];
  /** What was drawn; a visit by phone has none. */
  drawing: Pick<Photo, 'sha256' | 'type'> | null;
  proxyName: string;
  /** By phone: the record was read out and the elder agreed. */
  agreed: boolean;
}

/** A visit from the door on, until it is handed in. */
export interface VisitDraft {
  /** The record's id from its first moment: whatever happens, it is handed in under this one. */
  visitId: string;
  accountId: string;
  card: ElderCard;
  mode: VisitBody['mode'];
  /** Epoch ms. */
  startedAt: number;
  /** A code scanned without a network, not yet told to the service. */
  pendingCheckIn: { id: string; code: string; at: number } | null;
  answers: Answers;
  photos: DraftPhoto[];
  signature: DraftSignature;
}

const PREFIX = 'draft.';
const stores = new Map<string, Store<VisitDraft | null>>();

/** The draft about an elder; every page of a visit sees the same one. Null when there is none today. */
export function draftOf(accountId: string, elderId: string): Store<VisitDraft | null> {
  const key = `${accountId}.${elderId}`;
  let store = stores.get(key);
  if (!store) {
    store = createStore(keptToday<VisitDraft>(accountId, PREFIX + elderId));
    stores.set(key, store);
  }
  return store;
}

/** Begins a visit: from now on it has its id. */
export function beginDraft(
  accountId: string,
  card: ElderCard,
  begun: Pick<VisitDraft, 'mode' | 'pendingCheckIn'>,
): VisitDraft {
  const draft: VisitDraft = {
    ...begun,
    visitId: ulid(),
    accountId,
    card,
    startedAt: now(),
    answers: {},
    photos: [],
    signature: { kind: begun.mode === 'phone' ? 'phone' : 'signed', drawing: null, proxyName: '', agreed: false },
  };
  saveDraft(draft);
  return draft;
}

export function saveDraft(draft: VisitDraft): void {
  const { accountId, card } = draft;
  keepForToday(accountId, PREFIX + card.elder.id, draft);
  draftOf(accountId, card.elder.id).set(draft);
}

export function changeDraft(accountId: string, elderId: string, change: Partial<VisitDraft>): void {
  const draft = draftOf(accountId, elderId).get();
  if (draft) saveDraft({ ...draft, ...change });
}

/** Ends a draft. Its pictures go too, unless the record has been handed in with them. */
export function endDraft(accountId: string, elderId: string, picturesToo: boolean): void {
  const store = draftOf(accountId, elderId);
  const draft = store.get();
  forgetToday(accountId, PREFIX + elderId);
  store.set(null);
  if (!draft || !picturesToo) return;
  for (const { sha256 } of filesOf(draft)) void dropBytes(bytesName(draft.visitId, sha256));
}

/** A visit goes on past midnight for so long, in ms; an older draft belongs to yesterday. */
const LONGEST_VISIT_MS = 3 * 3_600_000;

/** After a day has ended: a visit that is being made right now stays, what was left lying is gone. */
export function endDraftsOfOtherDays(at: number): void {
  for (const store of stores.values()) {
    const draft = store.get();
    if (!draft || keptToday(draft.accountId, PREFIX + draft.card.elder.id)) continue;
    if (at - draft.startedAt < LONGEST_VISIT_MS) saveDraft(draft);
    else store.set(null);
  }
}

/** Elders about whom somebody has begun a record today. */
export function draftsToday(accountId: string): string[] {
  return namesToday(accountId, PREFIX).map((name) => name.slice(PREFIX.length));
}

/** Ids of the visits that anybody on this phone is filling in today: their pictures must stay. */
export function keptDrafts(): string[] {
  return storage
    .keys('today.')
    .filter((key) => key.includes(`.${PREFIX}`))
    .flatMap((key) => storage.read<{ value: Partial<VisitDraft> }>(key)?.value.visitId ?? []);
}

/** The files that go with a record: photos, then the signature. */
export function filesOf(draft: VisitDraft): WaitingFile[] {
  const { photos, signature } = draft;
  const drawn = signature.kind !== 'phone' && signature.drawing ? [signature.drawing] : [];
  return [...photos, ...drawn].map(({ sha256, type }) => ({ sha256, type, sent: false, refused: null }));
}

/** Keeps a picture of a visit. @returns false when the phone has no room for it: it is there until the app is closed */
export function keepPicture(visitId: string, picture: Pick<Photo, 'sha256' | 'bytes'>): Promise<boolean> {
  return keepBytes(bytesName(visitId, picture.sha256), picture.bytes);
}
