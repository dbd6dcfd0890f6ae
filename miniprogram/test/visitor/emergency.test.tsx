import { act, fireEvent, render, screen } from '@testing-library/react';
import { closeOutbox, emergencies, openOutbox, waitingHere } from '@/offline';
import { sendWaiting } from '@/offline/outbox';
import { EmergencySheet } from '@/visitor/emergency/EmergencySheet';
import type { ElderCard } from '@/visitor/visit/draft';
import { FakeService, settle } from '../family/service';
import { visited } from '../taro';
import { card, LIXIULAN, zhoumin } from './story';

jest.mock('@/platform/phone-call', () => ({ phoneCall: jest.fn(async () => true) }));
const { phoneCall } = jest.requireMock<{ phoneCall: jest.Mock }>('@/platform/phone-call');

const me = zhoumin.account.id;
const RECORD = 'POST /api/emergencies';
const received = { status: 201, body: { id: '01KB2Z6QF3T9V8XW7M5N4P3R40', receivedAt: 1 } };
let service: FakeService;

beforeEach(async () => {
  localStorage.clear();
  phoneCall.mockClear();
  closeOutbox();
  service = new FakeService();
  await service.signIn(zhoumin);
  openOutbox(me);
});

type Numbers = ElderCard['emergency']['numbers'];

const SERVICES: Numbers = [
  { call: 'emergency-services', number: '120', label: '急病、受伤', masked: null },
  { call: 'emergency-services', number: '119', label: '起火、燃气', masked: null },
  { call: 'emergency-services', number: '110', label: '报警、开门', masked: null },
];
const DAUGHTER: Numbers[number] = { call: 'first-contact', number: '14200000001', label: '女儿 王静', masked: null };
const SON: Numbers[number] = { call: 'family', number: '14200000002', label: '儿子 王强', masked: null };

function show(numbers: Numbers) {
  const { emergency, ...rest } = card();
  const shown = { ...rest, emergency: { ...emergency, numbers } };
  return render(<EmergencySheet open card={shown} onClose={() => undefined} />);
}

/** What can be dialled, from the top down. */
const dialled = () =>
  screen
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? '')
    .filter((label) => /^打 1|^给/.test(label))
    .map((label) => label.replace(/^打 (\d+).*/, '$1').replace(/^给(.*)打电话$/, '$1'));

describe('紧急求助，按方案的先后', () => {
  it('北京 二（五）4: the first contact at once, 120 right below, the others of the family after it', () => {
    const family: Numbers = [...'二三四五六'].map((word, place) => ({
      ...{ call: 'family', number: `1420000001${place}`, label: `${word}儿子`, masked: null },
    }));
    show([DAUGHTER, ...family, ...SERVICES]);
    expect(dialled()).toEqual(['女儿 王静', '120', '119', '110', '二儿子', '三儿子', '四儿子', '五儿子', '六儿子']);
  });

  it('北京: 第一联系人或其他家庭成员, so who has a telephone stands above', () => {
    show([{ ...DAUGHTER, number: null }, SON, ...SERVICES]);
    expect(dialled()).toEqual(['儿子 王强', '120', '119', '110']);
    expect(screen.getByText('没有登记电话')).toBeTruthy();
  });

  it('济南、辽宁、黑龙江、石狮: 120 first, then the family', () => {
    show([...SERVICES, DAUGHTER, SON]);
    expect(dialled()).toEqual(['120', '119', '110', '女儿 王静', '儿子 王强']);
  });

  it('an officer who does not visit the elder finds the family’s numbers in the file, for a reason', async () => {
    const masked = { relativeId: '01KB2Z6QF3T9V8XW7M5N4P3R41', phone: '*** **** **01' };
    show([...SERVICES, { ...DAUGHTER, number: null, masked }]);
    expect(dialled()).toEqual(['120', '119', '110']);
    expect(screen.queryByText('没有登记电话')).toBeNull();
    expect(screen.getByText('*** **** **01')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '到档案里看女儿 王静的电话' }));
    await settle();
    expect(visited.at(-1)).toEqual({ how: 'go', url: `/officer/elder/index?id=${LIXIULAN}` });
    fireEvent.click(screen.getByRole('button', { name: '记下经过' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '女儿 王静' }));
    expect(screen.getByRole('checkbox', { name: '女儿 王静', checked: true })).toBeTruthy();
  });

  it('says whose number it is, and that it was called', async () => {
    show([...SERVICES, DAUGHTER, SON]);
    expect([screen.getByText('第一联系人'), screen.getByText('家人')]).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: '给女儿 王静打电话' }));
    await settle();
    expect(phoneCall.mock.calls).toEqual([['14200000001']]);
    expect(screen.getByText('打过了')).toBeTruthy();
  });
});

describe('早上打过的电话，不算进下午的险情', () => {
  const morning = Date.parse('2026-11-23T09:00:00+08:00');
  const clock = jest.spyOn(Date, 'now');
  beforeEach(() => clock.mockReturnValue(morning));
  afterAll(() => clock.mockRestore());
  const press = async (name: string | RegExp) => {
    fireEvent.click(screen.getByRole('button', { name }));
    await settle();
  };
  const callDaughterAndLeave = async () => {
    const { unmount } = show([...SERVICES, DAUGHTER]);
    await press('给女儿 王静打电话');
    unmount();
  };
  const times = () => screen.getAllByRole('radio', { name: /\d:\d\d$/ }).map(({ textContent }) => textContent);
  const HOURS = 3_600_000;

  it('after two hours it is forgotten, whether the page was left or the sheet only closed', async () => {
    await callDaughterAndLeave();
    clock.mockReturnValue(morning + 6 * HOURS);
    const second = show([...SERVICES, DAUGHTER]);
    expect(screen.queryByText('打过了')).toBeNull();
    second.unmount();
    clock.mockReturnValue(morning);
    const { emergency, ...rest } = card();
    const shown = { ...rest, emergency: { ...emergency, numbers: [...SERVICES, DAUGHTER] } };
    const sheet = (open: boolean) => <EmergencySheet open={open} card={shown} onClose={() => undefined} />;
    const { rerender } = render(sheet(true));
    expect(screen.getByText('打过了')).toBeTruthy();
    rerender(sheet(false));
    clock.mockReturnValue(morning + 6 * HOURS);
    rerender(sheet(true));
    expect(screen.queryByText('打过了')).toBeNull();
    await press('记下经过');
    expect(times()).toEqual(['现在 15:00', '半小时前 14:30', '一小时前 14:00']);
    expect(screen.queryByRole('checkbox', { checked: true })).toBeNull();
  });

  it('an hour later it still counts, and 现在 can be chosen all the same', async () => {
    service.on(RECORD, received);
    await callDaughterAndLeave();
    clock.mockReturnValue(morning + HOURS);
    show([...SERVICES, DAUGHTER]);
    expect(screen.getByText('打过了')).toBeTruthy();
    await press('记下经过');
    expect(times()).toEqual(['现在 10:00', '打电话的时候 9:00', '打电话前半小时 8:30', '打电话前一小时 8:00']);
    expect(screen.getByRole('radio', { checked: true }).textContent).toBe('打电话的时候 9:00');
    for (const name of [/^现在/, '摔倒了', '已送医']) fireEvent.click(screen.getByRole('radio', { name }));
    await press('交给社区');
    expect(service.written(RECORD)).toMatchObject([{ happenedAt: morning + HOURS, at: morning + HOURS }]);
  });

  it('120 looks as it did, whomever one has called', async () => {
    show([...SERVICES, DAUGHTER]);
    const looks = () => screen.getByRole('button', { name: /^打 120/ }).className;
    const before = looks();
    await press('给女儿 王静打电话');
    expect(looks()).toBe(before);
  });
});

describe('事后记下经过', () => {
  const press = async (name: string | RegExp) => {
    fireEvent.click(screen.getByRole('button', { name }));
    await settle();
  };
  const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
  const write = async () => {
    await press('记下经过');
    choose('摔倒了');
    choose('已送医');
    await press('交给社区');
  };

  it('goes with whom one dialled and when, under one id, in one’s own name', async () => {
    service.on(RECORD, received);
    show([...SERVICES, DAUGHTER, SON]);
    await press(/^打 120/);
    await press('给女儿 王静打电话');
    await press('记下经过');
    expect(screen.getAllByRole('checkbox', { checked: true }).map(({ textContent }) => textContent)).toEqual([
      '120',
      '女儿 王静',
    ]);
    choose('摔倒了');
    choose('已送医');
    fireEvent.change(screen.getByLabelText(/^经过/), { target: { value: ' 倒在卫生间 ' } });
    await press('交给社区');
    expect(service.written(RECORD)).toEqual([
      {
        id: expect.stringMatching(/^[0-9A-Z]{26}$/),
        ...{ elderId: LIXIULAN, what: 'fall', outcome: 'hospital', words: '倒在卫生间' },
        calls: [
          { who: '120', at: expect.any(Number) },
          { who: 'family', name: '女儿 王静', at: expect.any(Number) },
        ],
        ...{ happenedAt: expect.any(Number), at: expect.any(Number) },
      },
    ]);
    expect(service.calls.at(-1)?.account).toBe(me);
    expect(screen.getByText('记下了，已经交给社区')).toBeTruthy();
    expect(emergencies.waiting.get()).toEqual([]);
  });

  it('remembers whom one dialled, for a call leaves the app', async () => {
    const { unmount } = show([...SERVICES, DAUGHTER]);
    await press(/^打 120/);
    unmount();
    show([...SERVICES, DAUGHTER]);
    expect(screen.getByText('打过了')).toBeTruthy();
  });

  it('without a call it can be written as well; what happened and how it stands have to be said', async () => {
    service.on(RECORD, received);
    show(SERVICES);
    await press('记下经过');
    await press('请先选出了什么事');
    choose('别的险情');
    await press('请先选现在怎么样');
    choose('已脱险');
    await press('请写一句出了什么事');
    expect(service.written(RECORD)).toEqual([]);
    fireEvent.change(screen.getByLabelText('经过'), { target: { value: '卡在门里了' } });
    choose(/半小时前/);
    await press('交给社区');
    const [sent] = service.written(RECORD) as { calls: unknown[]; at: number; happenedAt: number }[];
    expect(sent!.calls).toEqual([]);
    expect(sent!.at - sent!.happenedAt).toBeGreaterThanOrEqual(30 * 60_000);
  });

  it('where somebody may have hurt the elder it says that no message goes to the family', async () => {
    show(SERVICES);
    await press('记下经过');
    choose('像被人伤了');
    expect(screen.getByText('不自动告诉家里人，由街道请民警核实')).toBeTruthy();
    service.on(RECORD, received);
    choose('已脱险');
    await press('交给街道');
    expect(screen.getByText('记下了，已经交给街道')).toBeTruthy();
    expect(screen.getByText('街道马上有人接着办，会打电话问您')).toBeTruthy();
  });

  it('without a network it waits under the same id, outlives the app, and is sent once', async () => {
    service.on(RECORD, 'offline');
    show(SERVICES);
    await write();
    expect(screen.getByText('存好了，有网自动送出')).toBeTruthy();
    expect(waitingHere()).toBe(1);
    const id = emergencies.waiting.get()[0]!.body.id;
    service.on(RECORD, received);
    await act(async () => {
      closeOutbox();
      expect(emergencies.waiting.get()).toEqual([]);
      openOutbox(me);
      await sendWaiting();
      await sendWaiting();
    });
    expect(
      service
        .written(RECORD)
        .map((body) => (body as { id: string }).id)
        .slice(-1),
    ).toEqual([id]);
    expect(emergencies.waiting.get()).toEqual([]);
    expect(waitingHere()).toBe(0);
  });

  it('refused, it says why and stays until the visitor has told the community', async () => {
    service.on(RECORD, { status: 404, body: { code: 'access.not-found', detail: '没有找到' } });
    show(SERVICES);
    await write();
    expect(screen.getByText('没交成')).toBeTruthy();
    const [item] = emergencies.waiting.get();
    expect(item?.refused).toBe('没有找到');
    act(() => emergencies.letGo(item!.body.id));
    expect(emergencies.waiting.get()).toEqual([]);
  });
});
