import type { Answers } from '@tanfang/shared';
import { visitsOf, type Rhythm } from '../record';
import type { DemoVisit } from '../types';

type Compared = 'unchanged' | 'better' | 'worse';
type Safety = 'safe' | 'fairly-safe' | 'unsafe';

/** What a visitor saw, by the boxes of 附件1; what is left out was calm. */
export interface Seen {
  economy?: 'stable' | 'illness-expense' | 'accident-expense';
  mobility?: 'good' | 'fair' | 'poor';
  illness?: Compared;
  spirits?: Compared;
  gas?: Safety;
  gasNote?: string;
  waterHeating?: Safety;
  waterHeatingNote?: string;
  electricity?: Safety;
  electricityNote?: string;
  fire?: Safety;
  fireNote?: string;
  personalHygiene?: Compared;
  homeHygiene?: Compared;
  indoorEnvironment?: Compared;
  careGiven?: string;
  helpWanted?: readonly string[];
  participation?: 'wants' | 'not-now' | 'not-able';
  familyContact?: 'often' | 'sometimes' | 'seldom' | 'none-apart';
  familyDuty?: 'fulfilled' | 'partly' | 'neglected' | 'none-apart' | 'not-known';
  familyDutyNote?: string;
  satisfaction?: 'satisfied' | 'fairly-satisfied' | 'dissatisfied' | 'declined';
}

const FORM = { id: 'jinan-visit-record', version: 1 };

/** Small kindnesses, cycled through where the story tells of none. */
const CARE_GIVEN = [
  '陪着说了会儿话',
  undefined,
  '把垃圾带下了楼',
  undefined,
  '念了社区的通知',
  undefined,
  '帮着买了一趟菜',
];

/** Visits on the record form of 附件1. */
export function recorded(rhythm: Omit<Rhythm, 'form' | 'answers'> & { seen: (ago: number) => Seen }): DemoVisit[] {
  const { seen, ...rest } = rhythm;
  return visitsOf({
    ...rest,
    form: FORM,
    answers: (ago) => answersOf({ careGiven: CARE_GIVEN[ago % CARE_GIVEN.length], ...seen(ago) }),
  });
}

function answersOf(seen: Seen): Answers {
  return answered({
    economy: [seen.economy ?? 'stable'],
    mobility: seen.mobility ?? 'good',
    illness: seen.illness ?? 'unchanged',
    spirits: seen.spirits ?? 'unchanged',
    gas: seen.gas ?? 'safe',
    'gas-note': seen.gasNote,
    'water-heating': seen.waterHeating ?? 'safe',
    'water-heating-note': seen.waterHeatingNote,
    electricity: seen.electricity ?? 'safe',
    'electricity-note': seen.electricityNote,
    fire: seen.fire ?? 'safe',
    'fire-note': seen.fireNote,
    'personal-hygiene': seen.personalHygiene ?? 'unchanged',
    'home-hygiene': seen.homeHygiene ?? 'unchanged',
    'indoor-environment': seen.indoorEnvironment ?? 'unchanged',
    'care-given': seen.careGiven,
    'help-wanted': seen.helpWanted,
    participation: seen.participation,
    'family-contact': seen.familyContact,
    'family-duty': seen.familyDuty,
    'family-duty-note': seen.familyDutyNote,
    satisfaction: seen.satisfaction ?? 'satisfied',
  });
}

/** Questions left open are no answers. */
function answered(answers: Record<string, Answers[string] | undefined>): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)) as Answers;
}
