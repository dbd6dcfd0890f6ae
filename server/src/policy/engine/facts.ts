import type {
  AbilityLevel,
  Assistance,
  Contract,
  DisabilityKind,
  EntrustmentState,
  MaritalStatus,
  OnlyChildStatus,
  Relation,
  ServiceClass,
  StaffTier,
} from '@tanfang/shared';
import type { CalendarDate } from './calendar';

/** A place by its GB/T 2260 code, as long as it is known (6 digits: district; 9: street; 12: community). */
export interface Place {
  readonly division?: string;
  /** Residence: area of a village committee. Household: village registration. */
  readonly rural?: boolean;
}

/** A living person. */
export interface Relative {
  readonly relation: Relation;
  /** Overrides `residence` and `awaySince`. */
  readonly livesWithElder?: boolean;
  readonly residence?: Place;
  readonly birthDate?: CalendarDate;
  /** Day on which a child left the registered place for work or business. */
  readonly awaySince?: CalendarDate;
  /** Omitted: true. */
  readonly ableToSupport?: boolean;
}

/**
 * What the plans ask about an elder. Unknown is not "no": `maritalStatus` or `relatives` omitted means unknown,
 * `relatives: []` means that there are none. Other omitted flags are false.
 */
export interface ElderFacts {
  readonly birthDate: CalendarDate;
  /** 经常居住地 */
  readonly residence: Place;
  /** 户籍 */
  readonly household?: Place;
  readonly maritalStatus?: MaritalStatus;
  readonly relatives?: readonly Relative[];
  /** 日常缺乏陪伴和照顾 / 无人照顾, as judged at intake. */
  readonly lacksDailyCare?: boolean;
  /** 丧失劳动能力 */
  readonly incapableOfWork?: boolean;
  readonly ability?: { readonly level: AbilityLevel; readonly assessedOn?: CalendarDate };
  readonly bedridden?: boolean;
  readonly limitedMobility?: boolean;
  readonly dementia?: boolean;
  /** Grade 1 (gravest) to 4; several kinds = multiple disability; valid through `validUntil`. */
  readonly disability?: {
    readonly kinds?: readonly DisabilityKind[];
    readonly grade: number;
    readonly validUntil?: CalendarDate;
  };
  readonly onlyChild?: {
    readonly status: OnlyChildStatus;
    readonly disabilityGrade?: number;
    /** A later birth or adoption. */
    readonly laterChild?: boolean;
  };
  readonly assistance?: readonly Assistance[];
  readonly contracts?: readonly Contract[];
  readonly serviceClass?: ServiceClass;
  /** Omitted: none. */
  readonly entrustment?: EntrustmentState;
  readonly staffTier?: StaffTier;
  readonly locallyDesignated?: { readonly reason: string };
}
