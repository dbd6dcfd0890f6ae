import { act, fireEvent, render, screen } from '@testing-library/react';
import { closeOutbox, noAnswers, openOutbox, waitingHere } from '@/offline';
import { sendWaiting } from '@/offline/outbox';
import NoAnswer from '@/visitor/no-answer';
import { FakeService, settle } from '../family/service';
import { router } from '../taro';
import { card, LIXIULAN, zhoumin } from './story';

jest.mock('@/platform/phone-call', () => ({ phoneCall: jest.fn(async () => true) }));
const { phoneCall } = jest.requireMock<{ phoneCall: jest.Mock }>('@/platform/phone-call');

const me = zhoumin.account.id;
const HAND_OVER = 'POST /api/no-answers';
const received = { status: 201, body: { id: '01KB2Z6QF3T9V8XW7M5N4P3R40', receivedAt: 1 } };
let service: FakeService;

beforeEach(async () => {
  localStorage.clear();
  phoneCall.mockClear();
  closeOutbox();
  service = new FakeService().on(`GET /api/elders/${LIXIULAN}/card`, { status: 200, body: card() });
  await service.signIn(zhoumin);
  openOutbox(me);
  Object.assign(router, { path: '/visitor/no-answer/index', params: { elderId: LIXIULAN } });
});

const open = async () => {
  const shown = render(<NoAnswer />);
  await settle();
  return shown;
};
const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const tryAll = async () => {
  for (const way of ['敲过了，没人应', '打给李奶奶', '打给女儿 王静']) await press(way);
};
const giveUp = async () => {
  await press(/都联系不上/);
  await press('交给社区');
};

describe('没人开门', () => {
  it('is knocked, then two calls, one after the other; leaving before says what is left', async () => {
    await open();
    await press(/都联系不上/);
    expect(screen.getByText('先试完：敲门、喊名字、打李奶奶的电话、打给女儿 王静')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '打给李奶奶' })).toBeNull();
    await tryAll();
    expect(phoneCall.mock.calls).toEqual([['14200000009'], ['14200000001']]);
    expect(service.written(HAND_OVER)).toEqual([]);
  });

  it('an officer who does not visit her is told where the number is, and may hand over without it', async () => {
    const masked = { relativeId: '01KB2Z6QF3T9V8XW7M5N4P3R41', phone: '*** **** **01' };
    const numbers = [{ call: 'first-contact', number: null, label: '女儿 王静', masked }] as const;
    const shown = card();
    const body = { ...shown, emergency: { ...shown.emergency, numbers } };
    service.on(`GET /api/elders/${LIXIULAN}/card`, { status: 200, body });
    await open();
    await press('敲过了，没人应');
    await press('打给李奶奶');
    expect(screen.getByText('号码在老人档案里，写明理由再看')).toBeTruthy();
    await press('自己打过了，没人接');
    expect(phoneCall.mock.calls).toEqual([['14200000009']]);
  });

  it('remembers what was tried, for a call leaves the app', async () => {
    const { unmount } = await open();
    await press('敲过了，没人应');
    unmount();
    await open();
    expect(screen.queryByRole('button', { name: '敲过了，没人应' })).toBeNull();
    expect(screen.getByRole('button', { name: '打给李奶奶' })).toBeTruthy();
  });

  it('a call that was not made is not a try', async () => {
    phoneCall.mockResolvedValueOnce(false);
    await open();
    await press('敲过了，没人应');
    await press('打给李奶奶');
    expect(screen.getByRole('button', { name: '打给李奶奶' })).toBeTruthy();
  });

  it('goes to the community with its times and one id, and the page says that it is there', async () => {
    service.on(HAND_OVER, received);
    await open();
    await tryAll();
    await press(/都联系不上/);
    fireEvent.change(screen.getByLabelText(/还知道什么/), { target: { value: ' 邻居说昨天还见过 ' } });
    await press('交给社区');
    const kinds = ['knocked', 'called-elder', 'called-family'];
    expect(service.written(HAND_OVER)).toEqual([
      {
        id: expect.stringMatching(/^[0-9A-Z]{26}$/),
        elderId: LIXIULAN,
        outcome: 'unreached',
        tries: kinds.map((kind) => ({ kind, at: expect.any(Number) })),
        words: '邻居说昨天还见过',
        at: expect.any(Number),
      },
    ]);
    expect(service.calls.at(-1)?.account).toBe(me);
    expect(screen.getByText('已经交给社区，您可以走了')).toBeTruthy();
    expect(noAnswers.waiting.get()).toEqual([]);
  });

  it('where somebody knows where she is: that has to be said, and no try is asked for', async () => {
    service.on(HAND_OVER, received);
    await open();
    await press(/知道去哪儿了/);
    await press('请先选去哪儿了');
    expect(service.written(HAND_OVER)).toEqual([]);
    fireEvent.click(screen.getByRole('radio', { name: /住院了/ }));
    await press('交给社区');
    expect(service.written(HAND_OVER)).toMatchObject([{ outcome: 'known', whereabouts: 'hospital', tries: [] }]);
  });

  it('without anybody’s number it is enough to have knocked', async () => {
    const bare = card();
    const numbers = bare.emergency.numbers.filter(({ call }) => call === 'emergency-services');
    const nobody = { ...bare, elder: { ...bare.elder, phone: null }, emergency: { ...bare.emergency, numbers } };
    service.on(`GET /api/elders/${LIXIULAN}/card`, { status: 200, body: nobody }).on(HAND_OVER, received);
    await open();
    expect(screen.getAllByText('没有登记电话')).toHaveLength(2);
    await press('敲过了，没人应');
    await giveUp();
    expect(service.written(HAND_OVER)).toMatchObject([{ tries: [{ kind: 'knocked' }] }]);
  });
});

it('says once more what helps at this door', async () => {
  const hints = [{ icon: 'time', title: '先给孙子打电话', detail: '他有钥匙' }];
  service.on(`GET /api/elders/${LIXIULAN}/card`, { status: 200, body: card({ hints }) });
  await open();
  expect(screen.getByText('先给孙子打电话')).toBeTruthy();
  expect(screen.getByText('他有钥匙')).toBeTruthy();
});

it('says that somebody has handed this door over already, and what the community has found', async () => {
  const item = {
    ...{ elderId: LIXIULAN, name: '李秀兰', at: 1, visitor: { id: 'other', name: '赵红' } },
    ...{ status: 'closed', handler: 'community', closedAt: 2, words: '老人去女儿家了' },
  };
  service.on('GET /api/no-answers', { status: 200, body: { items: [item] } });
  await open();
  expect(screen.getByText('社区：老人去女儿家了')).toBeTruthy();
  expect(screen.getByText(/赵红没见到人/)).toBeTruthy();
});

it('somebody answered: the next time at this door begins anew', async () => {
  const { unmount } = await open();
  await press('敲过了，没人应');
  await press(/老人应了/);
  unmount();
  await open();
  expect(screen.getByRole('button', { name: '敲过了，没人应' })).toBeTruthy();
});

it('handed over while other things are on their way it is sent at once, not with the next occasion', async () => {
  service.on(HAND_OVER, received);
  const body = { id: '01KB2Z6QF3T9V8XW7M5N4P3R41', elderId: LIXIULAN, tries: [], outcome: 'unreached', at: 1 } as const;
  await act(async () => {
    const underWay = sendWaiting();
    noAnswers.add({ accountId: me, elderName: '李秀兰', body: { ...body, tries: [] } });
    await Promise.all([underWay, sendWaiting()]);
  });
  expect(service.written(HAND_OVER)).toHaveLength(1);
});

describe('没人开门，也没有网', () => {
  it('waits on the phone under the same id, outlives the app, and is sent once', async () => {
    service.on(HAND_OVER, 'offline');
    await open();
    await tryAll();
    await giveUp();
    expect(screen.getByText('存好了，有网自动送出')).toBeTruthy();
    expect(waitingHere()).toBe(1);
    act(() => {
      closeOutbox();
      openOutbox(me);
    });
    service.on(HAND_OVER, received);
    await act(() => sendWaiting().then(() => undefined));
    const sent = service.written(HAND_OVER);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(noAnswers.waiting.get()).toEqual([]);
    const before = sent.length;
    await act(() => sendWaiting().then(() => undefined));
    expect(service.written(HAND_OVER)).toHaveLength(before);
  });

  it('of one person is not sent while another is signed in', async () => {
    service.on(HAND_OVER, 'offline');
    await open();
    await tryAll();
    await giveUp();
    act(() => {
      closeOutbox();
      openOutbox('somebody-else');
    });
    expect(noAnswers.waiting.get()).toEqual([]);
    const before = service.written(HAND_OVER).length;
    await act(() => sendWaiting().then(() => undefined));
    expect(service.written(HAND_OVER)).toHaveLength(before);
    expect(waitingHere()).toBe(1);
  });

  it('that the service will not take says why, and stays until somebody says that the community knows', async () => {
    service.on(HAND_OVER, { status: 404, body: { code: 'access.not-found', detail: '这位老人不归您探访了' } });
    await open();
    await tryAll();
    await giveUp();
    expect(screen.getByText('没交成')).toBeTruthy();
    expect(screen.getByText('这位老人不归您探访了。请打电话告诉社区；这一次还留在“记录”里')).toBeTruthy();
    expect(noAnswers.waiting.get()).toMatchObject([{ refused: '这位老人不归您探访了' }]);
    await press('回到今日');
    expect(noAnswers.waiting.get()).toHaveLength(1);
    act(() => noAnswers.letGo(noAnswers.waiting.get()[0]!.body.id));
    expect(noAnswers.waiting.get()).toEqual([]);
  });
});
