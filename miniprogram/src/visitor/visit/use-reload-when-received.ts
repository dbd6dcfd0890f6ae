import { useEffect, useRef } from 'react';
import { outbox } from '@/offline';
import { useStore } from '@/state';

/** Fetches again when a record, or the last of its files, has been received: the service knows more than before. */
export function useReloadWhenReceived(reload: () => Promise<void>): void {
  const { items } = useStore(outbox);
  const count = items.length + items.filter(({ received }) => !received).length;
  const before = useRef(count);
  useEffect(() => {
    if (count < before.current) void reload();
    before.current = count;
  }, [count, reload]);
}
