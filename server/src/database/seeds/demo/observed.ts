import type { Answers } from '@tanfang/shared';
import type { FormUse } from '../../../policy';
import { visitsOf, type Rhythm } from './record';
import type { DemoVisit } from './types';

/** A record on which nothing has changed and nothing is wrong, by the boxes that 福建 and 辽宁 print alike. */
const CALM: Answers = {
  'household-change': 'unchanged',
  expression: 'unchanged',
  mobility: 'unchanged',
  illness: 'unchanged',
  spirits: 'unchanged',
  gas: 'safe',
  'water-heating': 'safe',
  electricity: 'safe',
  'personal-hygiene': 'unchanged',
  'home-hygiene': 'unchanged',
  'indoor-environment': 'unchanged',
  'help-wanted': ['none'],
};

export interface Recording {
  form: FormUse;
  /** What this form asks beyond the boxes above. */
  calm?: Answers;
}

/** Visits on a place's own record form; `seen` says what was otherwise, by the form's own field ids. */
export function recordedOn({ form, calm = {} }: Recording) {
  return (story: Omit<Rhythm, 'form' | 'answers'> & { seen?: (ago: number) => Answers }): DemoVisit[] => {
    const { seen = () => ({}), ...rhythm } = story;
    return visitsOf({ ...rhythm, form, answers: (ago) => ({ ...CALM, ...calm, ...seen(ago) }) });
  };
}
