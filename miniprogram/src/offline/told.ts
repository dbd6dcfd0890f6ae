import { api, type BodyOf } from '@/api';
import { createStore, storage, type Store } from '@/platform';
import { outcomeOf, sentenceOf, type Outcome } from './sending';

/** What somebody told the community on this phone, and which is not yet received. Its id never changes. */
export interface WaitingTold<Body> {
  /** Who was there: it is sent in this account's name or not at all. */
  accountId: string;
  elderName: string;
  body: Body;
  /** Why the service will never take it, in words. */
  refused: string | null;
  /** Whether it outlives the app. */
  kept: boolean;
}

/** Sends one; sending it again changes nothing. */
type Send<Body> = (body: Body, accountId: string) => Promise<unknown>;

/** What waits of one kind: 没人开门, 紧急求助. */
class ToldQueue<Body extends { id: string; at: number }> {
  /** Whatever of this person waits on this phone, in the order in which it was told. */
  readonly waiting: Store<readonly WaitingTold<Body>[]> = createStore<readonly WaitingTold<Body>[]>([]);

  /** @param kind begins the names under which they are stored */
  constructor(
    private readonly kind: string,
    private readonly send: Send<Body>,
  ) {}

  /** Of one person, or of everybody who uses this phone. */
  kept(accountId = ''): WaitingTold<Body>[] {
    const keys = storage.keys(accountId ? `${this.kind}.${accountId}.` : `${this.kind}.`);
    return keys.flatMap((key) => storage.read<WaitingTold<Body>>(key) ?? []).sort((a, b) => a.body.at - b.body.at);
  }

  open(accountId: string): void {
    this.waiting.set(this.kept(accountId));
  }

  close(): void {
    this.waiting.set([]);
  }

  /** Takes it into keeping; from now on it is sent until it is received. @returns whether it outlives the app */
  add(item: Omit<WaitingTold<Body>, 'refused' | 'kept'>): boolean {
    const waiting: WaitingTold<Body> = { ...item, refused: null, kept: true };
    waiting.kept = storage.write(this.keyOf(waiting), waiting);
    this.waiting.set([...this.waiting.get(), waiting]);
    return waiting.kept;
  }

  /** Lets one that was refused be tried once more. */
  allowAgain(id: string): void {
    const item = this.find(id);
    if (item) this.mark(item, null);
  }

  /** Lets go of one that the service will not take. */
  letGo(id: string): void {
    const item = this.find(id);
    if (item?.refused) this.forget(item);
  }

  /** Sends each that waits. @returns `unreachable` when nothing else need be tried now */
  async sendAll(): Promise<Outcome> {
    let outcome: Outcome = 'done';
    for (const item of this.waiting.get()) {
      if (item.refused) continue;
      try {
        await this.send(item.body, item.accountId);
        this.forget(item);
      } catch (error) {
        const result = outcomeOf(error);
        if (result === 'unreachable') return result;
        if (result === 'later') outcome = 'later';
        else this.mark(item, sentenceOf(error));
      }
    }
    return outcome;
  }

  private mark(item: WaitingTold<Body>, refused: string | null): void {
    const next = { ...item, refused };
    if (item.kept) storage.write(this.keyOf(item), next);
    this.waiting.set(this.waiting.get().map((each) => (each.body.id === item.body.id ? next : each)));
  }

  private forget(item: WaitingTold<Body>): void {
    storage.remove(this.keyOf(item));
    this.waiting.set(this.waiting.get().filter(({ body }) => body.id !== item.body.id));
  }

  private find(id: string): WaitingTold<Body> | undefined {
    return this.waiting.get().find(({ body }) => body.id === id);
  }

  private keyOf({ accountId, body }: WaitingTold<Body>): string {
    return `${this.kind}.${accountId}.${body.id}`;
  }
}

export type NoAnswerBody = BodyOf<'post', '/api/no-answers'>;
export type EmergencyBody = BodyOf<'post', '/api/emergencies'>;
export type WaitingNoAnswer = WaitingTold<NoAnswerBody>;
export type WaitingEmergency = WaitingTold<EmergencyBody>;

/** 没人开门: handed over to the community. */
export const noAnswers = new ToldQueue<NoAnswerBody>('no-answer', (body, accountId) =>
  api.post('/api/no-answers', { body, accountId }),
);

/** 紧急求助: what happened, written down afterwards. */
export const emergencies = new ToldQueue<EmergencyBody>('emergency', (body, accountId) =>
  api.post('/api/emergencies', { body, accountId }),
);

/** Each kind, the most pressing first. */
export const told = [emergencies, noAnswers] as const;

export const waitingToTell = () => [...emergencies.waiting.get(), ...noAnswers.waiting.get()];
