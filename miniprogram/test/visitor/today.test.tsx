import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { closeOutbox, handIn, keepForToday, noAnswers, openOutbox } from '@/offline';
import { addDays, clockTime, dayOf, now, online } from '@/platform';
import type { DoorNews } from '@/visitor/no-answer/news';
import Today from '@/visitor/today';
import { beginDraft } from '@/visitor/visit/draft';
import type { WorkItem } from '@/visitor/visit/worklist';
import { FakeService, settle } from '../family/service';
import { card, LIXIULAN, zhoumin } from './story';

const me = zhoumin.account.id;
const today = dayOf(now());

function owed(changes: Partial<WorkItem>): WorkItem {
  return {
    obligationId: `owed-${changes.name}`,
    elderId: `elder-${changes.name}`,
    name: '某人',
    age: 80,
    status: 'owed',
    pause: null,
    every: 'week',
    periodStart: today,
    dueOn: today,
    daysLeft: 6,
    missedLast: false,
    place: '5 号楼 1 单元',
    note: null,
    visitId: null,
    visitedAt: null,
    visitor: { id: me, name: '周敏' },
    packId: 'jinan',
    ...changes,
  };
}

const sun = owed({ name: '孙桂英', age: 79, missedLast: true });
const li = owed({ name: '李秀兰', age: 82, elderId: LIXIULAN, note: '上次：燃气要留意' });
const liu = owed({ name: '刘长河', status: 'visited', visitId: 'v1', visitedAt: now() });

let service: FakeService;
const worklist = (...items: WorkItem[]) => ({ status: 200, body: { date: today, items, forms: [], next: null } });
const rows = () => screen.getAllByRole('link', { name: /岁/ }).map((row) => row.textContent);
const open = async () => {
  render(<Today />);
  await settle();
};

beforeEach(async () => {
  localStorage.clear();
  closeOutbox();
  act(() => online.set(true));
  service = new FakeService();
  await service.signIn(zhoumin);
  openOutbox(me);
});

/** What 周敏 saw at 李秀兰's waits on the phone. */
function handInVisit(): void {
  handIn(
    {
      accountId: me,
      elderName: '李秀兰',
      checkIn: null,
      files: [],
      body: {
        id: '01KB2Z6QF3T9V8XW7M5N4P3R40',
        elderId: LIXIULAN,
        mode: 'on-site',
        form: { id: 'short-record', version: 1 },
        answers: {},
        startedAt: now(),
        endedAt: now(),
        signature: { kind: 'mark' },
        photos: [],
      },
    },
    now(),
  );
}

describe('今日', () => {
  it('shows who is to be seen, why first, and who has been seen', async () => {
    service.on('GET /api/worklist', worklist(sun, li, liu));
    await open();
    expect(screen.getByRole('heading', { name: '还要去 2 家' })).toBeTruthy();
    const [first, second, third] = rows();
    expect(first).toMatch(/孙桂英79 岁.*上周没见到，先去.*每周一次，5 号楼 1 单元/);
    expect(second).toMatch(/李秀兰82 岁.*待探访，还有 6 天.*上次：燃气要留意/);
    expect(third).toMatch(/刘长河.*已探访/);
  });

  it.each([
    ['month', '上个月没见到，先去'],
    ['half-month', '上半个月没见到，先去'],
  ] as const)('says when somebody was missed who is seen every %s', async (every, words) => {
    service.on('GET /api/worklist', worklist(owed({ name: '孙桂英', every, missedLast: true })));
    await open();
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('shows apart whose visits rest, why and until when, unless a record of them waits on the phone', async () => {
    const pause = { reason: 'hospital' as const, backOn: addDays(today, 1) };
    const resting = owed({ name: '李秀兰', age: 82, elderId: LIXIULAN, status: 'excused', pause });
    service.on('GET /api/worklist', worklist(sun, resting)).on('POST /api/visits', 'offline');
    await open();
    expect(screen.getByRole('heading', { name: '还要去 1 家' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: '暂时不用去的 1 家' })).toBeTruthy();
    expect(rows()[1]).toMatch(/李秀兰.*住院，到 明天/);
    await act(async () => handInVisit());
    await settle();
    expect(screen.queryByRole('heading', { name: /暂时不用去/ })).toBeNull();
    expect(rows()[1]).toMatch(/李秀兰.*已探访/);
  });

  it('does not say that all are done when all the others rest', async () => {
    const pause = { reason: 'declined' as const, backOn: addDays(today, 1) };
    service.on('GET /api/worklist', worklist(owed({ name: '李秀兰', status: 'excused', pause })));
    await open();
    expect(screen.getByText('今天没有要去的')).toBeTruthy();
    expect(rows()[0]).toMatch(/本人谢绝，明天再问/);
  });

  it('says that a record is half filled in', async () => {
    service.on('GET /api/worklist', worklist(sun, li));
    beginDraft(me, card(), { mode: 'on-site', pendingCheckIn: null });
    await open();
    expect(rows().filter((row) => row?.includes('填了一半'))).toEqual([expect.stringContaining('李秀兰')]);
  });

  it('is kind when there is nothing to do, and takes the blame when it cannot be opened', async () => {
    service.on('GET /api/worklist', worklist());
    await open();
    expect(screen.getByText('今天没有要去的，歇歇吧')).toBeTruthy();
  });

  it('takes the blame when the list cannot be had', async () => {
    service.on('GET /api/worklist', { status: 500 });
    await open();
    expect(screen.getByText('没打开，不是您的问题')).toBeTruthy();
  });
});

describe('没人开门, as the service knows it', () => {
  const news = (changes: Partial<DoorNews>): DoorNews => ({
    ...{ elderId: LIXIULAN, name: '李秀兰', at: now() - 60_000, visitor: { id: me, name: '周敏' } },
    ...{ status: 'open', handler: null, closedAt: null, words: null },
    ...changes,
  });
  const told = (...items: DoorNews[]) => service.on('GET /api/no-answers', { status: 200, body: { items } });
  const NEWS = '老人去女儿家了，周五回来';
  const body = { id: '01KB2Z6QF3T9V8XW7M5N4P3R41', elderId: LIXIULAN, tries: [], outcome: 'unreached' } as const;

  beforeEach(() => service.on('GET /api/worklist', worklist(sun, li)));

  it('is shown on a phone that has handed over nothing', async () => {
    const at = now() - 60_000;
    told(news({ at }));
    await open();
    expect(rows()[1]).toContain(`${clockTime(at)} 已交社区`);
    expect(rows()[0]).not.toContain('社区');
  });

  it('says that somebody is looking, and what was found out', async () => {
    told(news({ status: 'acknowledged', handler: 'street' }));
    await open();
    expect(rows()[1]).toContain('街道在找');
    cleanup();
    told(news({ status: 'closed', handler: 'community', closedAt: now(), words: NEWS }));
    await open();
    expect(rows()[1]).toMatch(new RegExp(`社区回话了.*社区：${NEWS}`));
  });

  it('does not hide that this phone has yet to send it', async () => {
    told(news({ at: now() - 86_400_000, status: 'closed', handler: 'community', words: NEWS }));
    service.on('POST /api/no-answers', 'offline');
    noAnswers.add({
      ...{ accountId: me, accountName: '周敏', elderName: '李秀兰' },
      body: { ...body, tries: [], at: now() },
    });
    keepForToday(me, `no-answer.${LIXIULAN}`, { tries: [], told: { id: body.id, at: now() } });
    await open();
    expect(rows()[1]).toContain('没见到，等待送出');
    expect(rows()[1]).not.toContain('社区回话了');
  });

  it('of somebody who is not on the list today is told below it', async () => {
    told(news({ elderId: 'elder-吴桂芳', name: '吴桂芳', status: 'closed', handler: 'community', words: NEWS }));
    await open();
    expect(screen.getByRole('heading', { name: '没见到、交给社区的' })).toBeTruthy();
    expect(screen.getByText(new RegExp(`社区：${NEWS}。今天 .* 您没见到人`))).toBeTruthy();
    expect(rows()).toHaveLength(2);
  });

  it('that cannot be had leaves the list as it is', async () => {
    service.on('GET /api/no-answers', { status: 500 });
    await open();
    expect(rows()).toHaveLength(2);
  });
});

describe('without a network', () => {
  it('shows this morning’s list, and what was handed in since counts as done', async () => {
    service.on('GET /api/worklist', worklist(sun, li));
    await open();
    screen.getByRole('heading', { name: '还要去 2 家' });
    service.on('GET /api/worklist', 'offline').on('POST /api/visits', 'offline');
    await act(async () => handInVisit());
    act(() => online.set(false));
    act(() => online.set(true));
    await settle();
    expect(screen.getByText('现在没有网，照样能探访')).toBeTruthy();
    expect(screen.getByText(/1 份记录存好了，有网自动送出/)).toBeTruthy();
    expect(screen.getByRole('heading', { name: '还要去 1 家' })).toBeTruthy();
    expect(rows()[1]).toMatch(/李秀兰.*已探访.*等待送出/);
  });

  it('does not show yesterday’s list, nor another person’s', async () => {
    const kept = { day: '2020-01-01', value: { date: '2020-01-01', items: [sun], next: null, at: 0, kept: false } };
    localStorage.setItem(`tanfang.today.${me}.read.worklist`, JSON.stringify(kept));
    localStorage.setItem('tanfang.today.other.read.worklist', JSON.stringify({ ...kept, day: today }));
    service.on('GET /api/worklist', 'offline');
    await open();
    expect(screen.getByText('这一页要有网才能看')).toBeTruthy();
    expect(screen.queryByText('孙桂英')).toBeNull();
    expect(localStorage.getItem(`tanfang.today.${me}.read.worklist`)).toBeNull();
  });
});

describe('a record that was refused', () => {
  it('is told on the first page, with a way to it', async () => {
    service
      .on('GET /api/worklist', worklist(li))
      .on('POST /api/visits', { status: 400, body: { code: 'visit.time', detail: '时间不对' } });
    handInVisit();
    await open();
    await settle();
    const banner = screen.getByRole('link', { name: /1 份没被收下/ });
    expect(banner.getAttribute('href')).toBe('#/visitor/records/index');
    fireEvent.click(banner);
  });
});
