import { act, renderHook } from '@testing-library/react';
import { usePages } from '@/state';

/** A list of `length` numbers, two to a page. */
const numbers = (length: number) => (after: string | undefined) => {
  const from = Number(after ?? 0);
  const items = Array.from({ length: Math.min(2, length - from) }, (_, index) => from + index);
  return Promise.resolve({ items, next: from + 2 < length ? String(from + 2) : null });
};

const flush = () => act(async () => new Promise((resolve) => setTimeout(resolve, 0)));

describe('a list in pages', () => {
  it('adds page to page until the end', async () => {
    const { result } = renderHook(() => usePages(numbers(5)));
    await flush();
    expect(result.current.data).toEqual({ items: [0, 1], next: '2' });
    await act(() => result.current.more());
    await act(() => result.current.more());
    expect(result.current.data).toEqual({ items: [0, 1, 2, 3, 4], next: null });
    await act(() => result.current.more());
    expect(result.current.data?.items).toHaveLength(5);
  });

  it('keeps its length when it is fetched again, so that nobody loses their place', async () => {
    const { result } = renderHook(() => usePages(numbers(9)));
    await flush();
    await act(() => result.current.more());
    await act(() => result.current.reload());
    expect(result.current.data?.items).toEqual([0, 1, 2, 3]);
  });

  it('drops a page that arrives after the filter has changed', async () => {
    let late: (page: { items: number[]; next: null }) => void = () => undefined;
    const load = (after: string | undefined) =>
      after ? new Promise<{ items: number[]; next: null }>((resolve) => (late = resolve)) : numbers(5)(after);
    const { result, rerender } = renderHook(({ filter }) => usePages(load, filter), {
      initialProps: { filter: 'open' },
    });
    await flush();
    let more = Promise.resolve();
    act(() => {
      more = result.current.more();
    });
    rerender({ filter: 'closed' });
    await flush();
    await act(async () => {
      late({ items: [99], next: null });
      await more;
    });
    expect(result.current.data?.items).toEqual([0, 1]);
  });
});
