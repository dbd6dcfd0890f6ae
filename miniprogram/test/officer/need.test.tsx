import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { ballOf, lateInWords, untilInWords } from '@/officer/desk/need-words';
import NeedPage from '@/officer/need';
import type { Role } from '@/state';
import { router, visited } from '../taro';
import { FakeService, settle } from '../family/service';
import { gas, NEED, officer } from './story';

const READ = `GET /api/needs/${NEED}`;
const TAKE = `POST /api/needs/${NEED}/acknowledgements`;
const CLOSE = `POST /api/needs/${NEED}/closures`;
const taken = () => gas({ status: 'acknowledged', handler: 'community' });
const HOUR = 3_600_000;
const dialog = () => within(screen.getByRole('dialog'));

let service: FakeService;

async function open(role?: Role): Promise<void> {
  await service.signIn(officer(role));
  render(<NeedPage />);
  await settle();
}

beforeEach(() => {
  service = new FakeService().on(READ, { status: 200, body: gas() });
  Object.assign(router, { path: '/officer/need/index', params: { id: NEED } });
  visited.splice(0);
});

describe('没人开门', () => {
  const shut = () => gas({ matter: 'no-answer', needType: 'other', heldFromFamily: true, status: 'acknowledged' });

  it('is a kind of its own, and says who will read how it ended', async () => {
    service.on(READ, { status: 200, body: shut() });
    await open();
    expect(screen.getByText('李秀兰，没人开门')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '办结' }));
    expect(dialog().getByText('人在哪儿、几时回来。探访员看得到，病情不要写在这里')).toBeTruthy();
  });
});

describe('经过', () => {
  const later = () => within(screen.getAllByRole('listitem').at(-1)!);

  it('of what the community took and did not do in time names no day that is over', async () => {
    const rise = { kind: 'rise' as const, value: 'street', from: 'community-taken' as const, name: '' };
    const steps = [{ ...rise, at: Date.now() - 1000 }];
    const [closeBy, acknowledgeBy] = [Date.now() - 30 * HOUR, Date.now() + 60 * HOUR];
    const risen = gas({ level: 'street', late: true, closeBy, acknowledgeBy, steps });
    service.on(READ, { status: 200, body: risen });
    await open('street');
    expect(screen.getByText('社区接了，到日子没办好，转到街道')).toBeTruthy();
    expect(later().getByText('接下以后另算日子')).toBeTruthy();
    expect(document.body.textContent).not.toContain('没人接');
  });

  it('says until when it is to be done', async () => {
    service.on(READ, { status: 200, body: gas({ closeBy: Date.now() + HOUR }) });
    await open();
    expect(later().getByText(/前$|之内$/)).toBeTruthy();
  });
});

describe('我来跟进', () => {
  it('takes it once, however often it is tapped', async () => {
    service.on(TAKE, { status: 201, body: taken() });
    service.on(READ, { status: 200, body: gas() }, { status: 200, body: taken() });
    await open();
    const take = screen.getByRole('button', { name: '我来跟进' });
    fireEvent.click(take);
    fireEvent.click(take);
    await settle();
    expect(service.written(TAKE)).toEqual([{ id: expect.stringMatching(/^[0-9A-Z]{26}$/) }]);
    expect(screen.getByRole('button', { name: '办结' })).toBeTruthy();
  });

  it('shows who has it when a colleague was faster', async () => {
    const detail = '这件事已经有人接了，请刷新看看';
    service.on(TAKE, { status: 409, body: { code: 'need.state', detail } });
    service.on(READ, { status: 200, body: gas() }, { status: 200, body: taken() });
    await open();
    fireEvent.click(screen.getByRole('button', { name: '我来跟进' }));
    await settle();
    expect(screen.getByText(detail)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '我来跟进' })).toBeNull();
  });

  it('is for a district once it has come up to it, and then 办结', async () => {
    service.on(READ, { status: 200, body: gas({ level: 'district' }) });
    await open('district');
    expect(screen.getByRole('button', { name: '我来跟进' })).toBeTruthy();
    cleanup();
    const body = gas({ level: 'district', status: 'acknowledged', handler: 'district' });
    service.on(READ, { status: 200, body });
    await open('district');
    expect(screen.getByRole('button', { name: '办结' })).toBeTruthy();
    expect(screen.getAllByText('区里在跟进').length).toBeGreaterThan(0);
    cleanup();
    await open('city');
    expect(screen.queryByRole('button', { name: '办结' })).toBeNull();
  });

  it('is not for a district before that, which looks on', async () => {
    await open('district');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('燃气不安全，要处理');
    expect(screen.queryByRole('button', { name: '我来跟进' })).toBeNull();
  });
});

describe('办结', () => {
  it('presumes no outcome, and asks how it was done', async () => {
    service.on(READ, { status: 200, body: taken() }).on(CLOSE, { status: 201, body: taken() });
    await open();
    fireEvent.click(screen.getByRole('button', { name: '办结' }));
    for (const outcome of dialog().getAllByRole('radio')) expect(outcome.getAttribute('aria-checked')).toBe('false');
    fireEvent.click(dialog().getByRole('button', { name: '请先选结果' }));
    fireEvent.click(dialog().getByRole('radio', { name: /转给别的部门了/ }));
    fireEvent.click(dialog().getByRole('button', { name: '请写一句怎么办的' }));
    await settle();
    expect(service.written(CLOSE)).toEqual([]);
    fireEvent.change(dialog().getByLabelText('怎么办的'), { target: { value: '转给卫生服务中心' } });
    fireEvent.click(dialog().getByRole('button', { name: '办结' }));
    await settle();
    expect(service.written(CLOSE)).toEqual([
      { id: expect.any(String), outcome: 'handed-over', note: '转给卫生服务中心' },
    ]);
  });

  it('sends a changed note as another request than the one whose reply was lost', async () => {
    service.on(READ, { status: 200, body: taken() }).on(CLOSE, 'offline', 'offline', { status: 201, body: taken() });
    await open();
    fireEvent.click(screen.getByRole('button', { name: '办结' }));
    fireEvent.click(dialog().getByRole('radio', { name: /^办好了/ }));
    for (const note of ['换了软管', '换了软管', '换了软管和阀门']) {
      fireEvent.change(dialog().getByLabelText('怎么办的'), { target: { value: note } });
      fireEvent.click(dialog().getByRole('button', { name: '办结' }));
      await settle();
    }
    const [first, second, third] = service.written(CLOSE);
    expect(second).toEqual(first);
    expect(third?.id).not.toBe(first?.id);
  });
});

describe('不告诉家人的事', () => {
  it('says so before anything is done', async () => {
    service.on(READ, { status: 200, body: gas({ heldFromFamily: true }) });
    await open();
    expect(screen.getByText('这件事不告诉家人')).toBeTruthy();
    expect(screen.getByText(/打电话时也不要提/)).toBeTruthy();
  });
});

describe('who has the ball, and until when', () => {
  const at = Date.UTC(2026, 10, 24, 1, 0);
  const hours = (n: number) => at + n * 3_600_000;

  it.each([
    [gas({ level: 'first-contact' }), '等家里拿主意'],
    [gas({ level: 'street' }), '等街道接'],
    [gas({ familyWish: 'community' }), '等社区接，家里请社区协助'],
    [gas({ status: 'acknowledged', handler: 'family' }), '家里在办'],
    [gas({ status: 'closed', handler: 'street' }), '办结'],
  ])('says it in words', (need, words) => {
    expect(ballOf(need)).toBe(words);
  });

  it.each([
    [{ late: false, acknowledgeBy: hours(-1) }, null],
    [{ late: true, acknowledgeBy: hours(-6) }, '超 6 小时'],
    [{ late: true, acknowledgeBy: hours(-50) }, '超 2 天'],
    [{ late: true, acknowledgeBy: hours(3) }, '过时限，已上报'],
    [{ late: true, status: 'acknowledged' as const, closeBy: hours(-25) }, '超 1 天'],
  ])('counts how late %o is', (changes, words) => {
    expect(lateInWords(gas(changes), at)).toBe(words);
  });

  it('names the hour only where a clock runs by the hour', () => {
    expect(untilInWords(Date.UTC(2026, 10, 26, 15, 59, 59, 999), '2026-11-24')).toBe('11月26日前');
    expect(untilInWords(Date.UTC(2026, 10, 24, 7, 40), '2026-11-24')).toBe('今天 15:40 前');
  });
});

describe('经过', () => {
  it('shows when it went up, and because of whom', async () => {
    const at = Date.now() - 3_600_000;
    const steps = [
      { kind: 'answer' as const, value: 'self', from: null, name: '王静', at },
      { kind: 'rise' as const, value: 'community', from: 'family' as const, name: '', at: at + 1 },
      { kind: 'rise' as const, value: 'street', from: 'community' as const, name: '', at: at + 2 },
    ];
    service.on(READ, { status: 200, body: gas({ level: 'street', steps }) });
    await open();
    for (const words of ['王静：我来处理', '到日子家里没办好，转到社区', '到时候社区没人接，转到街道'])
      expect(screen.getByText(words)).toBeTruthy();
  });
});
