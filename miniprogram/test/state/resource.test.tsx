import { act, fireEvent, render, screen } from '@testing-library/react';
import { ResourceView } from '@/components';
import { NetworkFailure, online, Problem } from '@/platform';
import { useResource } from '@/state';

function List({ load, elder = '' }: { load: () => Promise<string>; elder?: string }) {
  const resource = useResource(load, elder);
  return <ResourceView of={resource}>{(words) => <div>{words}</div>}</ResourceView>;
}

const settle = () => act(async () => undefined);

beforeEach(() => act(() => online.set(true)));
afterEach(() => jest.useRealTimers());

describe('data of a page', () => {
  it('shows the shape first, says so after five seconds, then the content', async () => {
    jest.useFakeTimers();
    let arrive: (words: string) => void = () => undefined;
    render(<List load={() => new Promise((resolve) => (arrive = resolve))} />);
    expect(screen.getByText('正在打开')).toBeTruthy();
    await act(async () => jest.advanceTimersByTime(4_900));
    expect(screen.queryByText(/网有点慢/)).toBeNull();
    await act(async () => jest.advanceTimersByTime(200));
    expect(screen.getByText(/网有点慢/)).toBeTruthy();
    await act(async () => arrive('孙桂英'));
    expect(screen.getByText('孙桂英')).toBeTruthy();
  });

  it('takes the blame, gives a code to read out, and tries again', async () => {
    const load = jest
      .fn<Promise<string>, []>()
      .mockRejectedValueOnce(new Problem(500, 'http.500', '', [], '01JZZZ7F3K'))
      .mockResolvedValue('孙桂英');
    render(<List load={load} />);
    await settle();
    expect(screen.getByText('没打开，不是您的问题')).toBeTruthy();
    expect(screen.getByText(/编号 7F3K/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
    await settle();
    expect(screen.getByText('孙桂英')).toBeTruthy();
  });

  it('opens by itself when the network comes back', async () => {
    const load = jest
      .fn<Promise<string>, []>()
      .mockRejectedValueOnce(new NetworkFailure('offline'))
      .mockResolvedValue('孙桂英');
    act(() => online.set(false));
    render(<List load={load} />);
    await settle();
    expect(screen.getByText('这一页要有网才能看')).toBeTruthy();
    act(() => online.set(true));
    await settle();
    expect(screen.getByText('孙桂英')).toBeTruthy();
  });

  it('drops an answer that comes after another elder was opened', async () => {
    const arrivals: ((words: string) => void)[] = [];
    const load = () => new Promise<string>((resolve) => arrivals.push(resolve));
    const { rerender } = render(<List load={load} elder="1" />);
    rerender(<List load={load} elder="2" />);
    await act(async () => arrivals[1]!('李秀兰'));
    await act(async () => arrivals[0]!('孙桂英'));
    expect(screen.getByText('李秀兰')).toBeTruthy();
    expect(screen.queryByText('孙桂英')).toBeNull();
  });
});
