import { api } from '@/api';
import { codeOfForeign, NetworkFailure, Problem, readBytes } from '@/platform';
import { bytesName, type WaitingFile, type WaitingVisit } from './waiting-visit';

/** `later`: worth trying again. `unreachable`: so is everything else, so nothing else is tried now. */
export type Outcome = 'done' | 'later' | 'unreachable';

export type Save = (item: WaitingVisit) => void;

/** Sends the record itself, with the id it was given at the door, however often it takes. */
export async function sendRecord(item: WaitingVisit, save: Save): Promise<Outcome> {
  if (item.received) return 'done';
  let ready = item;
  try {
    ready = await withCheckIn(item, save);
    const { number, receivedAt } = await api.post('/api/visits', { body: ready.body, accountId: item.accountId });
    save({ ...ready, received: { number, receivedAt } });
    return 'done';
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome !== null) return outcome;
    const received = codeOf(error) === 'visit.id-conflict' ? await receiptOf(ready) : null;
    const refused = received ? null : { code: codeOf(error), message: sentenceOf(error) };
    save({ ...ready, received, refused });
    return 'done';
  }
}

/**
 * The same id with another content: when the service has a visit of ours to this elder under it, the record has been
 * received before, and its answer was lost. Somebody else's is not shown to us.
 */
async function receiptOf({ body, accountId }: WaitingVisit): Promise<WaitingVisit['received']> {
  try {
    const { elderId, number, receivedAt } = await api.get('/api/visits/{id}', { path: { id: body.id }, accountId });
    return elderId === body.elderId ? { number, receivedAt } : null;
  } catch {
    return null;
  }
}

/**
 * A code that was scanned without a network is told first. When it turns out to be unknown, or another elder's, the
 * record goes without it: that the visit was made is not in question.
 */
async function withCheckIn(item: WaitingVisit, save: Save): Promise<WaitingVisit> {
  if (!item.checkIn) return item;
  let matches = false;
  try {
    const { elder } = await api.post('/api/check-ins', { body: item.checkIn, accountId: item.accountId });
    matches = elder.id === item.body.elderId;
  } catch (error) {
    if (outcomeOf(error) !== null) throw error;
  }
  const { checkInId: _, ...without } = item.body;
  const ready = { ...item, checkIn: null, body: matches ? { ...without, checkInId: item.checkIn.id } : without };
  // Before the record is sent for the first time: from then on its content must never change under its id.
  save(ready);
  return ready;
}

/** Sends the files of a record that has been received, one by one. */
export async function sendFiles(item: WaitingVisit, save: Save): Promise<Outcome> {
  if (!item.received) return 'done';
  let now = item;
  const put = (changed: WaitingFile) => {
    now = { ...now, files: now.files.map((file) => (file.sha256 === changed.sha256 ? changed : file)) };
    save(now);
  };
  for (const file of item.files) {
    if (file.sent || file.refused) continue;
    const bytes = await readBytes(bytesName(item.body.id, file.sha256));
    if (!bytes) {
      put({ ...file, refused: '在这部手机上找不到这张照片了' });
      continue;
    }
    try {
      await api.sendVisitFile(item.body.id, { ...file, bytes }, item);
      put({ ...file, sent: true });
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome !== null) return outcome;
      put({ ...file, refused: sentenceOf(error) });
    }
  }
  return 'done';
}

/**
 * Whether trying again can help; null when the service has said no for good. Not being signed in is not for good, nor is
 * somebody else being signed in: the record waits until its owner is back. A refusal that is not the service's own (a
 * proxy's page) says nothing about the record.
 */
export function outcomeOf(error: unknown): Exclude<Outcome, 'done'> | null {
  if (error instanceof NetworkFailure) return 'unreachable';
  if (!(error instanceof Problem)) return 'later';
  if (error.status === 401) return 'unreachable';
  const isPassing = error.status >= 500 || error.status === 408 || error.status === 429;
  return isPassing || error.code === codeOfForeign(error.status) ? 'later' : null;
}

const codeOf = (error: unknown) => (error instanceof Problem ? error.code : 'unknown');

export function sentenceOf(error: unknown): string {
  if (!(error instanceof Problem)) return '没送出去';
  const faults = error.fields.map(({ message }) => message);
  return faults.length > 0 ? faults.join('；') : error.message;
}
