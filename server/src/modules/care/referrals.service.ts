import { Injectable } from '@nestjs/common';
import type { Severity } from '@tanfang/shared';

import { clocks, packOf, referral, type PolicyPack, type ReferredFinding, type Span } from '../../policy';
import { calendarDate } from '../../platform/clock/clock';
import { WorkingDays } from '../../platform/clock/working-days';
import type { Ctx } from '../../platform/context/context';
import { Registry, type ElderView } from '../registry';
import type { Level, OwnerKind, Reason } from './care.entities';

export interface Referral {
  ownerKind: OwnerKind;
  /** The plan names the first contact, and none is registered: the community acts in their place. */
  firstContactMissing: boolean;
  inform: string[];
  because: Reason[];
}

export interface Deadlines {
  /** Instants, ms. */
  acknowledgeBy: number;
  closeBy: number;
}

/** Whose a need is and how long they have, as the elder's plan says. */
@Injectable()
export class Referrals {
  constructor(
    private readonly registry: Registry,
    private readonly workingDays: WorkingDays,
  ) {}

  /** @param at instant (ms) of the visit, whose day decides which version of the plan holds */
  async decide(ctx: Ctx, elder: ElderView, finding: ReferredFinding, at: number): Promise<Referral> {
    const facts = await this.registry.facts(ctx, elder.id);
    const { to, inform, because } = referral(packNamed(elder.packId), facts, calendarDate(at), finding);
    const firstContactMissing = to === 'first-contact' && (await this.registry.firstContact(ctx, elder.id)) === null;
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
  async deadlines(ctx: Ctx, packId: string, severity: Severity, from: number): Promise<Deadlines> {
    const { acknowledgeWithin, closeWithin } = clocks(packNamed(packId), severity);
    return {
      acknowledgeBy: await this.end(ctx, from, acknowledgeWithin),
      closeBy: await this.end(ctx, from, closeWithin),
    };
  }

  private async end(ctx: Ctx, from: number, span: Span): Promise<number> {
    return span.unit === 'ms' ? from + span.amount : this.workingDays.endOf(ctx, from, span.amount);
  }
}

/** Whose turn it is at first. */
export function firstLevel(ownerKind: OwnerKind): Level {
  return ownerKind;
}

function packNamed(packId: string): PolicyPack {
  const pack = packOf(packId);
  if (!pack) throw new Error(`No policy pack is called ${packId}`);
  return pack;
}
