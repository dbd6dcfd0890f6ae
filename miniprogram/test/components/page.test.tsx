import { act, fireEvent, render, screen } from '@testing-library/react';
import { asPage, Page } from '@/components';
import { onUnsigned } from '@/api';
import { signInAsPersona, useMe } from '@/state';
import { router, visited } from '../taro';

const me = { account: { id: '01J', name: '周敏', phoneMasked: null }, roles: [], kin: [], demo: null };
const reply = (status: number, body: unknown) =>
  Promise.resolve({
    ok: status < 400,
    status,
    headers: new Headers({ 'x-tanfang-receipt': '01JD00000000000000000007F3' }),
    text: async () => JSON.stringify(body),
  } as Response);

function Today() {
  return <Page title="今日探访">{useMe().account.name}，上午好</Page>;
}
const TodayPage = asPage(Today);

beforeEach(() => visited.splice(0));

describe('a page for signed-in people', () => {
  it('sends others to sign in, and remembers where they wanted to go', async () => {
    onUnsigned(() => Promise.resolve(false));
    Object.assign(router, {
      path: '/visitor/today/index?day=2026-11-24',
      params: { day: '2026-11-24', stamp: 'AA', $key: '1' },
    });
    globalThis.fetch = () => reply(401, { code: 'session.missing' });
    // As many pages as lie on the stack notice at once; one of them leads away.
    render(
      <>
        <TodayPage />
        <TodayPage />
        <TodayPage />
      </>,
    );
    await act(async () => undefined);
    expect(visited).toEqual([
      { how: 'restart', url: '/pages/sign-in/index?then=%2Fvisitor%2Ftoday%2Findex%3Fday%3D2026-11-24' },
    ]);
    expect(screen.queryByText(/上午好/)).toBeNull();
  });

  it('opens once somebody is signed in', async () => {
    globalThis.fetch = () => reply(201, { token: null, me });
    await signInAsPersona('zhoumin');
    render(<TodayPage />);
    expect(screen.getByText('周敏，上午好')).toBeTruthy();
    expect(document.title).toBe('今日探访 · 探访关爱');
  });
});

describe('the way back', () => {
  it('leads to the start when the page was opened from a message', () => {
    render(<Page title="请您拿主意">厨房燃气软管裂了</Page>);
    fireEvent.click(screen.getByRole('button', { name: '返回' }));
    expect(visited).toEqual([{ how: 'restart', url: '/pages/landing/index' }]);
  });

  it('asks first where something is filled in', () => {
    const ask = jest.fn();
    render(
      <Page title="李秀兰" onBack={ask}>
        表
      </Page>,
    );
    fireEvent.click(screen.getByRole('button', { name: '返回' }));
    expect(ask).toHaveBeenCalledTimes(1);
    expect(visited).toEqual([]);
  });
});

describe('a fault inside a page', () => {
  it('is told, not shown as an empty screen', () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const Broken = (): JSX.Element => {
      throw new Error('undefined is not a function');
    };
    render(
      <Page title="今日探访">
        <Broken />
      </Page>,
    );
    expect(screen.getByText('没打开，不是您的问题')).toBeTruthy();
    expect(screen.getByText(/编号/)).toBeTruthy();
    log.mockRestore();
  });
});
