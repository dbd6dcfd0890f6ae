import { useDidShow } from '@tarojs/taro';
import { useRef } from 'react';
import type { Resource } from './use-resource';

/** Fetches again whenever somebody comes back to the page; not when it opens, which fetches anyway. */
export function useReloadOnShow(resource: Pick<Resource<unknown>, 'reload'>): void {
  const opened = useRef(false);
  useDidShow(() => {
    if (opened.current) void resource.reload();
    opened.current = true;
  });
}
