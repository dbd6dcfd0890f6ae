import { online } from '@/platform';
import { outbox, sendWaiting } from './outbox';
import { waitingToTell } from './told';

/** Pauses between attempts while something waits, in ms; the last one repeats. */
const PAUSES_MS = [5_000, 15_000, 60_000, 180_000];

let watching = false;
let failures = 0;
let timer: ReturnType<typeof setTimeout> | null = null;

/** From now on what waits is sent by itself: now, when the network returns, and from time to time. */
export function keepSending(): void {
  if (!watching) {
    watching = true;
    online.subscribe(() => {
      if (online.get()) trySoon();
    });
  }
  trySoon();
}

/** Tries at once. @returns when everything that could be sent has been sent */
export async function sendNow(): Promise<void> {
  if (timer) clearTimeout(timer);
  timer = null;
  const outcome = await sendWaiting();
  failures = outcome === 'later' ? failures + 1 : 0;
  if (outcome !== 'later' || timer !== null) return;
  const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1];
  timer = setTimeout(() => void sendNow(), pause);
}

function trySoon(): void {
  failures = 0;
  if (outbox.get().items.length + waitingToTell().length > 0) void sendNow();
}
