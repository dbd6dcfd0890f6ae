import { act, fireEvent, render, screen } from '@testing-library/react';
import { TellMe } from '@/family/tell-me/TellMe';
import { FakeService, settle } from './service';
import { wangjing } from './story';
import type { SubscribeResults } from '@/platform';

const asked = jest.fn<Promise<SubscribeResults>, unknown[]>();
jest.mock('@/platform/subscribe', () => ({ subscribe: (...given: unknown[]) => asked(...given) }));

const RAISED = { key: 'needRaised', templateId: 'raised', title: '家里有事请您看看' };
const CLOSED = { key: 'needClosed', templateId: 'closed', title: '事情办好了' };
const REPORT = 'POST /api/subscriptions';
const credits = (raised: number, closed: number) => ({
  status: 201,
  body: {
    credits: [
      { templateId: 'closed', left: closed },
      { templateId: 'raised', left: raised },
    ],
  },
});

let service: FakeService;

const tap = () => fireEvent.click(screen.getByRole('button', { name: '有事微信告诉我' }));

async function show(): Promise<void> {
  await service.signIn(wangjing);
  render(<TellMe why="探访看出事来，微信里告诉您" />);
  await settle();
}

beforeEach(() => {
  service = new FakeService();
  service.on('GET /api/subscription-templates', { status: 200, body: { items: [RAISED, CLOSED] } });
  asked.mockReset().mockResolvedValue({ raised: 'accept', closed: 'reject' });
});

describe('有事微信告诉我', () => {
  it('asks WeChat within the tap itself, before anything is awaited', async () => {
    await show();
    const before = service.calls.length;
    act(() => {
      // A native click runs the handlers and nothing else: no promise has had a turn when it returns.
      screen.getByRole('button', { name: '有事微信告诉我' }).click();
      expect(asked).toHaveBeenCalledTimes(1);
    });
    expect(asked).toHaveBeenCalledWith([RAISED, CLOSED], wangjing.demo);
    expect(service.calls.length).toBe(before);
    await settle();
  });

  it('reports what was allowed under an id of its own, and says how many messages are left', async () => {
    service.on(REPORT, credits(1, 0), credits(2, 0));
    await show();
    tap();
    await settle();
    expect(screen.getByText(/还能收 1 次，再点一次就多一次/)).toBeTruthy();
    tap();
    await settle();
    expect(screen.getByText(/还能收 2 次/)).toBeTruthy();
    const [first, second] = service.written(REPORT);
    expect(first?.results).toEqual([
      { templateId: 'raised', result: 'accept' },
      { templateId: 'closed', result: 'reject' },
    ]);
    expect(second?.id).not.toBe(first?.id);
  });

  it('does not lose an allowance whose report got no reply: the next tap repeats it without asking again', async () => {
    service.on(REPORT, 'offline', credits(1, 0));
    await show();
    tap();
    await settle();
    expect(screen.getByText(/再点一次就记上，不会多算/)).toBeTruthy();
    tap();
    await settle();
    expect(asked).toHaveBeenCalledTimes(1);
    const [first, second] = service.written(REPORT);
    expect(second).toEqual(first);
    expect(screen.getByText(/还能收 1 次/)).toBeTruthy();
  });

  it.each([
    ['a refusal', { raised: 'reject', closed: 'reject' }, /什么时候想收再点/],
    ['reminders switched off in WeChat', { raised: 'ban' }, /设置里打开/],
    ['a browser, which cannot ask', {}, /在微信里打开小程序点一次/],
  ] as const)('takes %s for an answer, and reports nothing', async (_, results, words) => {
    asked.mockResolvedValue(results);
    await show();
    tap();
    await settle();
    expect(screen.getByText(words)).toBeTruthy();
    expect(service.written(REPORT)).toEqual([]);
  });

  it('cannot be tapped again while WeChat is asking', async () => {
    let answer: (results: SubscribeResults) => void = () => undefined;
    asked.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    await show();
    tap();
    fireEvent.click(screen.getByRole('button', { name: /请稍等/ }));
    expect(asked).toHaveBeenCalledTimes(1);
    await act(async () => answer({}));
    await settle();
  });
});
