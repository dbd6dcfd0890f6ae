import { fireEvent, render, screen, within } from '@testing-library/react';
import type { ReplyOf } from '@/api';
import ReadingPage from '@/officer/reading';
import { dayOf } from '@/platform';
import { router } from '../taro';
import { FakeService, settle } from '../family/service';
import { officer } from './story';

type Readings = ReplyOf<'get', '/api/districts/{districtId}/readings'>;
type Reading = Readings['items'][number];

const DISTRICT = '0D1V0000000000000000370102';
const RULE = 'jinan.cadence.secondary';
const READ = `GET /api/districts/${DISTRICT}/readings`;
const WEIGH = `GET /api/districts/${DISTRICT}/reading-effects`;
const DECIDE = `POST /api/districts/${DISTRICT}/readings`;
const WITHDRAW = `POST /api/districts/${DISTRICT}/reading-withdrawals`;
const TOMORROW = dayOf(Date.now() + 86_400_000);

const decision = (value: string | null): NonNullable<Reading['decision']> => ({
  ...{ id: '01KB2Z6QF3T9V8XW7M5N4P3R0D', value, label: '每周一次', from: '2026-01-01', reason: '冬天多看一趟' },
  ...{ decidedBy: '韩立新', decidedAt: 1_795_312_800_000 },
});

const secondary = (changes: Partial<Reading> = {}): Reading => ({
  ...{ ruleId: RULE, kind: 'cadence', kindLabel: '多久探访一次', subject: '多久探访一次', note: null },
  because: [
    {
      rule: RULE,
      document: '方案',
      article: '二（二）4',
      text: '原文写了两遍，我们的理解：说的是次重点人群',
      reading: true,
    },
  ],
  options: [
    { code: 'week', label: '每周一次' },
    { code: 'half-month', label: '每半个月一次' },
  ],
  ...{ ours: 'half-month', current: 'half-month', decision: null, coming: [], history: [] },
  ...changes,
});

const page = (next: string | null, changes = {}) => ({
  status: 200,
  body: {
    ...{
      total: next === null ? null : 3,
      looked: 2,
      changed: 1,
      leaving: 0,
      joining: 0,
      moreOften: 1,
      lessOften: 0,
      next,
    },
    ...changes,
  },
});

let service: FakeService;

async function open(reading: Reading, mayDecide = true): Promise<void> {
  const district = { id: DISTRICT, name: '历下区', packName: '济南' };
  service.on(READ, { status: 200, body: { district, document: '方案', mayDecide, items: [reading] } });
  await service.signIn(officer(mayDecide ? 'district' : 'community'));
  render(<ReadingPage />);
  await settle();
}

const choose = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const fill = () => {
  choose(/^每周一次/);
  write('从哪天起', TOMORROW);
  write('理由', '入冬以后多看一趟');
};

beforeEach(() => {
  service = new FakeService();
  Object.assign(router, { path: '/officer/reading/index', params: { districtId: DISTRICT, ruleId: RULE } });
});

describe('另定一条', () => {
  it('presumes nothing, and is not sent before everything is there and counted', async () => {
    service.on(WEIGH, page(null, { total: 2 })).on(DECIDE, { status: 201, body: decision('week') });
    await open(secondary());
    for (const option of screen.getAllByRole('radio')) expect(option.getAttribute('aria-checked')).toBe('false');
    await press('先选改成什么');
    choose(/^每周一次/);
    await press('先写从哪天起');
    write('从哪天起', '2020-01-01');
    expect(screen.getByText('以前的事按当时的规定，请选今天或以后')).toBeTruthy();
    await press('先写从哪天起');
    write('从哪天起', TOMORROW);
    await press('先写理由');
    write('理由', '入冬以后多看一趟');
    await press('先算一算会影响谁');
    expect(service.written(DECIDE)).toEqual([]);
    await press('算一算会影响谁');
    await press('定下来');
    expect(service.written(DECIDE)).toEqual([
      {
        id: expect.stringMatching(/^[0-9A-Z]{26}$/),
        ruleId: RULE,
        value: 'week',
        from: TOMORROW,
        reason: '入冬以后多看一趟',
      },
    ]);
    expect(screen.getByText(/^定好了/)).toBeTruthy();
  });

  it('adds the pages up, and counts anew for another choice', async () => {
    service.on(WEIGH, page('A'), page(null));
    await open(secondary());
    fill();
    await press('算一算会影响谁');
    expect(screen.getByText('2 位老人的结果会变：2 位去得勤些')).toBeTruthy();
    expect(screen.getByText(/全区在册 4 位/)).toBeTruthy();
    choose(/^每半个月一次/);
    expect(screen.queryByText(/2 位老人的结果会变/)).toBeNull();
    expect(screen.getByRole('button', { name: '先算一算会影响谁' })).toBeTruthy();
  });

  it('says loudly when somebody would not be visited any more', async () => {
    service.on(WEIGH, page(null, { changed: 2, leaving: 2, moreOften: 0 }));
    await open(secondary());
    fill();
    await press('算一算会影响谁');
    expect(screen.getByText('2 位老人的结果会变：2 位不再列入探访')).toBeTruthy();
    expect(screen.getByRole('button', { name: '2 位不再列入探访，也这样定' })).toBeTruthy();
  });

  it('says what went wrong with counting, and can count again', async () => {
    service.on(WEIGH, 'offline', page(null));
    await open(secondary());
    fill();
    await press('算一算会影响谁');
    expect(screen.getByText(/现在没有网|没等到回音/)).toBeTruthy();
    await press('算一算会影响谁');
    expect(screen.getByText('1 位老人的结果会变：1 位去得勤些')).toBeTruthy();
  });

  it('is the same decision when its reply was lost', async () => {
    service.on(WEIGH, page(null)).on(DECIDE, 'offline', { status: 200, body: decision('week') });
    await open(secondary());
    fill();
    await press('算一算会影响谁');
    await press('定下来');
    await press('定下来');
    const [first, second] = service.written(DECIDE);
    expect(second).toEqual(first);
  });

  it('needs no count where no elder’s result can change', async () => {
    service.on(DECIDE, { status: 201, body: decision('week') });
    await open(secondary({ kind: 'clock', kindLabel: '办理时限', subject: '紧急：多久内办好' }));
    fill();
    expect(screen.queryByRole('button', { name: '算一算会影响谁' })).toBeNull();
    await press('定下来');
    expect(service.written(DECIDE)).toHaveLength(1);
  });
});

describe('改回来', () => {
  it('is offered where something was decided, and is sent as taking it back', async () => {
    service.on(WEIGH, page(null)).on(WITHDRAW, { status: 201, body: decision(null) });
    await open(secondary({ current: 'week', decision: decision('week'), history: [decision('week')] }));
    expect(within(screen.getByRole('list', { name: '定过的' })).getByText(/冬天多看一趟。韩立新/)).toBeTruthy();
    choose(/^改回我们的理解/);
    write('从哪天起', TOMORROW);
    write('理由', '试行期满，改回来');
    await press('算一算会影响谁');
    await press('定下来');
    expect(service.written(WITHDRAW)).toEqual([
      { id: expect.any(String), ruleId: RULE, from: TOMORROW, reason: '试行期满，改回来' },
    ]);
  });

  it('is not offered where nothing was', async () => {
    await open(secondary());
    expect(screen.queryByRole('radio', { name: /^改回我们的理解/ })).toBeNull();
  });
});

it('whoever may not decide reads it all, and finds nothing to decide', async () => {
  await open(secondary({ current: 'week', decision: decision('week'), history: [decision('week')] }), false);
  expect(screen.getByText('这一条由区里来定')).toBeTruthy();
  expect(screen.getByText(/冬天多看一趟。韩立新/)).toBeTruthy();
  expect(screen.queryByRole('radio')).toBeNull();
});
