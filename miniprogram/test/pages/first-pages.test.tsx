import { act, fireEvent, render, screen } from '@testing-library/react';
import Landing from '@/pages/landing';
import Me from '@/pages/me';
import SignIn from '@/pages/sign-in';
import { capacitiesOf, chooseCapacity, currentCapacity, currentSession, type Me as Person } from '@/state';
import { closeOutbox, handIn, keepForToday, keptToday, openOutbox, outbox, sendNow } from '@/offline';
import { FakeService, settle } from '../family/service';
import Records from '@/visitor/records';
import { router, visited } from '../taro';
import { zhoumin } from '../visitor/story';

let service: FakeService;
const role = (name: Person['roles'][number]['role']) => ({ role: name, division: null });
const someone = (...roles: Person['roles'][number]['role'][]): Person => ({ ...zhoumin, roles: roles.map(role) });

beforeEach(() => {
  localStorage.clear();
  visited.splice(0);
  closeOutbox();
  service = new FakeService();
  Object.assign(router, { path: '/pages/landing/index', params: {} });
});

describe('where a day begins', () => {
  it.each([
    ['visitor', '/visitor/today/index'],
    ['community', '/officer/morning/index'],
    ['street', '/officer/morning/index'],
    ['district', '/officer/morning/index'],
    ['family', '/family/parent/index'],
  ] as const)('for %s is %s', async (name, home) => {
    await service.signIn(someone(name));
    render(<Landing />);
    expect(visited).toEqual([{ how: 'restart', url: home }]);
  });

  it('is where one was last, for somebody with several roles', () => {
    const both = someone('visitor', 'community');
    expect(capacitiesOf(both)).toEqual(['visitor', 'officer']);
    expect(currentCapacity(both)).toBe('visitor');
    chooseCapacity(both, 'officer');
    expect(currentCapacity(both)).toBe('officer');
    expect(currentCapacity(someone('visitor'))).toBe('visitor');
  });

  it('tells somebody nobody has entered yet whom to ask', async () => {
    await service.signIn(someone());
    render(<Landing />);
    expect(visited).toEqual([]);
    expect(screen.getByText(/请社区把您加成探访员/)).toBeTruthy();
    expect(screen.getByRole('link', { name: /我是老人的家人/ }).getAttribute('href')).toBe('#/family/bind/index');
  });
});

describe('whose role of a visitor has ended', () => {
  const me = zhoumin.account.id;
  const body = { id: 'v1', elderId: 'e1' } as Parameters<typeof handIn>[0]['body'];
  const left = () => {
    openOutbox(me);
    handIn({ accountId: me, elderName: '李秀兰', body, checkIn: null, files: [] }, 1);
    closeOutbox();
  };

  it.each([
    ['with no other', [], Landing],
    ['who is family too, on 「我的」', ['family'], Me],
  ] as const)('%s: what waits is sent, and the way to it is shown until then', async (_, roles, Shown) => {
    left();
    await service.signIn(someone(...roles));
    service.on('POST /api/visits', { status: 503, body: { code: 'database.away', detail: '请过一会儿再试' } });
    render(<Shown />);
    await settle();
    expect(service.calls.filter(({ path }) => path === '/api/visits')).toHaveLength(1);
    const way = screen.getByRole('link', { name: /还有 1 份探访记录没送出/ });
    expect(way.getAttribute('href')).toBe('#/visitor/records/index');
    service.on('POST /api/visits', { status: 201, body: { id: 'v1', number: '1', receivedAt: 1 } });
    await act(sendNow);
    expect(outbox.get().items).toEqual([]);
    expect(screen.queryByRole('link', { name: /没送出/ })).toBeNull();
  });

  it('sees what was not taken, and why', async () => {
    left();
    await service.signIn(someone());
    service.on('POST /api/visits', { status: 403, body: { code: 'access.role', detail: '您现在的身份不能办这件事' } });
    Object.assign(router, { path: '/visitor/records/index' });
    render(<Records />);
    await settle();
    expect(screen.getByText('没被收下')).toBeTruthy();
    expect(screen.getByText('您现在的身份不能办这件事')).toBeTruthy();
    expect(screen.getByText(/没被收下的请打电话告诉社区/)).toBeTruthy();
    expect(service.calls.filter(({ path }) => path.startsWith('/api/visits?'))).toEqual([]);
  });
});

describe('signing in', () => {
  const jinan = { name: '济南', lead: '分三类人，每周到每月去一次。' };
  const beijing = { name: '北京', lead: '特困老人的事归街道。' };
  const personas = [
    {
      persona: 'zhoumin',
      name: '周敏',
      role: '探访员，楼下邻居',
      story: '今天先去孙桂英家',
      side: 'visitor',
      place: jinan,
    },
    { persona: 'wangjing', name: '王静', role: '女儿', story: '在上海', side: 'family', place: jinan },
    {
      persona: 'yandong',
      name: '严冬',
      role: '街道工作人员',
      story: '特困老人的事归她',
      side: 'officer',
      place: beijing,
    },
  ];

  it('in the demo is choosing one of its people, and leads where one wanted to go', async () => {
    service
      .on('GET /api/demo/personas', { status: 200, body: personas })
      .on('POST /api/demo/sessions', { status: 201, body: { token: null, me: zhoumin } });
    Object.assign(router, { params: { then: '/visitor/scan/index?q=DOOR-7' } });
    render(<SignIn />);
    await settle();
    expect(screen.getByText('今天先去孙桂英家')).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: /周敏/ })));
    await settle();
    expect(service.written('POST /api/demo/sessions')).toEqual([{ persona: 'zhoumin' }]);
    expect(visited).toEqual([{ how: 'restart', url: '/visitor/scan/index?q=DOOR-7' }]);
  });

  it('shows one place at a time, by what its people do, and says what is particular about it', async () => {
    service.on('GET /api/demo/personas', { status: 200, body: personas });
    render(<SignIn />);
    await settle();
    expect(screen.getByText(jinan.lead)).toBeTruthy();
    expect(screen.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual([
      '去探访的人',
      '老人的孩子',
    ]);
    expect(screen.queryByRole('button', { name: /严冬/ })).toBeNull();
    fireEvent.click(screen.getByRole('tab', { name: '北京' }));
    expect(screen.getByText(beijing.lead)).toBeTruthy();
    expect(screen.getByRole('button', { name: /严冬/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /周敏/ })).toBeNull();
    fireEvent.click(screen.getByRole('tab', { name: '济南' }));
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example/x', '/pages/me/index', '/nowhere'])(
    'does not lead to %s',
    async (then) => {
      service
        .on('GET /api/demo/personas', { status: 200, body: personas })
        .on('POST /api/demo/sessions', { status: 201, body: { token: null, me: zhoumin } });
      Object.assign(router, { params: { then } });
      render(<SignIn />);
      await settle();
      await act(async () => fireEvent.click(screen.getByRole('button', { name: /周敏/ })));
      await settle();
      expect(visited).toEqual([{ how: 'restart', url: '/pages/landing/index' }]);
    },
  );

  it('outside the demo happens in WeChat', async () => {
    render(<SignIn />);
    await settle();
    expect(screen.getByText('请在微信里打开')).toBeTruthy();
  });
});

describe('a tab whose browser belongs to somebody else by now', () => {
  const other = { status: 401, body: { code: 'session.other-account', detail: '这里现在登录的是另一个人' } };
  const wangjing = { ...zhoumin, account: { ...zhoumin.account, id: 'wangjing', name: '王静' } };
  const body = { id: 'v1', elderId: 'e1' } as Parameters<typeof handIn>[0]['body'];
  const me = zhoumin.account.id;

  beforeEach(async () => {
    await service.signIn(zhoumin);
    openOutbox(me);
    handIn({ accountId: me, elderName: '李秀兰', body, checkIn: null, files: [] }, 1);
    service.on('POST /api/visits', other, { status: 201, body: { id: 'v1', number: '1', receivedAt: 1 } });
  });

  it('says whose the record is and who should sign in, and sends it once they have', async () => {
    await act(sendNow);
    expect(currentSession()).toEqual({ status: 'out', me: null, replaced: true });
    service
      .on('GET /api/demo/personas', { status: 404, body: { code: 'access.not-found', detail: '没有' } })
      .on('POST /api/demo/sessions', { status: 201, body: { token: null, me: zhoumin } });
    const page = render(<SignIn />);
    await settle();
    expect(screen.getByText(/要接着办的，请自己重新登录/)).toBeTruthy();
    expect(screen.getByText('这台设备里有 1 份探访记录没送出')).toBeTruthy();
    expect(screen.getByText(/不会算到别人名下。请填记录的人重新登录，登录后自动送出/)).toBeTruthy();
    // Whoever holds this device need not know whose it was.
    expect(page.container.textContent).not.toContain('周敏');
    page.unmount();
    await service.signIn(zhoumin);
    await act(sendNow);
    expect(outbox.get().items).toEqual([]);
    expect(service.calls.filter(({ path }) => path === '/api/visits').map(({ account }) => account)).toEqual([me, me]);
  });

  it('does not sign out whoever signed in meanwhile in this very tab', async () => {
    const honest = globalThis.fetch;
    globalThis.fetch = (async (...call: Parameters<typeof fetch>) => {
      globalThis.fetch = honest;
      await service.signIn(wangjing);
      return honest(...call);
    }) as typeof fetch;
    await act(sendNow);
    expect(currentSession()).toMatchObject({ status: 'in', me: { account: { name: '王静' } } });
    expect(outbox.get().items).toHaveLength(1);
  });
});

describe('我的', () => {
  it('says who one is, goes to another role, and remembers it', async () => {
    const both: Person = {
      ...zhoumin,
      roles: [{ role: 'visitor', division: { id: 'd', name: '甸柳新村第一社区', packId: 'jinan' } }, role('community')],
    };
    await service.signIn(both);
    render(<Me />);
    expect(screen.getByText('甸柳新村第一社区，探访员')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /办社区的事/ }));
    expect(visited).toEqual([{ how: 'restart', url: '/officer/morning/index' }]);
    expect(currentCapacity(both)).toBe('officer');
  });

  it('signing out clears what was looked at, and keeps what waits', async () => {
    await service.signIn(zhoumin);
    const me = zhoumin.account.id;
    keepForToday(me, 'read.card.x', { name: '李秀兰' });
    openOutbox(me);
    const body = { id: 'v1', elderId: 'e1' } as Parameters<typeof handIn>[0]['body'];
    handIn({ accountId: me, elderName: '李秀兰', body, checkIn: null, files: [] }, 1);
    service.on('DELETE /api/sessions/current', { status: 204 });
    render(<Me />);
    fireEvent.click(screen.getByRole('button', { name: '退出登录' }));
    expect(screen.getByText(/还有 1 份没送出/)).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '退出' })));
    await settle();
    expect(keptToday(me, 'read.card.x')).toBeNull();
    expect(Object.keys(localStorage).filter((key) => key.includes('outbox'))).toHaveLength(1);
    expect(visited.at(-1)?.url).toMatch(/^\/pages\/sign-in\/index/);
  });
});
