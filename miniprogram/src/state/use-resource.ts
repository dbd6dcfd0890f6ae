import { useCallback, useEffect, useRef, useState } from 'react';
import { NetworkFailure, online } from '@/platform';
import { useStore } from './use-store';

/** After this long a waiting person is told that it goes on. Milliseconds. */
export const SLOW_AFTER_MS = 5_000;

export interface Resource<T> {
  /** The newest data there is; stays while it is fetched again, and when that fails. */
  data: T | undefined;
  /** Why the newest attempt failed; null while it has not. */
  error: unknown;
  loading: boolean;
  /** Loading has taken more than five seconds. */
  slow: boolean;
  /** Failed for want of a network. */
  offline: boolean;
  /** Fetches again; never rejects. */
  reload: () => Promise<void>;
  /** Shows what an action of the page already knows, without fetching. */
  set: (data: T) => void;
}

/**
 * Data of a page: fetched when it opens and whenever `key` changes, again by itself when the network comes back after
 * it was missing. Answers that come late, after `key` has changed or the page has gone, are dropped.
 */
export function useResource<T>(load: () => Promise<T>, key = ''): Resource<T> {
  const [state, setState] = useState<{ data: T | undefined; error: unknown; loading: boolean; slow: boolean }>({
    data: undefined,
    error: null,
    loading: true,
    slow: false,
  });
  const turn = useRef(0);
  const loader = useRef(load);
  loader.current = load;

  const reload = useCallback(async () => {
    const mine = ++turn.current;
    const update = (change: Partial<typeof state>) => {
      if (mine === turn.current) setState((before) => ({ ...before, ...change }));
    };
    update({ loading: true, slow: false, error: null });
    const slow = setTimeout(() => update({ slow: true }), SLOW_AFTER_MS);
    try {
      update({ data: await loader.current(), loading: false, slow: false });
    } catch (error) {
      update({ error, loading: false, slow: false });
    } finally {
      clearTimeout(slow);
    }
  }, []);

  const firstKey = useRef(key);
  useEffect(() => {
    if (firstKey.current !== key) {
      firstKey.current = key;
      setState((before) => ({ ...before, data: undefined }));
    }
    void reload();
    return () => {
      // Nobody waits for this answer any more.
      // eslint-disable-next-line react-hooks/exhaustive-deps
      turn.current++;
    };
  }, [key, reload]);

  const offline = state.error instanceof NetworkFailure && state.error.reason === 'offline';
  const connected = useStore(online);
  useEffect(() => {
    if (connected && offline) void reload();
    // Only the return of the network starts this, not the failure itself.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [connected, reload]);

  const set = useCallback((data: T) => setState((before) => ({ ...before, data, error: null })), []);
  return { ...state, offline, reload, set };
}
