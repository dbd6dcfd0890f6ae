import { useEffect, useRef, useState } from 'react';

/**
 * Runs an action so that it cannot be fired twice: while a returned promise is pending, further calls do nothing.
 * The lock is taken before React draws anything, because two taps can come faster than a frame.
 * @returns `[run, running]`
 */
export function useOnce(action: (() => unknown) | undefined): [() => void, boolean] {
  const [running, setRunning] = useState(false);
  const locked = useRef(false);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  const run = () => {
    if (locked.current) return;
    const result = action?.();
    if (!isPromise(result)) return;
    locked.current = true;
    setRunning(true);
    const release = () => {
      locked.current = false;
      if (mounted.current) setRunning(false);
    };
    // A rejection is the action's own to handle; here it only frees the button.
    result.then(release, (error: unknown) => {
      release();
      throw error;
    });
  };
  return [run, running];
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as { then?: unknown } | null)?.then === 'function';
}
