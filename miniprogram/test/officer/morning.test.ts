import type { api } from '@/api';
import { firstThing, readMorning } from '@/officer/morning/morning';

let count = 0;
const need = (late: boolean, status = 'acknowledged') => ({ id: `${(count += 1)}`, view: 'officer', late, status });
/** A morning on which nothing waits but these. */
const morning = (taken: object, open: object = { items: [], next: null }, unassigned = 0) => {
  const get = (path: string, { query }: { query: { status?: string } }) => {
    if (path !== '/api/needs') return Promise.resolve({ items: [], next: null });
    return Promise.resolve(query.status === 'open' ? open : taken);
  };
  const post = () => Promise.resolve({ items: [], next: null, totals: { all: 9, found: unassigned } });
  return readMorning({ get, post } as never as typeof api, true);
};

describe('今早, of more than one page', () => {
  it('is not without anything late while what is behind the page may be', async () => {
    const open = Array.from({ length: 100 }, () => need(false, 'open'));
    const { late, ...others } = await morning({ items: [], next: null }, { items: open, next: 'x' });
    expect(late).toMatchObject({ count: 0, more: true });
    const none = { ...others.waiting, count: 0, more: false, first: [] };
    expect(firstThing({ ...others, late, waiting: none })).toBe('事情多，这里没数完，请看全部');
  });

  it('counts to the end where the taken ones, nearest clock first, end with one in time', async () => {
    expect((await morning({ items: [need(true), need(false)], next: 'x' })).late).toMatchObject({
      ...{ count: 1, more: false },
    });
  });

  it('a danger in time tells nothing of those behind it: it comes first, whatever the clocks', async () => {
    const danger = { ...need(false), severity: 'life-danger' };
    expect((await morning({ items: [danger], next: 'x' })).late).toMatchObject({ count: 0, more: true });
  });

  it('says that there are more where even the last of the page is late', async () => {
    expect((await morning({ items: [need(true), need(true)], next: 'x' })).late).toMatchObject({
      ...{ count: 2, more: true },
    });
  });

  it('sends somebody to whom nobody goes, behind what is late', async () => {
    const none = { items: [], next: null };
    expect(firstThing(await morning(none, none, 3))).toBe('今早先派人：3 位要去的老人没有探访员');
    expect(firstThing(await morning({ items: [need(true)], next: null }, none, 3))).toContain('过了时限');
  });

  it('says so where nothing is late', async () => {
    expect(firstThing(await morning({ items: [need(false)], next: null }))).toBe('今早没有过时限的事');
  });
});
