import { matchReport, REPORT_WINDOW_MS } from '../../../src/modules/notification/match-report';
import type { NoticeAttempt } from '../../../src/modules/notification';

const AT = 1_795_395_600_000;
const attempt = (id: string, startedAt = AT, state: NoticeAttempt['state'] = 'unknown') =>
  ({ id, startedAt, state }) as NoticeAttempt;
const settled = (attempts: NoticeAttempt[], reportedAt = AT) => {
  const match = matchReport(attempts, reportedAt);
  return typeof match === 'string' ? match : match.settle.id;
};

describe('a report of an id nobody knows', () => {
  it('is about the only attempt that it can be about', () => {
    expect(settled([attempt('a')])).toBe('a');
    expect(settled([attempt('a', AT - 20 * 60_000), attempt('b', AT - 40 * 60_000)])).toBe('a');
  });

  it('is about nothing when there is none, or more than one', () => {
    expect(settled([])).toBe('none');
    expect(settled([attempt('a'), attempt('b', AT - 1000)])).toBe('none');
  });

  it('waits while a call is under way that may be it', () => {
    expect(settled([attempt('a', AT, 'sending')])).toBe('wait');
    expect(settled([attempt('a'), attempt('b', AT, 'sending')])).toBe('wait');
    expect(settled([attempt('a'), attempt('b', AT - 2 * REPORT_WINDOW_MS, 'sending')])).toBe('a');
  });

  it('may be dated a little before the call, by whole seconds and another clock, and half an hour after it', () => {
    expect(settled([attempt('a', AT + 5_000)])).toBe('a');
    expect(settled([attempt('a', AT + 5_001)])).toBe('none');
    expect(settled([attempt('a', AT - REPORT_WINDOW_MS)])).toBe('a');
    expect(settled([attempt('a', AT - REPORT_WINDOW_MS - 1)])).toBe('none');
  });
});
