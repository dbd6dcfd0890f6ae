import { Injectable } from '@nestjs/common';

import { clockCodes, clocks, referral, spanCode, spanOf, type ReferredFinding, type Span } from '../../policy';
import { calendarDate, endOfDay } from '../../platform/clock/clock';
import { WorkingDays } from '../../platform/clock/working-days';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { Registry, type PolicyCase } from '../registry';
import type { Level, Need, OwnerKind, Reason } from './care.entities';

export interface Referral {
  ownerKind: OwnerKind;
  /** The plan names the first contact, and none is registered: the community acts in their place. */
  firstContactMissing: boolean;
  inform: string[];
  because: Reason[];
}

/** Instants in ms, and the clock that each further level has again. */
export type Deadlines = Pick<Need, 'acknowledgeBy' | 'closeBy' | 'acknowledgeWithin'>;

/** Whose a need is and how long they have, as the elder's plan says. */
@Injectable()
export class Referrals {
  constructor(
    private readonly registry: Registry,
    private readonly workingDays: WorkingDays,
  ) {}

  /** @param rules of the day of the visit: the plan, and what the elder's district had decided by then */
  async decide(ctx: Ctx, elderId: string, finding: ReferredFinding, rules: PolicyCase): Promise<Referral> {
    const { pack, facts, on, readings } = rules;
    const { to, inform, because } = referral(pack, facts, on, finding, readings);
    const firstContactMissing = to === 'first-contact' && (await this.registry.firstContact(ctx, elderId)) === null;
    const reasons = because.map(({ rule, document, article, text, reading }) => ({
      rule,
      document,
      article,
      text,
      reading,
    }));
    return {
      ownerKind: firstContactMissing ? 'community' : to,
      firstContactMissing,
      inform: [...inform],
      because: reasons,
    };
  }

  /** @param from instant (ms) at which the clocks start */
  async deadlines(
    ctx: Ctx,
    rules: PolicyCase,
    finding: Pick<Need, 'matter' | 'severity'>,
    from: number,
  ): Promise<Deadlines> {
    const running = clockCodes(finding).map((code) => clocks(rules.pack, code, rules));
    const [acknowledge, close] = await Promise.all([
      this.earliest(
        ctx,
        from,
        running.map(({ acknowledgeWithin }) => acknowledgeWithin),
      ),
      this.earliest(
        ctx,
        from,
        running.map(({ closeWithin }) => closeWithin),
      ),
    ]);
    return { acknowledgeBy: acknowledge.by, closeBy: close.by, acknowledgeWithin: spanCode(acknowledge.within) };
  }

  /** The need's own clock once more, whatever a district has decided since. @returns instant (ms) */
  onceMore(ctx: Ctx, { acknowledgeWithin }: Need, from: number): Promise<number> {
    return this.end(ctx, from, spanOf(acknowledgeWithin));
  }

  /** By when whoever takes it now has to be done: its own day, or where that is past the plan's span once more. */
  async doneBy(tx: TxCtx, need: Need): Promise<number> {
    if (need.closeBy > tx.at) return need.closeBy;
    const rules = await this.registry.policyCase(tx, need.elderId, calendarDate(tx.at));
    return (await this.deadlines(tx, rules, need, tx.at)).closeBy;
  }

  private async earliest(ctx: Ctx, from: number, spans: readonly Span[]): Promise<{ by: number; within: Span }> {
    const ends = await Promise.all(spans.map(async (within) => ({ by: await this.end(ctx, from, within), within })));
    return ends.reduce((first, next) => (next.by < first.by ? next : first));
  }

  private async end(ctx: Ctx, from: number, span: Span): Promise<number> {
    if (span.unit === 'day') return Math.max(endOfDay(from), from + span.amount);
    return span.unit === 'ms' ? from + span.amount : this.workingDays.endOf(ctx, from, span.amount);
  }
}

/** Whose turn it is at first. */
export function firstLevel(ownerKind: OwnerKind): Level {
  return ownerKind;
}
