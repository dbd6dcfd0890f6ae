import { fireEvent, render, screen, within } from '@testing-library/react';
import NeedPage from '@/officer/need';
import { Paused } from '@/officer/pause/Paused';
import type { PauseItem } from '@/officer/pause/pause-draft';
import { Resting } from '@/officer/worklist/Resting';
import { addDays, dayOf } from '@/platform';
import { FakeService, settle } from '../family/service';
import { router } from '../taro';
import { ELDER, gas, NEED, officer } from './story';

const LIST = `GET /api/elders/${ELDER}/pauses`;
const SET = `POST /api/elders/${ELDER}/pauses`;
const PAUSE = '01KB2Z6QF3T9V8XW7M5N4P3R77';
const today = dayOf(Date.now());
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const pause = (changes: Partial<PauseItem> = {}): PauseItem => ({
  ...{ id: PAUSE, reason: 'hospital', from: today, backOn: addDays(today, 9), note: '女儿来过电话' },
  ...{ running: true, endedHow: null, setByName: '刘芳', setAt: Date.now(), seenOn: null },
  ...changes,
});
const listed = (...items: PauseItem[]) => ({ status: 200, body: { items } });
const id = expect.stringMatching(/^[0-9A-Z]{26}$/);
let service: FakeService;

beforeEach(async () => {
  service = new FakeService().on(LIST, listed());
  await service.signIn(officer());
});

const show = async () => {
  render(<Paused elder={{ id: ELDER, name: '李秀兰' }} />);
  await settle();
};

describe('暂时不用去', () => {
  it('asks why, until when and how it is known, and says what follows before it is done', async () => {
    service.on(SET, { status: 201, body: pause() });
    await show();
    press('李秀兰暂时不用去');
    press('请先选原因');
    choose(/^住院/);
    press('请填哪天回来');
    fill('预计哪天回来', today);
    press('要在今天以后');
    fill('预计哪天回来', addDays(today, 61));
    press('最多先记 60 天，到时候再延');
    fill('预计哪天回来', addDays(today, 9));
    press('请写一句怎么知道的');
    fill('怎么知道的', ' 女儿来过电话 ');
    expect(screen.getByText(/不算没见到.*起自己恢复/)).toBeTruthy();
    await settle();
    expect(service.written(SET)).toEqual([]);
    service.on(LIST, listed(pause()));
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '暂时不用去' }));
    await settle();
    const content = { reason: 'hospital', from: today, backOn: addDays(today, 9), note: '女儿来过电话' };
    expect(service.written(SET)).toEqual([{ id, ...content }]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText(/^住院，到 /)).toBeTruthy();
  });

  it('begins at most thirty days ago and on no day that is to come', async () => {
    await show();
    press('李秀兰暂时不用去');
    choose(/^外出/);
    fill('从哪天起', addDays(today, 1));
    press('这天还没到，请到那天再记');
    fill('从哪天起', addDays(today, -31));
    press('最早从 30 天前算起');
  });

  it('谢绝 offers the last day on which she has to be asked again', async () => {
    await show();
    press('李秀兰暂时不用去');
    choose(/^本人谢绝/);
    expect(screen.getByLabelText<HTMLInputElement>('哪天再问一问').value).toBe(addDays(today, 30));
    fill('怎么知道的', '她自己说不要');
    expect(screen.getByText(/打电话问候照记.*我们的理解/)).toBeTruthy();
  });

  it('stays open where a colleague was faster, and says so', async () => {
    service.on(SET, { status: 409, body: { code: 'pause.state', detail: '情况刚刚有了变化，请刷新看看' } });
    await show();
    press('李秀兰暂时不用去');
    choose(/^本人谢绝/);
    fill('怎么知道的', '她自己说不要');
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '暂时不用去' }));
    await settle();
    expect(screen.getByText(/情况刚刚有了变化/)).toBeTruthy();
  });
});

describe('while visits rest', () => {
  beforeEach(() => service.on(LIST, listed(pause()), listed(pause({ running: false, endedHow: 'back' }))));

  it.each([
    ['回来了', 'back'],
    ['当时记错了', 'mistake'],
  ])('%s: visits are owed again', async (title, how) => {
    const END = `POST /api/elders/${ELDER}/pauses/${PAUSE}/endings`;
    service.on(END, { status: 200, body: pause({ running: false }) });
    await show();
    press('已经回来了');
    choose(new RegExp(`^${title}`));
    press('又要去了');
    await settle();
    expect(service.written(END)).toEqual([{ how }]);
    expect(screen.getByRole('button', { name: '李秀兰暂时不用去' })).toBeTruthy();
  });

  it('whoever was seen at home is asked about, and rests on with one tap', async () => {
    const AMEND = `PATCH /api/elders/${ELDER}/pauses/${PAUSE}`;
    service.on(LIST, listed(pause({ seenOn: today }))).on(AMEND, { status: 200, body: pause() });
    await show();
    expect(screen.getByText(/今天有人上门见到了，请问一问还要不要歇着/)).toBeTruthy();
    service.on(LIST, listed(pause()));
    press('问过了，还要歇着');
    await settle();
    expect(service.written(AMEND)).toEqual([{ backOn: addDays(today, 9) }]);
    expect(screen.queryByText(/请问一问/)).toBeNull();
  });

  it('another day is given', async () => {
    const AMEND = `PATCH /api/elders/${ELDER}/pauses/${PAUSE}`;
    service.on(AMEND, { status: 200, body: pause() });
    await show();
    press('改日子');
    fill('预计哪天回来', today);
    press('要在今天以后');
    fill('预计哪天回来', addDays(today, 20));
    press('改好了');
    await settle();
    expect(service.written(AMEND)).toEqual([{ backOn: addDays(today, 20), note: '女儿来过电话' }]);
  });
});

it('the list says who was seen at home, and who should be back', async () => {
  const someone = (name: string, changes: object) => ({
    ...{
      elderId: name,
      name,
      place: '3 号楼',
      reason: 'hospital',
      backOn: addDays(today, 9),
      over: false,
      seenOn: null,
    },
    ...changes,
  });
  const items = [
    someone('李秀兰', { seenOn: today }),
    someone('刘长河', { over: true, backOn: today }),
    someone('孙桂英', {}),
  ];
  service.on('GET /api/pauses', { status: 200, body: { items, next: null } });
  render(<Resting />);
  await settle();
  const rows = screen.getAllByRole('link').map((row) => row.textContent);
  expect(rows[0]).toMatch(/今天见到了.*见到了，请问一问还要不要歇着，3 号楼/);
  expect(rows[1]).toMatch(/到日子了.*请问一问回来没有/);
  expect(rows[2]).not.toMatch(/请问一问/);
});

describe('a need that came from a closed door', () => {
  const heard = (changes: object = {}) => ({
    ...{ visitId: '1', visitorName: '周敏', seenAt: Date.now() - 86_400_000, severity: 'ordinary' as const },
    ...{
      title: '没见到人，说是住院了',
      words: '9:58 敲门。女儿说在千佛山医院',
      heard: 'hospital' as const,
      ...changes,
    },
  });
  const open = async (need = gas({ matter: 'no-answer', evidence: [heard()] })) => {
    service.on(`GET /api/needs/${NEED}`, { status: 200, body: need });
    Object.assign(router, { path: '/officer/need/index', params: { id: NEED } });
    render(<NeedPage />);
    await settle();
  };

  it('has the reason, the day and the words filled in; the officer confirms', async () => {
    service.on(SET, { status: 201, body: pause() });
    await open();
    press('李秀兰暂时不用去');
    expect(screen.getByRole('radio', { name: /^住院/, checked: true })).toBeTruthy();
    await settle();
    expect(service.written(SET)).toEqual([]);
    fill('预计哪天回来', addDays(today, 9));
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '暂时不用去' }));
    await settle();
    expect(service.written(SET)).toMatchObject([
      { reason: 'hospital', from: addDays(today, -1), note: '9:58 敲门。女儿说在千佛山医院' },
    ]);
  });

  it('offers nothing where nobody knows, or the need is closed', async () => {
    await open(gas({ matter: 'no-answer', evidence: [heard({ heard: null })] }));
    expect(screen.queryByRole('button', { name: /暂时不用去/ })).toBeNull();
    await open(gas({ matter: 'no-answer', status: 'closed', evidence: [heard()] }));
    expect(screen.queryByRole('button', { name: /暂时不用去/ })).toBeNull();
  });
});
