import type { Answers, Cadence, FamilyChoice, Matter, SignatureKind, VisitMode } from '@tanfang/shared';
import { stableId } from '../stable-id';
import { calendarDate, DAY_MS } from '../../../platform/clock/clock';
import { addDays } from '../../../policy';
import { instant, periodStart } from './calendar';
import type { DemoCall, DemoFollowUp, DemoVisit } from './types';

const MINUTE_MS = 60_000;

/** Visitors have their rhythm and life its say: days after the period's start, cycled through. */
const DAYS_INTO: Record<Cadence, readonly number[]> = {
  week: [2, 1, 2, 4, 2, 3],
  'half-month': [3, 7, 5, 9],
  month: [15, 22, 17, 20],
};
const START_TIMES = ['09:34', '09:12', '15:20', '10:05', '09:41', '16:02', '14:48'] as const;
/** When the community has time to phone. */
const CALLING = '16:40';
const MINUTES = [14, 12, 18, 11, 15, 13, 21, 16] as const;

export interface Rhythm {
  /** Place and elder, for the ids: jinan/lixiulan */
  of: string;
  today: string;
  every: Cadence;
  /** How many full periods back the first visit lies. */
  since: number;
  visitor: string;
  form: { id: string; version: number };
  /** `ago`: 1 is the last full period, 0 the current one or the visit on `last`. */
  answers: (ago: number) => Answers;
  mode?: (ago: number) => VisitMode;
  /** Periods in which nobody was seen. */
  missed?: readonly number[];
  /** `HH:mm` at which this elder likes to be visited, cycled through. */
  times?: readonly string[];
  /** The current period's visit is done, if its first day has passed. */
  thisPeriod?: boolean;
  /** The last visit of all, in place of the one of its period. */
  last?: LastVisit;
  signature?: SignatureKind;
  followUps?: Readonly<Record<number, readonly FollowUpStory[]>>;
}

/** What it found is news, so its day counts from today and not from the period's start. */
export interface LastVisit {
  on: string;
  sentAt?: number;
  /** Nobody answered when the community phoned the family. */
  unreached?: boolean;
}

/** Days count from the visit. */
export interface FollowUpStory {
  matter: Matter;
  answer?: { by: string; choice: FamilyChoice; days: number };
  acknowledgement?: { by: string; days: number };
  closure?: { by: string; note: string; days: number };
}

/** The visits of one elder, one a period, oldest first; none today or later. */
export function visitsOf(rhythm: Rhythm): DemoVisit[] {
  const { every, today } = rhythm;
  const last = rhythm.last ?? doneThisPeriod(rhythm);
  const visits: DemoVisit[] = [];
  for (let ago = rhythm.since; ago >= 1; ago -= 1) {
    const start = periodStart(every, today, ago);
    if (rhythm.missed?.includes(ago) || (last && start >= periodStart(every, last.on))) continue;
    const into = DAYS_INTO[every];
    visits.push(visitOn(rhythm, ago, { on: addDays(start, into[ago % into.length]!) }));
  }
  return last ? [...visits, visitOn(rhythm, 0, last)] : visits;
}

function doneThisPeriod({ every, today, thisPeriod }: Rhythm): LastVisit | undefined {
  const yesterday = addDays(today, -1);
  return thisPeriod && yesterday >= periodStart(every, today) ? { on: yesterday } : undefined;
}

function visitOn(rhythm: Rhythm, ago: number, { on: date, sentAt, unreached = false }: LastVisit): DemoVisit {
  const times = rhythm.times ?? START_TIMES;
  const mode = rhythm.mode?.(ago) ?? 'on-site';
  const startedAt = instant(date, times[ago % times.length]!);
  const endedAt = startedAt + MINUTES[ago % MINUTES.length]! * MINUTE_MS;
  return {
    id: stableId(`${rhythm.of}/visit/${periodStart(rhythm.every, date)}`),
    visitor: rhythm.visitor,
    mode,
    form: rhythm.form,
    answers: rhythm.answers(ago),
    startedAt,
    endedAt,
    ...(sentAt === undefined ? {} : { sentAt }),
    // Nobody can sign through the telephone.
    signature: { kind: mode === 'phone' ? 'phone' : (rhythm.signature ?? 'signed') },
    followUps: (rhythm.followUps?.[ago] ?? []).map((story) => toFollowUp(story, endedAt)),
    calls: callsAfter(sentAt === undefined ? addDays(date, 1) : calendarDate(sentAt), rhythm.today, !unreached),
  };
}

/** On a day, and whom nobody reached then once more the day before today. */
function callsAfter(first: string, today: string, reached: boolean): DemoCall[] {
  const dates = new Set([first, ...(reached ? [] : [addDays(today, -1)])]);
  const past = [...dates].filter((date) => date >= first && date < today);
  return past.map((date) => ({ at: instant(date, CALLING), reached }));
}

function toFollowUp({ matter, answer, acknowledgement, closure }: FollowUpStory, endedAt: number): DemoFollowUp {
  const at = (days: number): number => endedAt + days * DAY_MS;
  return {
    matter,
    ...(answer ? { answer: { by: answer.by, choice: answer.choice, at: at(answer.days) } } : {}),
    ...(acknowledgement ? { acknowledgement: { by: acknowledgement.by, at: at(acknowledgement.days) } } : {}),
    ...(closure ? { closure: { by: closure.by, note: closure.note, at: at(closure.days) } } : {}),
  };
}
