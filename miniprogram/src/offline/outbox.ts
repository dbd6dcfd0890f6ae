import { createStore, dropBytes, keptNames, storage } from '@/platform';
import { sendFiles, sendRecord, type Outcome, type Save } from './sending';
import { told, waitingToTell } from './told';
import { bytesName, type WaitingVisit } from './waiting-visit';

export interface Outbox {
  /** In the order in which they were handed in. */
  items: readonly WaitingVisit[];
  /** Id of the visit that is on its way just now. */
  sending: string | null;
}

const PREFIX = 'outbox.';
const keyOf = (item: WaitingVisit) => `${PREFIX}${item.accountId}.${item.body.id}`;

/** Whatever of this person waits on this phone. */
export const outbox = createStore<Outbox>({ items: [], sending: null });
let owner: string | null = null;

/** Opens the records that this person left here; those of others who use this phone stay where they are. */
export function openOutbox(accountId: string): void {
  if (owner === accountId) return;
  owner = accountId;
  const items = storage
    .keys(`${PREFIX}${accountId}.`)
    .flatMap((key) => storage.read<WaitingVisit>(key) ?? [])
    .sort((a, b) => a.keptAt - b.keptAt);
  outbox.set({ items, sending: null });
  for (const queue of told) queue.open(accountId);
}

/** Closes it: nothing of this person is sent in the name of the next one. */
export function closeOutbox(): void {
  owner = null;
  outbox.set({ items: [], sending: null });
  for (const queue of told) queue.close();
}

/**
 * Takes a record into keeping. From now on it is sent, again and again with the same id, until it is received.
 * @returns whether it outlives the app
 */
export function handIn(item: Omit<WaitingVisit, 'received' | 'refused' | 'kept' | 'keptAt'>, at: number): boolean {
  const waiting: WaitingVisit = { ...item, keptAt: at, received: null, refused: null, kept: true };
  waiting.kept = storage.write(keyOf(waiting), waiting);
  outbox.set({ ...outbox.get(), items: [...others(waiting.body.id), waiting] });
  return waiting.kept;
}

/** Takes a record that was refused back, to be mended; its files stay. */
export function takeBack(visitId: string): void {
  const item = itemOf(visitId);
  if (item) forget(item);
}

/** Lets a refused record or file be tried once more. */
export function allowAgain(visitId: string): void {
  const item = itemOf(visitId);
  if (!item) return;
  save({ ...item, refused: null, files: item.files.map((file) => ({ ...file, refused: null })) });
}

/** Gives up what the service will not take of a record that it has received: the photo stays unsent. */
export async function letGoOfRefused(visitId: string): Promise<void> {
  const item = itemOf(visitId);
  if (item?.received) await finish({ ...item, files: item.files.filter(({ refused }) => !refused) });
}

export const itemOf = (visitId: string): WaitingVisit | undefined =>
  outbox.get().items.find(({ body }) => body.id === visitId);

/** How many records wait on this device, of whomever. */
export function waitingHere(): number {
  const stored = storage.keys(PREFIX).flatMap((key) => storage.read<WaitingVisit>(key) ?? []);
  const unkept = [...outbox.get().items, ...waitingToTell()].filter(({ kept }) => !kept);
  return stored.length + told.reduce((sum, queue) => sum + queue.kept().length, 0) + unkept.length;
}

/** Resolves once the service has answered about a record: it was received, or refused, or all of it is there. */
export function settled(visitId: string): Promise<void> {
  const isSettled = () => {
    const item = itemOf(visitId);
    return !item || item.received !== null || item.refused !== null;
  };
  return new Promise((resolve) => {
    if (isSettled()) return resolve();
    const stop = outbox.subscribe(() => {
      if (!isSettled()) return;
      stop();
      resolve();
    });
  });
}

let running: Promise<Outcome> | null = null;

/**
 * Sends what waits: who was in danger first, whom somebody has to look for, then every record, then the files. Never runs twice at once. Never rejects.
 * @returns `later` when something is left that should be tried again
 */
export function sendWaiting(): Promise<Outcome> {
  running ??= rounds().finally(() => {
    running = null;
    outbox.set({ ...outbox.get(), sending: null });
  });
  return running;
}

/** What was handed in while a round was on its way may have missed its turn: it gets one of its own. */
async function rounds(): Promise<Outcome> {
  const waiting = () =>
    [...outbox.get().items, ...waitingToTell()].filter(({ refused }) => !refused).map(({ body }) => body.id);
  let outcome: Outcome;
  let before: Set<string>;
  do {
    before = new Set(waiting());
    outcome = await run();
  } while (waiting().some((id) => !before.has(id)));
  return outcome;
}

async function run(): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const queue of told) outcomes.push(await queue.sendAll());
  if (outcomes.includes('unreachable')) return 'later';
  const records = await sendEach(sendRecord);
  if (records === 'unreachable') return 'later';
  const files = await sendEach(sendFiles);
  return [...outcomes, records, files].every((outcome) => outcome === 'done') ? 'done' : 'later';
}

async function sendEach(step: (item: WaitingVisit, save: Save) => Promise<Outcome>): Promise<Outcome> {
  const tried = new Set<string>();
  let outcome: Outcome = 'done';
  // Looked up anew each time: a record may be handed in while another one is on its way.
  const next = () => outbox.get().items.find(({ body, refused }) => !tried.has(body.id) && !refused);
  for (let waiting = next(); waiting; waiting = next()) {
    const visitId = waiting.body.id;
    tried.add(visitId);
    const item = current(visitId);
    if (!item || item.refused) continue;
    outbox.set({ ...outbox.get(), sending: visitId });
    // What the service says to somebody else, who signed in meanwhile, is no answer to this record.
    const result = await step(item, (next) => save(owner === item.accountId ? next : withoutRefusals(next)));
    if (result === 'unreachable' || owner !== item.accountId) return 'unreachable';
    if (result === 'later') outcome = 'later';
    const after = itemOf(visitId);
    if (after) await finish(after);
  }
  return outcome;
}

/** The newest state of a record: another tab of the same browser may have sent it meanwhile. */
function current(visitId: string): WaitingVisit | null {
  const item = itemOf(visitId);
  if (!item?.kept) return item ?? null;
  const stored = storage.read<WaitingVisit>(keyOf(item));
  if (!stored) {
    outbox.set({ ...outbox.get(), items: others(visitId) });
    return null;
  }
  return stored;
}

function save(item: WaitingVisit): void {
  const kept = storage.write(keyOf(item), { ...item, kept: true });
  const next = { ...item, kept };
  const { items } = outbox.get();
  outbox.set({ ...outbox.get(), items: items.map((each) => (each.body.id === item.body.id ? next : each)) });
}

function withoutRefusals(item: WaitingVisit): WaitingVisit {
  return { ...item, refused: null, files: item.files.map((file) => ({ ...file, refused: null })) };
}

/** Forgets a record once it and all its files have been received. */
async function finish(item: WaitingVisit): Promise<void> {
  if (!item.received || item.files.some(({ sent }) => !sent)) return;
  forget(item);
  await Promise.all(item.files.map(({ sha256 }) => dropBytes(bytesName(item.body.id, sha256))));
}

function forget(item: WaitingVisit): void {
  storage.remove(keyOf(item));
  outbox.set({ ...outbox.get(), items: others(item.body.id) });
}

const others = (visitId: string) => outbox.get().items.filter(({ body }) => body.id !== visitId);

/** Removes files that belong to no record any more. `drafts`: the visits that are being filled in. */
export async function dropStrayBytes(drafts: readonly string[]): Promise<void> {
  const waiting = storage.keys(PREFIX).map((key) => key.slice(key.lastIndexOf('.') + 1));
  const needed = new Set([...drafts, ...waiting, ...outbox.get().items.map(({ body }) => body.id)]);
  for (const name of await keptNames()) {
    if (!needed.has(name.slice(0, name.indexOf('.')))) await dropBytes(name);
  }
}
