import { useEffect, useRef } from 'react';
import { online } from '@/platform';
import { useStore } from '@/state';

/** Fetches again when the network returns. Null: what is shown is as new as can be. */
export function useReloadWhenBack(reload: (() => Promise<void>) | null): void {
  const connected = useStore(online);
  const before = useRef(connected);
  useEffect(() => {
    if (connected && !before.current) void reload?.();
    before.current = connected;
  }, [connected, reload]);
}
