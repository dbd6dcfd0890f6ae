import { fireEvent, render, screen, within } from '@testing-library/react';
import type { ReplyOf } from '@/api';
import PlanPage from '@/family/plan';
import WhyPage from '@/family/why';
import { router, visited } from '../taro';
import { FakeService, settle } from './service';
import { MOTHER, wangjing } from './story';

type Why = ReplyOf<'get', '/api/parents/{id}/why'>;

const READ = `GET /api/parents/${MOTHER}/why`;
const TELL = `POST /api/parents/${MOTHER}/objections`;

const why = (changes: Partial<Why> = {}): Why => ({
  elder: { id: MOTHER, name: '李秀兰', callName: '妈妈' },
  state: 'visited',
  headline: '每周至少看一次',
  reasons: [
    {
      ...{ about: 'category', question: '为什么在名单里', answer: '独居：老伴不在，女儿在上海' },
      because: [{ article: '附件1', text: '方案没有写明定义，我们的理解：独居，是没有配偶', kind: 'reading' }],
    },
    {
      ...{ about: 'tier', question: '为什么是重点人群', answer: '她 82 岁，满了 80' },
      because: [{ article: '二（一）1（1）', text: '年龄≥80岁的特殊困难老年人', kind: 'plan' }],
    },
  ],
  plan: {
    ...{ place: '济南', document: '济南市实施方案 2023-10-18' },
    sentences: [
      { article: '一', text: '到2025年底，月探访率达到100%', used: false },
      { article: '二（一）1（1）', text: '年龄≥80岁的特殊困难老年人', used: true },
    ],
  },
  objections: [],
  ...changes,
});
const said = (changes: Partial<Why['objections'][number]> = {}): Why['objections'][number] => ({
  ...{ id: '01KB2Z6QF3T9V8XW7M5N4P3R77', note: '她现在和我弟弟住', status: 'open', sentAt: Date.now() },
  ...{ outcome: null, answer: null, closedAt: null },
  ...changes,
});

let service: FakeService;
const dialog = () => within(screen.getByRole('dialog'));

async function open(...answers: Why[]): Promise<void> {
  service.on(READ, ...answers.map((body) => ({ status: 200, body })));
  await service.signIn(wangjing);
  render(<WhyPage />);
  await settle();
}

beforeEach(() => {
  service = new FakeService();
  Object.assign(router, { path: '/family/why/index', params: { elderId: MOTHER } });
  visited.splice(0);
});

describe('为什么这样安排', () => {
  it('says it in kind words, then the plan’s, and marks what is our reading', async () => {
    await open(why());
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('李秀兰，每周至少看一次');
    expect(screen.getByRole('heading', { name: '她 82 岁，满了 80' })).toBeTruthy();
    expect(screen.getByText('“年龄≥80岁的特殊困难老年人”')).toBeTruthy();
    expect(screen.getByText('济南方案 二（一）1（1）')).toBeTruthy();
    expect(screen.getAllByText('方案没写明，是我们的理解')).toHaveLength(1);
    expect(screen.getByText('独居，是没有配偶')).toBeTruthy();
  });

  it('says what a district decided itself as that', async () => {
    const [first] = why().reasons;
    const because = [
      { article: '二（二）4', text: '本区规定（自2026-01-01起）：每半个月一次', kind: 'district' as const },
    ];
    await open(why({ reasons: [{ ...first!, because }] }));
    expect(screen.getByText('本区规定')).toBeTruthy();
    expect(screen.getByText('本区规定（自2026-01-01起）：每半个月一次')).toBeTruthy();
    expect(screen.queryByText('方案没写明，是我们的理解')).toBeNull();
  });

  it('opens the plan’s own words', async () => {
    await open(why());
    fireEvent.click(screen.getByRole('button', { name: '方案原文' }));
    expect(visited).toEqual([{ how: 'go', url: `/family/plan/index?elderId=${MOTHER}` }]);
  });
});

describe('不对，告诉社区', () => {
  it('sends one note, says so, and shows that nobody has looked yet', async () => {
    service.on(TELL, { status: 204 });
    await open(why(), why({ objections: [said()] }));
    fireEvent.click(screen.getByRole('button', { name: '不对，告诉社区' }));
    fireEvent.click(dialog().getByRole('button', { name: '请先写一句' }));
    fireEvent.change(dialog().getByLabelText('写一句就行'), { target: { value: ' 她现在和我弟弟住 ' } });
    const send = dialog().getByRole('button', { name: '告诉社区' });
    fireEvent.click(send);
    fireEvent.click(send);
    await settle();
    expect(service.written(TELL)).toEqual([{ id: expect.stringMatching(/^[0-9A-Z]{26}$/), note: '她现在和我弟弟住' }]);
    expect(screen.getByText('告诉社区了')).toBeTruthy();
    expect(screen.getByText('社区还没看')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('keeps the note and its id when the answer is lost', async () => {
    service.on(TELL, 'offline', { status: 204 });
    await open(why());
    fireEvent.click(screen.getByRole('button', { name: '不对，告诉社区' }));
    fireEvent.change(dialog().getByLabelText('写一句就行'), { target: { value: '搬家了' } });
    fireEvent.click(dialog().getByRole('button', { name: '告诉社区' }));
    await settle();
    expect(dialog().getByText(/再点一次就行，不会重复/)).toBeTruthy();
    fireEvent.click(dialog().getByRole('button', { name: '告诉社区' }));
    await settle();
    const [first, second] = service.written(TELL);
    expect(second).toEqual(first);
  });

  it('shows what the community answered', async () => {
    await open(why({ objections: [said({ status: 'closed', outcome: 'amended', answer: '改成同住了' })] }));
    expect(screen.getByText('改好了')).toBeTruthy();
    expect(screen.getByText('社区说：改成同住了')).toBeTruthy();
  });
});

describe('还不知道、不再探访', () => {
  it('asks what the family knows instead of saying no', async () => {
    const answer = '家里有谁、住在哪儿，社区还没问清';
    const reasons = [{ about: 'not-known' as const, question: '为什么还定不了', answer, because: [] }];
    await open(why({ state: 'not-known', headline: '要不要定期去看，还定不了', reasons }));
    expect(screen.getByText(answer)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '我知道，告诉社区' }));
    expect(dialog().getByRole('heading', { name: '您知道的情况' })).toBeTruthy();
  });

  it('never says why the visits have ended', async () => {
    await open(why({ state: 'ended', headline: '现在不安排探访', reasons: [] }));
    expect(screen.getByText('社区把探访停下来了')).toBeTruthy();
    expect(screen.queryByText(/去世|离世/)).toBeNull();
    expect(screen.getByRole('button', { name: '有话跟社区说' })).toBeTruthy();
  });

  it('says that it is out of reach by now', async () => {
    service.on(READ, { status: 404, body: { code: 'access.not-found', detail: '没有找到，可能已经变动' } });
    await service.signIn(wangjing);
    render(<WhyPage />);
    await settle();
    expect(screen.getByText('没有找到，可能已经变动')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '不对，告诉社区' })).toBeNull();
  });
});

it('原文: the sentences that speak of 妈妈 first, then the others', async () => {
  service.on(READ, { status: 200, body: why() });
  await service.signIn(wangjing);
  render(<PlanPage />);
  await settle();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('济南市实施方案 2023-10-18');
  const lists = screen.getAllByRole('list').map((list) => [list.getAttribute('aria-label'), list.textContent]);
  expect(lists).toEqual([
    ['说到妈妈的', '“年龄≥80岁的特殊困难老年人”方案 二（一）1（1）'],
    ['方案里的其他话', '“到2025年底，月探访率达到100%”方案 一'],
  ]);
});
