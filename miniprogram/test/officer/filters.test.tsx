import { fireEvent, render, screen, within } from '@testing-library/react';
import EldersPage from '@/officer/elders';
import { fromParams, toParams } from '@/officer/elders/filters';
import { wide } from '@/platform';
import { FakeService, settle } from '../family/service';
import { router } from '../taro';
import { officer } from './story';

const SEARCH = 'POST /api/elders/searches';
const STREET = '0D1V0000000000370102009002';

const elder = (id: string, changes: object = {}) => ({
  ...{ id, name: '孙桂英', age: 79, sex: 'female', idNumberMasked: '9900 **** **** **71', phoneMasked: null },
  ...{ addressMasked: '济南市****', communityName: '甸柳新村第一社区', categories: ['severe-disability'], tier: 'key' },
  ...{ every: 'week', firstContact: null, endedOn: null, endReason: null, doorCode: false, visits: 'missed-last' },
  ...changes,
});
const page = (items: object[], totals: object | null, next: string | null = null) => ({
  status: 200,
  body: { items, next, totals },
});

let service: FakeService;
beforeEach(() => {
  localStorage.clear();
  service = new FakeService()
    .on('GET /api/elders', page([elder('E1'), elder('E2')], { all: 1336, found: 1336 }))
    .on(SEARCH, page([elder('E1')], { all: 1336, found: 612 }));
  Object.assign(router, { path: '/officer/elders/index', params: {} });
});
afterEach(() => wide.set(false));

const open = async (role: 'community' | 'street' = 'community') => {
  await service.signIn(officer(role));
  render(<EldersPage />);
  await settle();
};
const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const tick = (name: string) => fireEvent.click(within(screen.getByRole('dialog')).getByRole('checkbox', { name }));

it('tells how many there are, and how it stands with each', async () => {
  await open();
  expect(screen.getByRole('heading', { name: '名册，1,336 位老人' })).toBeTruthy();
  expect(screen.getAllByText('上期没见到')).toHaveLength(2);
  expect(screen.getByText(/显示 2 位/).textContent).not.toContain('符合条件');
});

it('on a phone asks behind one button, and only when all is chosen', async () => {
  await open();
  await press('筛选');
  tick('独居');
  tick('失能');
  tick('逾期');
  tick('没有');
  expect(service.written(SEARCH)).toEqual([]);
  await press('看结果');
  expect(service.written(SEARCH)).toEqual([
    {
      categories: ['living-alone', 'disabled-ability'],
      visits: ['late'],
      hasFirstContact: false,
      status: 'running',
      limit: 50,
    },
  ]);
  expect(screen.getByText(/符合条件 612 人/)).toBeTruthy();
  expect(screen.getByText('类别：2 项；探访情况：逾期；第一联系人：没有')).toBeTruthy();
  // Both of two are everybody.
  await press('筛选，已选 3 样');
  tick('有');
  await press('看结果');
  expect(service.written(SEARCH).at(-1)).not.toHaveProperty('hasFirstContact');
  await press('清空');
  expect(screen.queryByText(/符合条件/)).toBeNull();
});

it('finds those to whom nobody goes', async () => {
  await open();
  await press('筛选');
  tick('还没派');
  await press('看结果');
  expect(service.written(SEARCH)).toEqual([{ hasVisitor: false, status: 'running', limit: 50 }]);
  expect(screen.getByText('探访员：还没派')).toBeTruthy();
});

it('leaves everything as it was when the sheet is closed', async () => {
  await open();
  await press('筛选');
  tick('独居');
  await press('关闭');
  expect(service.written(SEARCH)).toEqual([]);
});

it('at a PC has a pill for each, which can be taken back alone', async () => {
  wide.set(true);
  await open();
  await press('人群');
  tick('重点');
  await press('看结果');
  await press('探访情况');
  tick('待探访');
  await press('看结果');
  expect(service.written(SEARCH).at(-1)).toMatchObject({ tiers: ['key'], visits: ['owed'] });
  await press('不按人群筛选');
  expect(service.written(SEARCH).at(-1)).toEqual({ visits: ['owed'], status: 'running', limit: 50 });
  expect(screen.getByRole('button', { name: '探访情况：待探访' })).toBeTruthy();
  expect(screen.getByRole('columnheader', { name: '探访情况' })).toBeTruthy();
});

it('narrows a search, and keeps the count while more is fetched', async () => {
  service.on(
    SEARCH,
    page([elder('E1')], { all: 1336, found: 2 }),
    page([elder('E1')], { all: 1336, found: 2 }, 'E1'),
    page([elder('E2')], null),
  );
  await open();
  fireEvent.change(screen.getByRole('searchbox', { name: '找人' }), { target: { value: '桂英' } });
  await press('找');
  await press('筛选');
  tick('重点');
  await press('看结果');
  await press('看更多');
  expect(service.written(SEARCH).at(-1)).toEqual({
    q: '桂英',
    tiers: ['key'],
    status: 'running',
    limit: 50,
    after: 'E1',
  });
  expect(screen.getByText(/符合条件 2 人，\s*显示 2 位，到底了/)).toBeTruthy();
});

it('offers a street its communities, and one community none', async () => {
  service.on('GET /api/divisions', {
    status: 200,
    body: { items: [{ id: STREET, name: '甸柳新村第一社区', level: 'community', code: '370102009002', rural: false }] },
  });
  await open('street');
  await press('筛选');
  tick('甸柳新村第一社区');
  await press('看结果');
  expect(service.written(SEARCH).at(-1)).toMatchObject({ divisionIds: [STREET] });
});

it('does not filter those whose record has ended', async () => {
  Object.assign(router, { params: { tiers: 'key', status: 'running' } });
  await open();
  expect(service.written(SEARCH)).toEqual([{ tiers: ['key'], status: 'running', limit: 50 }]);
  fireEvent.click(screen.getByRole('tab', { name: '已销册' }));
  await settle();
  expect(screen.queryByRole('button', { name: /筛选/ })).toBeNull();
  expect(service.written(SEARCH)).toHaveLength(1);
});

it('reads from an address what was written into it, and nothing that is unknown', () => {
  const chosen = {
    places: [STREET],
    categories: ['living-alone', 'other'],
    tiers: ['key'],
    visits: [],
    visitor: ['no'],
    contact: ['no'],
  };
  expect(fromParams(toParams(chosen))).toEqual(chosen);
  expect(fromParams({ tiers: 'vip,key', visits: 'constructor', contact: 'maybe' })).toEqual({
    ...{ places: [], categories: [], tiers: ['key'], visits: [], visitor: [], contact: [] },
  });
});
