import { fireEvent, render, screen, within } from '@testing-library/react';
import type { ReplyOf } from '@/api';
import ObjectionsPage from '@/officer/objections';
import type { Role } from '@/state';
import { FakeService, settle } from '../family/service';
import { router } from '../taro';
import { ELDER, officer } from './story';

type Objection = ReplyOf<'get', '/api/objections'>['items'][number];

const ID = '01KB2Z6QF3T9V8XW7M5N4P3R77';
const LIST = 'GET /api/objections';
const CLOSE = `POST /api/objections/${ID}/closures`;

const said = (changes: Partial<Objection> = {}): Objection => ({
  ...{ id: ID, elderId: ELDER, elderName: '李秀兰', senderName: '王静', senderWord: '女儿' },
  ...{ note: '她现在和我弟弟住', status: 'open', sentAt: Date.now(), outcome: null, answer: null },
  ...{ closedAt: null, closedByName: null },
  ...changes,
});
const listed = (...items: Objection[]) => ({ status: 200, body: { items, next: null } });

let service: FakeService;
const dialog = () => within(screen.getByRole('dialog'));

async function open(role: Role = 'community'): Promise<void> {
  await service.signIn(officer(role));
  render(<ObjectionsPage />);
  await settle();
}

beforeEach(() => {
  service = new FakeService().on(LIST, listed(said()), listed());
  Object.assign(router, { path: '/officer/objections/index', params: {} });
});

it('says who says what about whom, and takes one answer', async () => {
  service.on(CLOSE, { status: 204 });
  await open();
  expect(screen.getByRole('heading', { name: '王静，李秀兰的女儿' })).toBeTruthy();
  expect(screen.getByText('她现在和我弟弟住')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '看过了，回一句' }));
  for (const outcome of dialog().getAllByRole('radio')) expect(outcome.getAttribute('aria-checked')).toBe('false');
  fireEvent.click(dialog().getByRole('button', { name: '请先选改没改' }));
  fireEvent.click(dialog().getByRole('radio', { name: '改好了' }));
  fireEvent.change(dialog().getByLabelText(/回家人的话/), { target: { value: '改成同住了' } });
  const answer = dialog().getByRole('button', { name: '回给家人' });
  fireEvent.click(answer);
  fireEvent.click(answer);
  await settle();
  expect(service.written(CLOSE)).toEqual([
    { id: expect.stringMatching(/^[0-9A-Z]{26}$/), outcome: 'amended', answer: '改成同住了' },
  ]);
  expect(screen.getByText('没有要看的')).toBeTruthy();
});

it('says what went wrong, and keeps what was chosen', async () => {
  service.on(CLOSE, { status: 409, body: { code: 'objection.state', detail: '这一条已经有人看过了，请刷新看看' } });
  await open();
  fireEvent.click(screen.getByRole('button', { name: '看过了，回一句' }));
  fireEvent.click(dialog().getByRole('radio', { name: '核实过，没有改' }));
  fireEvent.click(dialog().getByRole('button', { name: '回给家人' }));
  await settle();
  expect(dialog().getByText('这一条已经有人看过了，请刷新看看')).toBeTruthy();
});

it('is not closed by a district, which looks on', async () => {
  await open('district');
  expect(screen.getByText('她现在和我弟弟住')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '看过了，回一句' })).toBeNull();
});

it('says of one who is no relative any more that they are not', async () => {
  service.on(LIST, listed(said({ senderWord: null })));
  await open();
  expect(screen.getByRole('heading', { name: '王静，李秀兰的家人' })).toBeTruthy();
  expect(screen.getByText(/现在已经不是绑定的家人/)).toBeTruthy();
});

it('shows what was answered, and by whom', async () => {
  Object.assign(router, { params: { status: 'closed' } });
  const done = { status: 'closed', outcome: 'kept', answer: '核实过，是一个人住', closedByName: '刘芳' } as const;
  service.on(LIST, listed(said({ ...done, closedAt: Date.now() })));
  await open();
  expect(screen.getByText('核实过，没有改')).toBeTruthy();
  expect(screen.getByText('回的话：核实过，是一个人住')).toBeTruthy();
  expect(screen.getByText(/刘芳.*看过/)).toBeTruthy();
});
