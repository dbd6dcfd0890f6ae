import type { Cadence, EligibilityFlag, PlanCategory, ServiceProvider, Tier } from '@tanfang/shared';
import type { CalendarDate } from './calendar';
import type { Citation } from './citation';

export type ReferralTarget = 'street' | 'first-contact' | 'community';
export type ReferralInform = 'first-contact' | 'emergency-contact';

export interface Referral {
  readonly to: ReferralTarget;
  readonly inform: readonly ReferralInform[];
  readonly because: readonly Citation[];
}

export interface EntrustmentAnswer {
  readonly eligible: boolean;
  readonly governmentFunded: boolean;
  readonly because: readonly Citation[];
}

/** The answer of the policy endpoint. Null where the plan has no such thing, and everywhere when not eligible. */
export interface Evaluation {
  readonly pack: string;
  readonly on: CalendarDate;
  /** 周岁 */
  readonly age: number;
  /** At least one category, and of age. */
  readonly eligible: boolean;
  readonly because: readonly Citation[];
  /** What matched, also under age. */
  readonly categories: readonly { readonly code: PlanCategory; readonly because: readonly Citation[] }[];
  readonly tier: { readonly code: Tier; readonly because: readonly Citation[] } | null;
  /** The least that is owed; a street may set more for one elder. */
  readonly visits: { readonly every: Cadence; readonly because: readonly Citation[] } | null;
  readonly entrustment: EntrustmentAnswer | null;
  readonly referral: Referral | null;
  readonly serviceProvider: ServiceProvider | null;
  readonly flags: readonly { readonly code: EligibilityFlag; readonly because: readonly Citation[] }[];
  readonly notes: readonly string[];
}
