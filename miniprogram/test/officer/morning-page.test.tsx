import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import MorningPage from '@/officer/morning';
import { FakeService, settle } from '../family/service';
import { router, visited } from '../taro';
import { gas, officer } from './story';

const page = (...items: unknown[]) => ({ status: 200, body: { items, next: null } });
const late = gas({ id: 'late', late: true, title: '燃气不安全，要处理' });
const shut = (id: string, changes: Parameters<typeof gas>[0] = {}) =>
  gas({ id, matter: 'no-answer', needType: 'other', title: '没人开门，都联系不上', heldFromFamily: true, ...changes });
const unassigned = (found: number) => ({ status: 200, body: { items: [], next: null, totals: { all: 9, found } } });
let service: FakeService;

beforeEach(async () => {
  service = new FakeService();
  for (const path of ['worklist', 'phone-tasks', 'kinships', 'objections', 'elders', 'notices', 'pauses'])
    service.on(`GET /api/${path}`, page());
  service.on('POST /api/elders/searches', unassigned(0));
  Object.assign(router, { path: '/officer/morning/index', params: {} });
  visited.splice(0);
});

const danger = (id: string, changes: Parameters<typeof gas>[0] = {}) => {
  const what = {
    matter: 'emergency',
    needType: 'emergency-rescue',
    severity: 'life-danger',
    title: '叫不醒，还在处理',
  };
  return gas({ id, ...what, ...changes } as Parameters<typeof gas>[0]);
};

/** @param unseen, open, taken, dangers what the service gives */
async function open(
  unseen: unknown[],
  waiting: unknown[],
  taken: unknown[] = [],
  dangers: unknown[] = [],
): Promise<string[]> {
  // In the order in which it is asked.
  service.on('GET /api/needs', page(...dangers), page(...unseen), page(...waiting), page(...taken));
  await service.signIn(officer());
  render(<MorningPage />);
  await settle();
  return screen.getAllByRole('link', { name: /李秀兰/ }).map((row) => row.textContent ?? '');
}

describe('今早', () => {
  it('begins with whoever did not open, before everything that is late', async () => {
    const rows = await open([shut('a')], [late, shut('a')]);
    expect(rows).toEqual([expect.stringContaining('没人开门'), expect.stringContaining('燃气')]);
    expect(screen.getByRole('heading', { name: '今早先找人：李秀兰没人开门' })).toBeTruthy();
  });

  it('also when it stands behind a hundred others, and when somebody has taken it', async () => {
    const many = Array.from({ length: 100 }, (_, place) => gas({ id: `n${place}`, late: true }));
    const rows = await open([shut('a')], many, [shut('b', { status: 'acknowledged', handler: 'community' })]);
    expect(rows.slice(0, 3).map((row) => row.includes('没人开门'))).toEqual([true, true, false]);
    expect(rows).toHaveLength(5);
    expect(screen.getByRole('heading', { name: '今早先找人：2 位没人开门' })).toBeTruthy();
  });

  it('but a life in danger comes before that', async () => {
    const rows = await open([shut('a')], [late, danger('d'), shut('a')], [], [danger('d')]);
    expect(rows.map((row) => /叫不醒|没人开门|燃气/.exec(row)?.[0])).toEqual(['叫不醒', '没人开门', '燃气']);
    expect(screen.getByRole('heading', { name: '今早先办急事：李秀兰，叫不醒，还在处理' })).toBeTruthy();
  });

  it('also when it stands behind a hundred others that are late, and when there are six', async () => {
    const many = Array.from({ length: 100 }, (_, place) => gas({ id: `n${place}`, late: true }));
    const dangers = Array.from({ length: 6 }, (_, place) => danger(`d${place}`));
    const rows = await open([], many, [], dangers);
    expect(rows.map((row) => row.includes('叫不醒'))).toEqual(Array(6).fill(true));
    expect(screen.getByRole('heading', { name: '今早先办急事：6 件危及生命的事' })).toBeTruthy();
  });

  it('but one that somebody has taken does not call the others', async () => {
    const taken = danger('d', { status: 'acknowledged', handler: 'community' });
    await open([shut('a')], [shut('a')], [taken]);
    expect(screen.getByRole('heading', { name: '今早先找人：李秀兰没人开门' })).toBeTruthy();
  });

  it('but not with one of whom it was said where she is', async () => {
    const heard = shut('a', { severity: 'ordinary', title: '没见到人，说是出门了' });
    const rows = await open([heard], [late, heard]);
    expect(rows[0]).toContain('燃气');
  });

  it('names those to whom nobody goes, and leads to them', async () => {
    await open([shut('a')], []);
    expect(screen.queryByRole('link', { name: /没有探访员/ })).toBeNull();
    cleanup();
    service.on('POST /api/elders/searches', unassigned(3));
    await open([shut('a')], []);
    fireEvent.click(screen.getByRole('link', { name: /没有探访员：3 位/ }));
    expect(visited.at(-1)?.url).toContain('/officer/elders/index?visitor=no');
    expect(service.written('POST /api/elders/searches').at(-1)).toEqual({ hasVisitor: false, limit: 1 });
  });

  it('counts one that is late among the late ones, once', async () => {
    await open([shut('a', { late: true })], [shut('a', { late: true }), late]);
    expect(screen.getByRole('link', { name: /过了时限/ }).textContent).toContain('2 件事');
  });
});

it('says of how many who should be away somebody has to ask', async () => {
  const rests = (elderId: string, changes: object) => ({ elderId, over: false, seenOn: null, ...changes });
  service.on('GET /api/pauses', page(rests('1', { seenOn: '2026-11-25' }), rests('2', {}), rests('3', { over: true })));
  service.on('GET /api/needs', page());
  await service.signIn(officer());
  render(<MorningPage />);
  await settle();
  expect(screen.getByText('2 位，1 位到日子了，1 位见到了，请问一问')).toBeTruthy();
});
