import { WechatRefusal, WechatUncertain, WechatUnreachable } from '../../platform/wechat';

export type Outcome = { state: 'sent'; msgid: string } | { state: 'failed'; failure: string } | { state: 'unknown' };

/** What a call to WeChat came to. Anything else is a bug and thrown: the next run then finds the attempt uncertain. */
export async function outcomeOf(call: () => Promise<string>): Promise<Outcome> {
  try {
    return { state: 'sent', msgid: await call() };
  } catch (error) {
    if (error instanceof WechatRefusal) return { state: 'failed', failure: String(error.code) };
    if (error instanceof WechatUnreachable) return { state: 'failed', failure: 'unreachable' };
    if (error instanceof WechatUncertain) return { state: 'unknown' };
    throw error;
  }
}

/**
 * - `no-credit`: the person does not allow it (43101)
 * - `later`: the platform's trouble, may pass: -1, quotas 45009 and 45011, token trouble, no connection
 * - `bug`: our message is wrong and would be wrong again: 47003, 40037, 41030, 45168 and whatever else
 */
export type Verdict = 'no-credit' | 'later' | 'bug';

const PASSING = new Set(['-1', '45009', '45011', '40001', '40014', '42001', '43108', 'unreachable']);

export function verdictOn(failure: string): Verdict {
  if (failure === '43101') return 'no-credit';
  return PASSING.has(failure) ? 'later' : 'bug';
}

const MINUTE_MS = 60_000;
const LONGEST_MINUTES = 16;

/** Pause (ms) before the next try after the `number`-th: 1, 2, 4, 8, 16, 16 … minutes. */
export function retryDelay(number: number): number {
  return Math.min(2 ** (number - 1), LONGEST_MINUTES) * MINUTE_MS;
}
