import { useDidHide, useDidShow } from '@tarojs/taro';
import { useRef } from 'react';
import type { Resource } from './use-resource';

/**
 * Fetches again whenever somebody comes back to the page; not when it opens, which fetches anyway. Counted from leaving:
 * a page that first waits for the sign-in is drawn after its own opening.
 */
export function useReloadOnShow(resource: Pick<Resource<unknown>, 'reload'>): void {
  const left = useRef(false);
  useDidHide(() => {
    left.current = true;
  });
  useDidShow(() => {
    if (left.current) void resource.reload();
    left.current = false;
  });
}
