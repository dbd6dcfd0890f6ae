import { api, type BodyOf } from '@/api';
import { createStore, storage } from '@/platform';
import { outcomeOf, sentenceOf, type Outcome } from './sending';

export type EmergencyBody = BodyOf<'post', '/api/emergencies'>;

/** 紧急求助, written down on this phone and not yet received. Its id never changes. */
export interface WaitingEmergency {
  /** Who was there: it is sent in this account's name or not at all. */
  accountId: string;
  accountName: string;
  elderName: string;
  body: EmergencyBody;
  /** Why the service will never take it, in words. */
  refused: string | null;
  /** Whether it outlives the app. */
  kept: boolean;
}

const PREFIX = 'emergency.';
const keyOf = ({ accountId, body }: WaitingEmergency) => `${PREFIX}${accountId}.${body.id}`;

/** Whatever of this person waits on this phone, in the order in which it was written down. */
export const emergencies = createStore<readonly WaitingEmergency[]>([]);

/** Of one person, or of everybody who uses this phone. */
export function keptEmergencies(accountId = ''): WaitingEmergency[] {
  const keys = storage.keys(accountId ? `${PREFIX}${accountId}.` : PREFIX);
  return keys.flatMap((key) => storage.read<WaitingEmergency>(key) ?? []).sort((a, b) => a.body.at - b.body.at);
}

/** Takes it into keeping; from now on it is sent until it is received. @returns whether it outlives the app */
export function recordEmergency(item: Omit<WaitingEmergency, 'refused' | 'kept'>): boolean {
  const waiting: WaitingEmergency = { ...item, refused: null, kept: true };
  waiting.kept = storage.write(keyOf(waiting), waiting);
  emergencies.set([...emergencies.get(), waiting]);
  return waiting.kept;
}

/** Lets go of one that the service will not take. */
export function letGoOfEmergency(id: string): void {
  const item = emergencies.get().find(({ body }) => body.id === id);
  if (item?.refused) forget(item);
}

/** Sends each that waits. @returns `unreachable` when nothing else need be tried now */
export async function sendEmergencies(): Promise<Outcome> {
  let outcome: Outcome = 'done';
  for (const item of emergencies.get()) {
    if (item.refused) continue;
    try {
      await api.post('/api/emergencies', { body: item.body, accountId: item.accountId });
      forget(item);
    } catch (error) {
      const result = outcomeOf(error);
      if (result === 'unreachable') return result;
      if (result === 'later') outcome = 'later';
      else refuse(item, sentenceOf(error));
    }
  }
  return outcome;
}

function refuse(item: WaitingEmergency, refused: string): void {
  const next = { ...item, refused };
  if (item.kept) storage.write(keyOf(item), next);
  emergencies.set(emergencies.get().map((each) => (each.body.id === item.body.id ? next : each)));
}

function forget(item: WaitingEmergency): void {
  storage.remove(keyOf(item));
  emergencies.set(emergencies.get().filter(({ body }) => body.id !== item.body.id));
}
