import { useRef, useState } from 'react';
import { failureInWords, ulid } from '@/platform';

export interface Attempt {
  /** What went wrong with the last try, in words. */
  failure: string | null;
  setFailure: (sentence: string | null) => void;
  /**
   * Runs one action with an id that stays the same while what is sent stays the same: repeated after a lost reply it is
   * the same action, changed it is another. True when it went through.
   */
  run: (content: unknown, action: (id: string) => Promise<unknown>) => Promise<boolean>;
}

export function useAttempt(): Attempt {
  const [failure, setFailure] = useState<string | null>(null);
  const last = useRef({ content: '', id: '' });
  const run = async (content: unknown, action: (id: string) => Promise<unknown>) => {
    const text = JSON.stringify(content);
    if (last.current.id === '' || last.current.content !== text) last.current = { content: text, id: ulid() };
    setFailure(null);
    try {
      await action(last.current.id);
      last.current = { content: '', id: '' };
      return true;
    } catch (error) {
      setFailure(failureInWords(error));
      return false;
    }
  };
  return { failure, setFailure, run };
}
