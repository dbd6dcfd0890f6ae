import { useEffect, useRef, useState } from 'react';
import { api } from '@/api';
import { failureInWords, Problem } from '@/platform';
import { fieldErrorsOf, type FieldErrors } from '../register/field-errors';
import type { Explanation } from '../verdict/lines';
import type { Question } from './trial-draft';

/** How long nobody must have changed anything before it is worked out anew. Milliseconds. */
const REST_MS = 250;

export interface Verdicts {
  /** In the order of the places; the last ones there were stay while it is worked out anew. */
  found: readonly Explanation[];
  working: boolean;
  /** The service's sentence for each fact that it would not take. */
  errors: FieldErrors;
  /** Why nothing came, in words. */
  failure: string | null;
  retry: () => void;
}

type State = Omit<Verdicts, 'retry'>;
const NOTHING: State = { found: [], working: false, errors: {}, failure: null };

/**
 * What the plans of several places say, worked out anew by itself whenever the question or a place changes. Answers
 * that come late are dropped.
 * @param question null: not enough is filled in yet
 */
export function useVerdicts(packIds: readonly string[], question: Question | null): Verdicts {
  const [state, setState] = useState<State>(NOTHING);
  const [attempt, setAttempt] = useState(0);
  const turn = useRef(0);
  const key = JSON.stringify([packIds, question]);
  useEffect(() => {
    const mine = ++turn.current;
    const update = (change: Partial<State>) => {
      if (mine === turn.current) setState((before) => ({ ...before, ...change }));
    };
    if (question === null) {
      update({ working: false, errors: {}, failure: null });
      return;
    }
    update({ working: true });
    const rest = setTimeout(() => {
      const asked = packIds.map((packId) =>
        api.post('/api/policies/{packId}/explanations', { path: { packId }, body: question }),
      );
      Promise.all(asked).then(
        (found) => update({ ...NOTHING, found }),
        (error: unknown) => {
          const refused = error instanceof Problem && error.fields.length > 0;
          update({ working: false, errors: fieldErrorsOf(error), failure: refused ? null : failureInWords(error) });
        },
      );
    }, REST_MS);
    return () => clearTimeout(rest);
    // The key says everything about the question and the places.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, attempt]);
  return { ...state, retry: () => setAttempt((before) => before + 1) };
}
