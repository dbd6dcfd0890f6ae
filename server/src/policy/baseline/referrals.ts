import type { ReferralInform } from '../engine/answer';
import type { Citation, Reader } from '../engine/citation';
import { always } from '../engine/dated';
import type { KeptReferralTo, ReferralRules, ReferralTo } from '../engine/pack';

/** Where a plan names no addressee, a district may choose between these. */
export const ADDRESSEES: readonly ReferralTo[] = [
  { to: 'community', inform: ['first-contact'] },
  { to: 'community', inform: [] },
  { to: 'street', inform: ['first-contact'] },
  { to: 'street', inform: [] },
  { to: 'first-contact', inform: [] },
];

/** Of what must not reach the family: nobody of it is among the choices. */
export const KEPT_ADDRESSEES: readonly KeptReferralTo[] = [
  { to: 'community', inform: [] },
  { to: 'street', inform: [] },
];

/**
 * 没人开门: no plan says what then. Whatever is behind the door, a person tells the family, not a message.
 * @param place the plan's word for the community: 社区（村）
 */
export function unanswered(plan: Reader, article: string, place: string): ReferralRules['keptFromFamily'][number] {
  const reading = `方案没有写明，我们的理解：上门没见到老人的，由老人所在${place}接着去找、核实；弄清楚以前，不自动发消息给家人，要问家人的由人打电话`;
  return {
    when: ({ matter }) => matter === 'no-answer',
    then: always({ to: 'community', inform: [] }, plan.reading('referral.no-answer', article, reading)),
  };
}

/**
 * Life was in danger and it looks as if somebody had hurt the elder: who it was nobody knows yet, it may be the family. Of a call
 * for help nothing else is kept from the family.
 * @param street the plan's word for the street: 街道（乡镇）
 * @param said what the plan itself says of harm to elders
 */
export function harmed(
  plan: Reader,
  article: string,
  street: string,
  ...said: Citation[]
): ReferralRules['keptFromFamily'][number] {
  const reading = `方案没有写明转给谁，我们的理解：老人像被人伤了的，只转${street}，由${street}请民警核实，不告诉家人`;
  return {
    when: ({ matter }) => matter === 'emergency',
    then: always({ to: 'street', inform: [] }, plan.reading('referral.harmed', article, reading), ...said),
  };
}

const CONTACTS: Record<ReferralInform, string> = {
  'first-contact': '第一联系人',
  'emergency-contact': '紧急联系人',
};

/**
 * Life was in danger: plans say whom to call there and then, none says who sees to it afterwards.
 * @param place the plan's word for the community: 社区（村）
 * @param said what the plan itself says of whom to call
 */
export function inDanger(
  plan: Reader,
  article: string,
  place: string,
  inform: readonly ReferralInform[],
  ...said: Citation[]
): ReferralRules['inDanger'] {
  const told = inform.map((who) => CONTACTS[who]).join('和');
  const reading = `方案没有写明由谁接着办，我们的理解：遇到危险的，由老人所在${place}马上接着办，同时告诉${told}`;
  return always({ to: 'community', inform }, plan.reading('referral.in-danger', article, reading), ...said);
}
