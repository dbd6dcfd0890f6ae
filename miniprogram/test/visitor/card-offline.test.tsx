import { act, fireEvent, render, screen } from '@testing-library/react';
import { closeOutbox, openOutbox } from '@/offline';
import { dayOf, now, online } from '@/platform';
import CardPage from '@/visitor/card';
import NoAnswer from '@/visitor/no-answer';
import { draftsToday, endDraft } from '@/visitor/visit/draft';
import { loadForm } from '@/visitor/visit/forms';
import { loadDayList, loadMore } from '@/visitor/visit/worklist';
import { FakeService, settle } from '../family/service';
import { router, visited } from '../taro';
import { card, form, LIXIULAN, zhoumin } from './story';

const me = zhoumin.account.id;
const today = dayOf(now());
const FORM = `GET /api/forms/${form.id}/${form.version}`;
const inUse = { packId: 'jinan', id: form.id, version: form.version, hash: 'h1' };
const li = {
  ...{ obligationId: 'o1', elderId: LIXIULAN, name: '李秀兰', age: 82, status: 'owed', every: 'week', packId: 'jinan' },
  ...{ periodStart: today, dueOn: today, daysLeft: 0, missedLast: false, place: '3 号楼 2 单元', note: null },
  ...{ visitId: null, visitedAt: null, visitor: null },
};
const list = (changes: object = {}) => ({
  status: 200,
  body: { date: today, items: [li], forms: [inUse], next: null, ...changes },
});
let service: FakeService;

beforeEach(async () => {
  localStorage.clear();
  visited.splice(0);
  closeOutbox();
  service = new FakeService();
  await service.signIn(zhoumin);
  openOutbox(me);
  service
    .on('GET /api/worklist', list())
    .on(FORM, { status: 200, body: { definition: form, hash: 'h1' } })
    .on(`GET /api/elders/${LIXIULAN}/card`, 'offline');
  Object.assign(router, { path: '/visitor/card/index', params: { elderId: LIXIULAN } });
});
afterEach(() => endDraft(me, LIXIULAN, true));

/** The list was opened this morning, and no card; then the network is gone. */
async function morning(): Promise<void> {
  await loadDayList(me);
  await settle();
  service.on('GET /api/worklist', 'offline').on(FORM, 'offline');
}
const open = async () => {
  render(<CardPage />);
  await settle();
};
const help = async () => {
  fireEvent.click(screen.getByRole('button', { name: '紧急求助' }));
  await settle();
  return screen.getByRole('dialog').textContent;
};

describe('an elder of the list, without a network, on a phone where no card was ever opened', () => {
  it('has a card with help, with 没人开门, and with the form', async () => {
    await morning();
    await open();
    expect(screen.getByRole('heading', { name: '李秀兰' })).toBeTruthy();
    expect(screen.getByText('现在没有网，照样能探访')).toBeTruthy();
    expect(screen.getByRole('link', { name: /没人开门/ }).getAttribute('href')).toContain(LIXIULAN);
    expect(await help()).toMatch(/120.*119.*110.*3 号楼 2 单元，82 岁老人/);
    fireEvent.click(screen.getByRole('button', { name: '开始探访' }));
    expect(draftsToday(me)).toEqual([LIXIULAN]);
    expect((await loadForm(inUse)).title).toBe(form.title);
  });

  it('can be handed over when nobody opens', async () => {
    await morning();
    render(<NoAnswer />);
    await settle();
    expect(screen.getByText('先别走，试三次')).toBeTruthy();
    expect(screen.getByRole('button', { name: '敲过了，没人应' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '紧急求助' })).toBeTruthy();
  });

  it('also from the second page of a long list', async () => {
    service.on('GET /api/worklist', list({ items: [], forms: [], next: 'x' }), list());
    const first = await loadDayList(me);
    expect((await loadMore(me, first)).forms).toEqual([inUse]);
    await settle();
    await open();
    expect(screen.getByRole('button', { name: '开始探访' })).toBeTruthy();
  });
});

describe('where the form could not be had', () => {
  const shown = async () => {
    await open();
    expect(screen.getByRole('heading', { name: '李秀兰' })).toBeTruthy();
    expect(screen.getByText('现在没有网，这部手机里还没有记录表')).toBeTruthy();
    expect(screen.getByRole('link', { name: /没人开门/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '电话探访' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '等有网再填记录' }));
    expect(draftsToday(me)).toEqual([]);
    expect(await help()).toContain('120');
  };

  it('the elder, help and 没人开门 are there, and it is said why nothing can be filled in', async () => {
    service.on(FORM, 'offline');
    await morning();
    await shown();
  });

  it('the same of a list that was kept before the app was renewed', async () => {
    const { forms: _, ...old } = list().body;
    const kept = { day: today, value: { ...old, at: now(), kept: false } };
    localStorage.setItem(`tanfang.today.${me}.read.worklist`, JSON.stringify(kept));
    await shown();
  });

  it('the network returns: the whole card, and the form', async () => {
    service.on(FORM, 'offline', { status: 200, body: { definition: form, hash: 'h1' } });
    await loadDayList(me);
    await settle();
    await open();
    service.on(`GET /api/elders/${LIXIULAN}/card`, { status: 200, body: card() });
    act(() => online.set(false));
    act(() => online.set(true));
    await settle();
    expect(screen.queryByText(/现在没有网/)).toBeNull();
    expect(screen.getByRole('button', { name: '开始探访' })).toBeTruthy();
  });
});
