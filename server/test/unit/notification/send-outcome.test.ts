import { outcomeOf, retryDelay, verdictOn } from '../../../src/modules/notification/send-outcome';
import { WechatRefusal, WechatUncertain, WechatUnreachable } from '../../../src/platform/wechat';

describe('what a call came to', () => {
  it.each([
    ['an answer', () => Promise.resolve('3395159288267931653'), { state: 'sent', msgid: '3395159288267931653' }],
    [
      'a refusal',
      () => Promise.reject(new WechatRefusal(47003, 'argument invalid')),
      { state: 'failed', failure: '47003' },
    ],
    [
      'no connection',
      () => Promise.reject(new WechatUnreachable('ECONNREFUSED')),
      { state: 'failed', failure: 'unreachable' },
    ],
    ['silence', () => Promise.reject(new WechatUncertain('timed out')), { state: 'unknown' }],
  ])('%s', async (_, call, outcome) => {
    expect(await outcomeOf(call)).toEqual(outcome);
  });

  it('a bug of ours is no outcome', async () => {
    await expect(outcomeOf(() => Promise.reject(new TypeError('x is undefined')))).rejects.toThrow(TypeError);
  });
});

describe('what follows from a failure', () => {
  it.each([
    ['43101', 'no-credit'],
    ['-1', 'later'],
    ['45009', 'later'],
    ['45011', 'later'],
    ['42001', 'later'],
    ['unreachable', 'later'],
    ['47003', 'bug'],
    ['40037', 'bug'],
    ['41030', 'bug'],
    ['40003', 'bug'],
    ['45168', 'bug'],
    ['99999', 'bug'],
  ])('%s → %s', (failure, verdict) => {
    expect(verdictOn(failure)).toBe(verdict);
  });

  it('tries wait 1, 2, 4, 8, 16, 16 … minutes', () => {
    expect([1, 2, 3, 4, 5, 6, 20].map((number) => retryDelay(number) / 60_000)).toEqual([1, 2, 4, 8, 16, 16, 16]);
  });
});
