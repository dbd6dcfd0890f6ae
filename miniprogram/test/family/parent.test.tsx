import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import ParentPage from '@/family/parent';
import { placesOf } from '@/family/parent/TrendLine';
import { router, visited } from '../taro';
import { FakeService, settle } from './service';
import { goneUp, HOSE, hose, liuyang, MOTHER, takenByUs, wangjing } from './story';
import type { Me } from '@/state';

const FATHER = '01KB2Z6QF3T9V8XW7M5N4P3R09';
const mother = {
  elder: { id: MOTHER, name: '李秀兰', age: 82, callName: '妈妈' },
  lastVisit: {
    at: Date.now(),
    visitorName: '周敏',
    visitorWord: '邻居',
    sentence: '精神和上次一样，走路慢了些',
    settled: [] as object[],
  },
  turn: {
    needId: HOSE,
    title: '燃气不安全，要处理',
    plain: '厨房燃气有隐患',
    taken: false,
    wentUp: null,
    answerBy: '2999-11-26',
  },
  unsettled: [] as object[],
  trends: [
    { key: 'mobility', label: '走路', points: [2, 2, 1], word: 'worse' },
    { key: 'spirits', label: '精神', points: [1], word: 'same' },
  ],
  visits: [],
  visitCount: 26,
};

let service: FakeService;

async function open(me: Me = wangjing): Promise<void> {
  await service.signIn(me);
  render(<ParentPage />);
  await settle();
}

beforeEach(() => {
  service = new FakeService();
  service.on(`GET /api/parents/${MOTHER}`, { status: 200, body: mother });
  service.on('GET /api/needs', { status: 200, body: { items: [hose()], next: null } });
  service.on('GET /api/subscription-templates', { status: 200, body: { items: [] } });
  Object.assign(router, { path: '/family/parent/index', params: {} });
  visited.splice(0);
});

describe('妈妈', () => {
  it('names the hour of a visit as long as one remembers it', async () => {
    await open();
    expect(screen.getByText(/^今天 \d+:\d\d 周敏去看过$/)).toBeTruthy();
    cleanup();
    const lastVisit = { ...mother.lastVisit, at: Date.parse('2026-10-23T10:02:00+08:00') };
    service.on(`GET /api/parents/${MOTHER}`, { status: 200, body: { ...mother, lastVisit } });
    await open();
    expect(screen.getByText(/10月23日 周敏去看过$/)).toBeTruthy();
  });

  it('says who came last, in one sentence, and what waits for the family', async () => {
    await open();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('李秀兰，82 岁');
    expect(screen.getByText('精神和上次一样，走路慢了些。')).toBeTruthy();
    expect(screen.getByText('轮到您了')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '看看怎么办' }));
    expect(visited).toEqual([{ how: 'go', url: `/family/need/index?id=${HOSE}` }]);
  });

  it('says beside what was seen that it has been settled', async () => {
    const settled = [
      { about: '燃气安全', how: '办好了', done: true, at: Date.now() },
      { about: '看病就医', how: '不用办了', done: false, at: Date.now() },
    ];
    const lastVisit = { ...mother.lastVisit, sentence: '燃气要尽快处理', settled };
    const visits = [{ ...lastVisit, id: HOSE }];
    service.on(`GET /api/parents/${MOTHER}`, { status: 200, body: { ...mother, turn: null, lastVisit, visits } });
    await open();
    expect(screen.getByText('燃气要尽快处理。')).toBeTruthy();
    // On the card of today, and in the list of those who came.
    expect(screen.getAllByText('燃气安全的事，今天办好了')).toHaveLength(2);
    expect(screen.getAllByText('看病就医的事，今天不用办了')).toHaveLength(2);
  });

  it('says beside what was seen who is at what is not settled', async () => {
    const unsettled = [{ needId: FATHER, about: '燃气安全', how: '社区在跟进，办好了会告诉您' }];
    service.on(`GET /api/parents/${MOTHER}`, { status: 200, body: { ...mother, turn: null, unsettled } });
    await open();
    expect(screen.getByText('燃气安全的事，社区在跟进，办好了会告诉您')).toBeTruthy();
  });

  it('says that it is in the family’s hands once they took it', async () => {
    service.on(`GET /api/parents/${MOTHER}`, {
      status: 200,
      body: { ...mother, turn: { ...mother.turn, taken: true } },
    });
    service.on('GET /api/needs', { status: 200, body: { items: [takenByUs()], next: null } });
    await open();
    expect(screen.getByText('您在办')).toBeTruthy();
    expect(screen.queryByText('轮到您了')).toBeNull();
  });

  it('says who has it and since when once it went up, and that deciding is still in time', async () => {
    const wentUp = { who: '街道', at: Date.now() - 86_400_000 };
    service.on(`GET /api/parents/${MOTHER}`, { status: 200, body: { ...mother, turn: { ...mother.turn, wentUp } } });
    service.on('GET /api/needs', { status: 200, body: { items: [goneUp(wentUp.at)], next: null } });
    await open();
    expect(screen.getByText('昨天转到街道了')).toBeTruthy();
    expect(screen.getByText('您现在拿主意也来得及')).toBeTruthy();
    expect(screen.queryByText('轮到您了')).toBeNull();
    expect(screen.getByRole('button', { name: '看看怎么办' })).toBeTruthy();
  });

  it('still shows the page when the list of needs does not arrive', async () => {
    service.on('GET /api/needs', { status: 500, body: {} });
    await open();
    expect(screen.getByRole('button', { name: '看看怎么办' })).toBeTruthy();
  });

  it('puts a trend in words, and shows none of a single visit', async () => {
    await open();
    expect(screen.getByText('走路').parentElement?.textContent).toContain('差了些');
    expect(screen.queryByText('精神')).toBeNull();
  });

  it('switches between parents', async () => {
    const father = { ...mother, elder: { id: FATHER, name: '王建国', age: 84, callName: '爸爸' }, turn: null };
    service.on(`GET /api/parents/${FATHER}`, { status: 200, body: father });
    const [kin] = wangjing.kin;
    await open({ ...wangjing, kin: [kin!, { ...kin!, elderId: FATHER, callName: '爸爸', kinshipId: FATHER }] });
    expect(screen.getByRole('tab', { name: '妈妈' }).getAttribute('aria-selected')).toBe('true');
    fireEvent.click(screen.getByRole('tab', { name: '爸爸' }));
    await settle();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('王建国，84 岁');
    expect(screen.queryByText('轮到您了')).toBeNull();
  });

  it('waits with somebody whom the community has not confirmed, and asks nothing of them', async () => {
    await open(liuyang);
    expect(screen.getByRole('heading', { name: '等社区确认' })).toBeTruthy();
    expect(screen.getByText(/您不用再做什么/)).toBeTruthy();
    expect(screen.getByText(/刘\*河/)).toBeTruthy();
    expect(service.calls.some(({ path }) => path.startsWith('/api/parents'))).toBe(false);
  });

  it('opens by itself when the community has confirmed', async () => {
    await open(liuyang);
    service.on('GET /api/sessions/current', { status: 200, body: wangjing });
    fireEvent.click(screen.getByRole('button', { name: '看看确认了没有' }));
    await settle();
    await settle();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('李秀兰，82 岁');
  });
});

describe('the line of a trend', () => {
  it('goes from left to right, the better the higher', () => {
    const [first, middle, last] = placesOf([0, 2, 1]);
    expect(first!.x).toBeLessThan(middle!.x);
    expect(middle!.y).toBeLessThan(last!.y);
    expect(last!.y).toBeLessThan(first!.y);
  });

  it('stays in the middle when nothing changed', () => {
    expect(new Set(placesOf([1, 1, 1]).map(({ y }) => y))).toEqual(new Set([17]));
  });
});
