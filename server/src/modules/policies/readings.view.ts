import { decidableReadings, decisionOn, READING_KINDS, type DecidableReading, type PolicyPack } from '../../policy';
import { toReading } from './district-readings.service';
import type { ReadingDecision } from './reading-decisions.entities';
import type { DecisionItem, ReadingItem } from './readings.dto';

/**
 * Every reading that a district may decide, with what holds on the day and what was and will be.
 * @param decisions of the district, in the order of deciding
 * @param on calendar date
 * @param names of accounts, by id
 */
export function toReadingItems(
  pack: PolicyPack,
  decisions: readonly ReadingDecision[],
  on: string,
  names: ReadonlyMap<string, string>,
): ReadingItem[] {
  return decidableReadings(pack, on).map((reading) => {
    const mine = decisions.filter(({ ruleId }) => ruleId === reading.ruleId);
    const item = (decision: ReadingDecision) => toDecisionItem(decision, reading, names);
    const holds = inForce(mine, on);
    const { ruleId, kind, subject, because, options, ours } = reading;
    return {
      ...{ ruleId, kind, kindLabel: READING_KINDS[kind], subject, ours },
      because: because.map(({ rule, document, article, text, reading: isReading }) => ({
        ...{ rule, document, article, text, reading: isReading },
      })),
      options: options.map(({ code, label }) => ({ code, label })),
      note: reading.note ?? null,
      current: holds?.value ?? ours,
      decision: holds && item(holds),
      coming: comingAfter(mine, on).map(item),
      history: [...mine].reverse().map(item),
    };
  });
}

export function toDecisionItem(
  { id, value, holdsFrom, reason, decidedBy, decidedAt }: ReadingDecision,
  { options, ours }: Pick<DecidableReading, 'options' | 'ours'>,
  names: ReadonlyMap<string, string>,
): DecisionItem {
  const word = (code: string) => options.find((option) => option.code === code)?.label ?? code;
  const label = value === null ? `按方案的理解：${word(ours)}` : word(value);
  return { id, value, label, from: holdsFrom, reason, decidedBy: names.get(decidedBy) ?? '', decidedAt };
}

/** The district's own decision that holds on the day; null where our reading does. */
function inForce(decisions: readonly ReadingDecision[], on: string): ReadingDecision | null {
  const [first] = decisions;
  if (!first || decisionOn(decisions.map(toReading), first.ruleId, on) === null) return null;
  return latest(decisions.filter(({ holdsFrom }) => holdsFrom <= on));
}

/** One for each day from which something else will hold: a later decision for the same day has replaced the earlier one. */
function comingAfter(decisions: readonly ReadingDecision[], on: string): ReadingDecision[] {
  const days = [...new Set(decisions.map(({ holdsFrom }) => holdsFrom))].filter((day) => day > on).sort();
  return days.flatMap((day) => latest(decisions.filter(({ holdsFrom }) => holdsFrom === day)) ?? []);
}

/** Which of these has the last word: the one from the latest day, and of one day the one decided last. */
function latest(decisions: readonly ReadingDecision[]): ReadingDecision | null {
  return decisions.reduce<ReadingDecision | null>(
    (found, one) => (found === null || one.holdsFrom >= found.holdsFrom ? one : found),
    null,
  );
}
