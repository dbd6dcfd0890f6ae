import { useEffect, useState } from 'react';
import { now } from '@/platform';

interface Revealed {
  value: string;
  /** Until when it may be shown. Instant, ms. */
  until: number;
}

/** A whole value that may be shown for a while, then is gone again by itself. */
export function useRevealed() {
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  useEffect(() => {
    if (!revealed) return undefined;
    const timer = setTimeout(() => setRevealed(null), Math.max(0, revealed.until - now()));
    return () => clearTimeout(timer);
  }, [revealed]);
  return { revealed, show: setRevealed, hide: () => setRevealed(null) };
}
