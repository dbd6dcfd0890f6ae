import { api, type BodyOf } from '@/api';
import { createStore, storage } from '@/platform';
import { outcomeOf, sentenceOf, type Outcome } from './sending';

export type NoAnswerBody = BodyOf<'post', '/api/no-answers'>;

/** 没人开门, handed over on this phone and not yet received. Its id never changes. */
export interface WaitingNoAnswer {
  /** Who stood there: it is sent in this account's name or not at all. */
  accountId: string;
  elderName: string;
  body: NoAnswerBody;
  /** Why the service will never take it, in words. */
  refused: string | null;
  /** Whether it outlives the app. */
  kept: boolean;
}

const PREFIX = 'no-answer.';
const keyOf = ({ accountId, body }: WaitingNoAnswer) => `${PREFIX}${accountId}.${body.id}`;

/** Whatever of this person waits on this phone, in the order in which it was handed over. */
export const noAnswers = createStore<readonly WaitingNoAnswer[]>([]);

/** Of one person, or of everybody who uses this phone. */
export function keptNoAnswers(accountId = ''): WaitingNoAnswer[] {
  const keys = storage.keys(accountId ? `${PREFIX}${accountId}.` : PREFIX);
  return keys.flatMap((key) => storage.read<WaitingNoAnswer>(key) ?? []).sort((a, b) => a.body.at - b.body.at);
}

/** Takes it into keeping; from now on it is sent until it is received. @returns whether it outlives the app */
export function handOver(item: Omit<WaitingNoAnswer, 'refused' | 'kept'>): boolean {
  const waiting: WaitingNoAnswer = { ...item, refused: null, kept: true };
  waiting.kept = storage.write(keyOf(waiting), waiting);
  noAnswers.set([...noAnswers.get(), waiting]);
  return waiting.kept;
}

/** Lets one that was refused be tried once more. */
export function allowNoAnswerAgain(id: string): void {
  const item = noAnswers.get().find(({ body }) => body.id === id);
  if (item) mark(item, null);
}

/** Lets go of one that the service will not take. */
export function letGoOfNoAnswer(id: string): void {
  const item = noAnswers.get().find(({ body }) => body.id === id);
  if (item?.refused) forget(item);
}

/** Sends each that waits. @returns `unreachable` when nothing else need be tried now */
export async function sendNoAnswers(): Promise<Outcome> {
  let outcome: Outcome = 'done';
  for (const item of noAnswers.get()) {
    if (item.refused) continue;
    try {
      await api.post('/api/no-answers', { body: item.body, accountId: item.accountId });
      forget(item);
    } catch (error) {
      const result = outcomeOf(error);
      if (result === 'unreachable') return result;
      if (result === 'later') outcome = 'later';
      else mark(item, sentenceOf(error));
    }
  }
  return outcome;
}

function mark(item: WaitingNoAnswer, refused: string | null): void {
  const next = { ...item, refused };
  if (item.kept) storage.write(keyOf(item), next);
  noAnswers.set(noAnswers.get().map((each) => (each.body.id === item.body.id ? next : each)));
}

function forget(item: WaitingNoAnswer): void {
  storage.remove(keyOf(item));
  noAnswers.set(noAnswers.get().filter(({ body }) => body.id !== item.body.id));
}
