import type {
  Cadence,
  EligibilityFlag,
  Finding,
  FormDefinition,
  PlanCategory,
  ServiceProvider,
  Severity,
  Tier,
  VisitMode,
  VisitorBody,
} from '@tanfang/shared';
import type { ReferralInform, ReferralTarget } from './answer';
import type { AskedFact } from './asked-fact';
import type { CalendarDate } from './calendar';
import type { Because, Plan } from './citation';
import type { Dated } from './dated';
import type { Elder } from './elder';
import type { FirstContactRules } from './first-contact';
import type { KindWords } from './kind-words';
import type { Rule, RuleTable } from './rule';

/** An elder with the categories and the tier already found. */
export interface AssessedElder extends Elder {
  readonly categories: ReadonlySet<PlanCategory>;
  readonly tier: Tier | null;
}

export interface CategoryRule {
  readonly code: PlanCategory;
  readonly when: (elder: Elder) => boolean;
  readonly because: Because;
  /** Told to the officer with every result that this category is part of. */
  readonly note?: string;
}

/** A number that a plan does not name: ours, and those a district may choose instead. */
export interface Limit {
  readonly ours: number;
  readonly allowed: readonly number[];
  /** `个月` */
  readonly unit: string;
}

export interface FlagRule {
  readonly code: EligibilityFlag;
  /** @param limit of the rule, 0 where it has none */
  readonly when: (elder: AssessedElder, limit: number) => boolean;
  readonly limit?: Limit;
  readonly because: Because;
}

export interface EntrustmentRules {
  readonly isEligible: Rule<AssessedElder, boolean>['when'];
  readonly isGovernmentFunded: Rule<AssessedElder, boolean>['when'];
  readonly eligible: Because;
  /** That the government pays is a reading: a district may leave it to the elder. */
  readonly governmentFunded: Because;
  readonly notEligible: Because;
}

export interface ReferralTo {
  readonly to: ReferralTarget;
  readonly inform: readonly ReferralInform[];
}

/** Acts without the family, and nobody of it is told. */
export interface KeptReferralTo extends ReferralTo {
  readonly to: 'street' | 'community';
  readonly inform: readonly [];
}

/** What a referral is about; a `staff` finding must not reach the family. Without a severity: no danger to life. */
export type ReferredFinding = Pick<Finding, 'visibility' | 'matter'> & Partial<Pick<Finding, 'severity'>>;

/** What is kept from the family, and of whom it was found. */
export interface KeptFinding extends Pick<ReferredFinding, 'matter'> {
  readonly elder: AssessedElder;
}

export interface ReferralRule<Subject, To extends ReferralTo = ReferralTo> extends Rule<Subject, To> {
  /** Between which a district may choose, ours among them; omitted: the plan has decided. */
  readonly options?: readonly To[];
}

export interface ReferralRules {
  readonly rules: readonly ReferralRule<AssessedElder>[];
  /** For findings that must not reach the family (suspected neglect, a complaint); the first that holds decides. */
  readonly keptFromFamily: readonly ReferralRule<KeptFinding, KeptReferralTo>[];
  /** Where life was in danger, whatever the elder's category. */
  readonly inDanger: Dated<ReferralTo>;
  /** Who hears of what meters and devices report; omitted: as for a finding. The first that holds decides. */
  readonly signals?: readonly ReferralRule<AssessedElder>[];
}

/**
 * A span with its unit: milliseconds by the clock, working days of the official calendar, or what is left of the day, and
 * at least `amount` ms.
 */
export interface Span {
  readonly unit: 'ms' | 'working-days' | 'day';
  readonly amount: number;
}

/** Past `acknowledgeWithin` a need goes one level up, and that level has the same clock again. */
export interface Clocks {
  readonly acknowledgeWithin: Span;
  readonly closeWithin: Span;
}

export interface ClockRule extends Clocks {
  /** Between which a district may choose, ours among them; omitted: the plan sets the clock itself. */
  readonly options?: { readonly acknowledge: readonly Span[]; readonly close: readonly Span[] };
  readonly because: Because;
}

/** Every severity has a clock; a search for somebody who did not open has one besides, and the earlier of the two counts. */
export type ClockCode = Severity | 'no-answer';

/** A way of visiting, and whether it meets what is owed. */
export interface ModeRule {
  readonly code: VisitMode;
  readonly fulfils: boolean;
  readonly because: Because;
}

/** A number of working days, day 1 being the next working day. */
export interface Deadline {
  readonly workingDays: number;
  readonly because: Because;
}

export interface EmergencyStep {
  readonly call: 'emergency-services' | 'first-contact' | 'family';
  /** Numbers to dial, for the emergency services. */
  readonly numbers: readonly { readonly number: string; readonly forWhat: string }[];
  readonly because: Because;
}

export interface EmergencyPlan {
  /** In the plan's order; both are offered at one tap. */
  readonly steps: readonly EmergencyStep[];
  readonly recordAfterwards: Because;
}

/** Something a plan says that is shown or recorded rather than computed. */
export interface Provision {
  readonly code: string;
  readonly label: string;
  readonly because: Because;
}

/** An occasion on which visits are added to the regular ones. */
export interface SpecialPeriod extends Provision {
  /** Nobody may come to the door: the added visits are calls and video. Omitted: any mode. */
  readonly remoteOnly?: true;
}

/** Something that a plan wants reached or reported by a day. */
export interface Milestone extends Provision {
  /** The last day of the span that the plan names. */
  readonly by: CalendarDate;
}

/** A task that a plan lays on a department. */
export interface Duty {
  /** Number of the row, from 1. */
  readonly number: number;
  readonly task: string;
  /** 责任单位, in the plan's words. */
  readonly department: string;
  readonly because: Because;
}

export interface RateTarget {
  readonly percent: number;
  readonly every: Cadence;
  /** Last day by which it is to be reached; null: from the start, no day is named. */
  readonly by: CalendarDate | null;
  readonly because: Because;
}

export interface FormUse {
  readonly id: string;
  readonly version: number;
}

/** The law of one place as code. Adding a place is adding a folder under `packs/`, whose `pack.ts` exports it as `pack`. */
export interface PolicyPack {
  /** The name of its folder. */
  readonly id: string;
  /** Short name of the place: 济南. */
  readonly name: string;
  readonly plan: Plan;
  /** Prefixes of the division codes of its places of residence. */
  readonly divisions: readonly string[];
  /** What the officer is asked beyond what every place asks. */
  readonly asks: readonly AskedFact[];

  readonly age: { readonly from: number; readonly reached: Because; readonly notReached: Because };
  readonly noCategory: Because;
  /** In the order of a result; of several rules with one code the first that holds gives the grounds. */
  readonly categories: readonly CategoryRule[];
  /** Null where the plan has no tiers. */
  readonly tiers: RuleTable<Elder, Tier> | null;
  readonly cadence: RuleTable<AssessedElder, Cadence>;
  /** Null where the plan has no entrustment. */
  readonly entrustment: EntrustmentRules | null;
  readonly referral: ReferralRules;
  readonly providers: RuleTable<AssessedElder, ServiceProvider>;
  readonly flags: readonly FlagRule[];
  /** For every rule that a family reads of; see `baseline/kind-words` for those that several plans share. */
  readonly kindWords: KindWords;

  readonly rateTarget: RateTarget;
  /** A stricter one that follows it. */
  readonly laterRateTarget?: RateTarget;
  readonly census: { readonly everyMonths: number; readonly because: Because };
  readonly deadlines: { readonly registryEntry: Deadline | null; readonly tellProvider: Deadline | null };
  readonly clocks: Readonly<Record<ClockCode, ClockRule>>;
  readonly emergency: EmergencyPlan;

  readonly modes: readonly ModeRule[];
  /** Who visits; `box` is the form's box for them. */
  readonly visitorBodies: readonly {
    readonly code: VisitorBody;
    readonly box: VisitorBody;
    readonly because: Because;
  }[];
  readonly contentAreas: readonly Provision[];
  /** Occasions on which visits are added. */
  readonly specialPeriods: readonly SpecialPeriod[];
  /** Steps when the family neglects its duty, in order. */
  readonly familyDuty: readonly Provision[];
  /** What supervision looks for. */
  readonly supervision: readonly Provision[];
  readonly photos: { readonly askedOfInstitutions: boolean; readonly because: Because } | null;
  readonly points: { readonly kept: readonly ('earned' | 'total' | 'redeemed')[]; readonly because: Because } | null;
  /** How else those who visit are thanked: school credit, commendation. */
  readonly recognition?: readonly Provision[];
  readonly milestones?: readonly Milestone[];
  readonly duties?: readonly Duty[];
  /** Whom an elder's needs go to first; omitted where the plan knows no first contact. */
  readonly firstContact?: FirstContactRules;

  readonly visitForm: Dated<FormUse>;
  /** Visit records in every version ever in use: a record keeps the one it was filled with. */
  readonly forms: readonly FormDefinition[];
  readonly registrationForm?: Dated<FormUse>;
  readonly entrustmentForm?: Dated<FormUse>;
  /** Forms that record no visit, in every version; kept apart, for with them nobody can hand in a visit. */
  readonly otherForms?: readonly FormDefinition[];
}
