import { fireEvent, render, screen, within } from '@testing-library/react';
import NeedPage from '@/family/need';
import { router, visited } from '../taro';
import { FakeService, settle } from './service';
import { goneUp, closed, HOSE, hose, takenByUs, wangjing } from './story';

const READ = `GET /api/needs/${HOSE}`;
const ANSWER = `POST /api/needs/${HOSE}/answers`;
const CLOSE = `POST /api/needs/${HOSE}/closures`;

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const radio = (name: RegExp) => screen.getByRole('radio', { name });

let service: FakeService;

async function open(): Promise<void> {
  await service.signIn(wangjing);
  render(<NeedPage />);
  await settle();
}

beforeEach(() => {
  service = new FakeService().on(READ, { status: 200, body: hose() });
  service.on('GET /api/subscription-templates', { status: 200, body: { items: [] } });
  Object.assign(router, { path: '/family/need/index', params: { id: HOSE } });
  visited.splice(0);
});

describe('请您拿主意', () => {
  it('chooses nothing for the family, and says what is missing', async () => {
    await open();
    expect(screen.getByRole('heading', { level: 1, name: '燃气不安全，要处理' })).toBeTruthy();
    for (const way of screen.getAllByRole('radio')) expect(way.getAttribute('aria-checked')).toBe('false');
    fireEvent.click(button('请先选一种'));
    await settle();
    expect(service.written(ANSWER)).toEqual([]);
  });

  it('says who does it and what it costs before anybody chooses', async () => {
    await open();
    expect(radio(/请社区协助.*刘芳.*费用自付/)).toBeTruthy();
    expect(screen.getByText('2999年11月26日前')).toBeTruthy();
    expect(screen.getByText(/关上燃气阀门/)).toBeTruthy();
  });

  it('says that it went up, since when, and still lets the family choose', async () => {
    service.on(READ, { status: 200, body: goneUp(Date.now() - 86_400_000) });
    service.on(ANSWER, { status: 201, body: takenByUs() });
    await open();
    expect(screen.getByText('这件事昨天转到街道了')).toBeTruthy();
    expect(screen.queryByText(/前$/)).toBeNull();
    fireEvent.click(radio(/我来处理/));
    fireEvent.click(button('就选我来处理'));
    await settle();
    expect(service.written(ANSWER)).toMatchObject([{ choice: 'self' }]);
    expect(screen.getByText('家里在办')).toBeTruthy();
  });

  it('shows when it went up among what was done, once the family has asked for help', async () => {
    const progress = '已经请人帮忙，现在转到街道了';
    service.on(READ, { status: 200, body: { ...goneUp(Date.now()), wish: 'community', choices: [], progress } });
    await open();
    expect(screen.getByText('家里请人帮忙')).toBeTruthy();
    expect(screen.getByText('今天转到街道了')).toBeTruthy();
    expect(screen.getByText(progress)).toBeTruthy();
  });

  it('does not say that the family asked where nobody asked them', async () => {
    service.on(READ, { status: 200, body: hose({ yourTurn: false, choices: [], progress: '街道会跟进' }) });
    await open();
    expect(screen.getByText('已经报上去了')).toBeTruthy();
    expect(screen.queryByText(/家里请/)).toBeNull();
  });

  it('sends the one way that was chosen, once, however often it is tapped', async () => {
    service.on(ANSWER, { status: 201, body: takenByUs() });
    await open();
    fireEvent.click(radio(/我来处理/));
    const send = button('就选我来处理');
    fireEvent.click(send);
    fireEvent.click(send);
    fireEvent.click(send);
    await settle();
    expect(service.written(ANSWER)).toEqual([{ id: expect.stringMatching(/^[0-9A-Z]{26}$/), choice: 'self' }]);
    expect(screen.queryByRole('radio')).toBeNull();
    expect(button('办好了')).toBeTruthy();
  });

  it('repeats an answer of unknown fate under the same id, and another one under another', async () => {
    service.on(ANSWER, 'offline', 'offline', { status: 201, body: takenByUs() });
    await open();
    fireEvent.click(radio(/我来处理/));
    for (let taps = 0; taps < 2; taps += 1) {
      fireEvent.click(button('就选我来处理'));
      await settle();
      expect(screen.getByText(/再点一次就行，不会重复/)).toBeTruthy();
    }
    fireEvent.click(radio(/请社区协助/));
    fireEvent.click(button('就选请社区协助'));
    await settle();
    const [first, second, third] = service.written(ANSWER);
    expect(second).toEqual(first);
    expect(third?.choice).toBe('community');
    expect(third?.id).not.toBe(first?.id);
  });

  it('shows what became of it when a brother was faster', async () => {
    const sentence = '家里已经有人在办这件事了';
    service.on(READ, { status: 200, body: hose() }, { status: 200, body: takenByUs() });
    service.on(ANSWER, { status: 409, body: { code: 'need.state', detail: sentence } });
    await open();
    fireEvent.click(radio(/我来处理/));
    fireEvent.click(button('就选我来处理'));
    await settle();
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByText('家里在办')).toBeTruthy();
    expect(screen.getByText(sentence)).toBeTruthy();
  });
});

describe('办好了', () => {
  it('is for what the family took, and sends their line with it', async () => {
    service.on(READ, { status: 200, body: takenByUs() }, { status: 200, body: closed() });
    service.on(CLOSE, { status: 201, body: closed() });
    await open();
    fireEvent.click(button('办好了'));
    fireEvent.change(screen.getByLabelText('怎么办的（可以不写）'), { target: { value: ' 软管换了新的 ' } });
    const confirm = within(screen.getByRole('dialog')).getByRole('button', { name: '办好了' });
    fireEvent.click(confirm);
    fireEvent.click(confirm);
    await settle();
    expect(service.written(CLOSE)).toEqual([{ id: expect.any(String), outcome: 'done', note: '软管换了新的' }]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText(/下次探访会再看看/)).toBeTruthy();
  });

  it('leaves nothing to press once it is closed', async () => {
    service.on(READ, { status: 200, body: closed() });
    await open();
    expect(screen.getByRole('heading', { level: 2, name: '办好了' })).toBeTruthy();
    // What was asked of somebody then is asked of nobody now.
    expect(screen.queryByText(/要尽快修好|当场先关上/)).toBeNull();
    expect(screen.getByText(/周敏.*看到的/)).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.queryByRole('button', { name: /办好了|就选/ })).toBeNull();
  });
});

describe('a need opened from a message', () => {
  it('goes to the officer’s page for somebody who sees it as an officer', async () => {
    service.on(READ, { status: 200, body: { view: 'officer', id: HOSE } });
    await open();
    expect(visited).toEqual([{ how: 'replace', url: `/officer/need/index?id=${HOSE}` }]);
  });

  it('says so when it is not this person’s, and leads to the list', async () => {
    service.on(READ, { status: 404, body: { code: 'access.not-found', detail: '没有找到，可能已经变动' } });
    await open();
    expect(screen.getByText('没有找到，可能已经变动')).toBeTruthy();
    fireEvent.click(button('返回'));
    expect(visited).toEqual([{ how: 'restart', url: '/family/needs/index' }]);
  });
});
