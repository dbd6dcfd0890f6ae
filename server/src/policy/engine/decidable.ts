import {
  CADENCES,
  ELIGIBILITY_FLAGS,
  MATTERS,
  SERVICE_PROVIDERS,
  SEVERITIES,
  TIERS,
  VISIT_MODES,
  categoryWord,
  codesOf,
  wordOf,
  type Vocabulary,
} from '@tanfang/shared';
import type { CalendarDate } from './calendar';
import type { Because } from './citation';
import { CLOCK_PARTS, clockRuleId, spanCode, spanLabel } from './clock';
import { valueOn } from './dated';
import type { ClockCode, PolicyPack, ReferralRule } from './pack';
import { referralCode, referralLabel } from './referral-option';
import type { RuleTable } from './rule';

export const READING_KINDS = {
  category: '谁算探访对象',
  tier: '人群',
  cadence: '多久探访一次',
  provider: '由谁探访',
  entrustment: '委托由谁出资',
  mode: '怎样算探访过',
  referral: '看到的事转给谁',
  'kept-referral': '不便让家人知道的事转给谁',
  signal: '设备预警转给谁',
  clock: '办理时限',
  flag: '提醒',
} as const;
export type ReadingKind = keyof typeof READING_KINDS;

export interface ReadingOption {
  readonly code: string;
  /** 每半个月一次 */
  readonly label: string;
}

/** A reading of ours that a district may decide otherwise. */
export interface DecidableReading {
  readonly ruleId: string;
  readonly kind: ReadingKind;
  /** What is decided, in a few words: 紧急：多久内有人接 */
  readonly subject: string;
  readonly because: Because;
  /** Code of the option that holds as long as the district has decided nothing. */
  readonly ours: string;
  readonly options: readonly ReadingOption[];
  /** What whoever decides has to know. */
  readonly note?: string;
}

/** A decision about devices is kept for the day on which some report. */
const NO_DEVICES_YET = '还没有设备接进来；定好以后，接上就照办';

/**
 * Everything that a district may decide on a day, each once. What merely says how facts compare is not among it (a
 * birthday on 29 February, a code that ends above the street), nor what nothing is computed from.
 */
export function decidableReadings(pack: PolicyPack, on: CalendarDate): readonly DecidableReading[] {
  const all = [
    ...categoryReadings(pack),
    ...(pack.tiers === null ? [] : tableReadings('tier', pack.tiers, TIERS, on)),
    ...tableReadings('cadence', pack.cadence, CADENCES, on),
    ...tableReadings('provider', pack.providers, SERVICE_PROVIDERS, on),
    ...entrustmentReadings(pack),
    ...modeReadings(pack),
    ...referralReadings('referral', pack.referral.rules, on),
    ...referralReadings('kept-referral', pack.referral.keptFromFamily, on),
    ...referralReadings('signal', pack.referral.signals ?? [], on),
    ...clockReadings(pack),
    ...flagReadings(pack),
  ];
  return [...new Map(all.map((reading) => [reading.ruleId, reading])).values()];
}

function categoryReadings(pack: PolicyPack): DecidableReading[] {
  const ours = pack.categories.filter(({ because }) => because[0].reading);
  return ours.map(({ code, because }) => {
    // Of several definitions of one category only their own words tell which is meant.
    const isOnly = ours.filter((other) => other.code === code).length === 1;
    const subject = isOnly ? categoryWord(code) : READING_KINDS.category;
    return yesOrNo('category', subject, because, true, ['计入', '不计入']);
  });
}

function tableReadings<Value extends string>(
  kind: ReadingKind,
  table: RuleTable<never, Value>,
  words: Vocabulary,
  on: CalendarDate,
): DecidableReading[] {
  // Where a plan knows one value only there is nothing to choose.
  if (table.values.length < 2) return [];
  const options = table.values.map((code) => ({ code, label: wordOf(words, code) }));
  return table.rules.flatMap(({ then }) => {
    const { value, because } = valueOn(then, on);
    if (!because[0].reading) return [];
    return [{ ruleId: because[0].rule, kind, subject: READING_KINDS[kind], because, ours: value, options }];
  });
}

function entrustmentReadings({ entrustment }: PolicyPack): DecidableReading[] {
  if (entrustment === null) return [];
  const labels = ['由政府出资', '由老人或家人出资'] as const;
  return [yesOrNo('entrustment', READING_KINDS.entrustment, entrustment.governmentFunded, true, labels)];
}

function modeReadings(pack: PolicyPack): DecidableReading[] {
  return pack.modes.flatMap(({ code, fulfils, because }) => {
    if (!because[0].reading) return [];
    const reading = yesOrNo('mode', `${VISIT_MODES[code]}方式`, because, fulfils, ['算一次探访', '不算']);
    return [code === 'remote-monitoring' ? { ...reading, note: NO_DEVICES_YET } : reading];
  });
}

function referralReadings(
  kind: ReadingKind,
  rules: readonly ReferralRule<never>[],
  on: CalendarDate,
): DecidableReading[] {
  return rules.flatMap(({ then, options = [] }) => {
    if (options.length === 0) return [];
    const { value, because } = valueOn(then, on);
    return [
      {
        ...{ ruleId: because[0].rule, kind, subject: READING_KINDS[kind], because },
        ours: referralCode(value),
        options: options.map((option) => ({ code: referralCode(option), label: referralLabel(option) })),
        ...(kind === 'signal' ? { note: NO_DEVICES_YET } : {}),
      },
    ];
  });
}

const CLOCK_WORDS: Record<ClockCode, string> = { ...SEVERITIES, 'no-answer': MATTERS['no-answer'] };

function clockReadings(pack: PolicyPack): DecidableReading[] {
  return codesOf(CLOCK_WORDS).flatMap((code) => {
    const { acknowledgeWithin, closeWithin, options, because } = pack.clocks[code];
    if (options === undefined) return [];
    const ours = { acknowledge: spanCode(acknowledgeWithin), close: spanCode(closeWithin) };
    return CLOCK_PARTS.map((part) => ({
      ruleId: clockRuleId(pack, code, part),
      kind: 'clock' as const,
      subject: `${CLOCK_WORDS[code]}：多久内${part === 'acknowledge' ? '有人接' : '办好'}`,
      because,
      ours: ours[part],
      options: options[part].map((span) => ({ code: spanCode(span), label: `${spanLabel(span)}内` })),
    }));
  });
}

function flagReadings(pack: PolicyPack): DecidableReading[] {
  return pack.flags.flatMap(({ code, limit, because }) => {
    if (limit === undefined) return [];
    const options = limit.allowed.map((number) => ({ code: String(number), label: `${number} ${limit.unit}` }));
    const subject = ELIGIBILITY_FLAGS[code];
    return [{ ruleId: because[0].rule, kind: 'flag', subject, because, ours: String(limit.ours), options }];
  });
}

function yesOrNo(
  kind: ReadingKind,
  subject: string,
  because: Because,
  ours: boolean,
  [yes, no]: readonly [string, string],
): DecidableReading {
  const options = [
    { code: 'yes', label: yes },
    { code: 'no', label: no },
  ];
  return { ruleId: because[0].rule, kind, subject, because, ours: ours ? 'yes' : 'no', options };
}
