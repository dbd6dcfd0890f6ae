import { CADENCES, categoryWord, citationKind, RELATIONS, TIERS, type Cadence } from '@tanfang/shared';
import type { Evaluation, ReferralTarget } from './answer';
import { assessedBy } from './assessed';
import type { Citation } from './citation';
import { valueOn } from './dated';
import type { ElderFacts } from './facts';
import { UNTOLD, type KinWord, type Telling } from './kind-words';
import type { PolicyPack } from './pack';

/** Visited · nothing is owed · nobody can say before more is known. */
export type FamilyAccountState = 'visited' | 'not-owed' | 'not-known';

export interface FamilyReason {
  readonly about: 'category' | 'tier' | 'visits' | 'referral' | 'not-owed' | 'not-known';
  /** 为什么每周一次 */
  readonly question: string;
  /** 还没签委托，按重点人群每周一次 */
  readonly answer: string;
  readonly because: readonly Citation[];
}

/** Why a parent is visited as they are, in words for the family. */
export interface FamilyAccount {
  readonly state: FamilyAccountState;
  /** 每周至少看一次 */
  readonly headline: string;
  readonly reasons: readonly FamilyReason[];
}

export interface FamilyPeople {
  readonly she: '她' | '他';
  /** In the order of the facts' relatives; those left out are called by their relation. */
  readonly kin: readonly KinWord[];
}

const HEADLINES: Record<Cadence, string> = {
  week: '每周至少看一次',
  'half-month': '每半个月至少看一次',
  month: '每个月至少看一次',
};
const OFFICES: Record<ReferralTarget, string> = {
  street: '街道（乡镇）',
  'first-contact': '家里的第一联系人',
  community: '社区（村）',
};
/** Said in place of a category that not every relative knows of. */
const IN_THE_LIST = '按方案和社区了解的情况，算在内';
const ASK_AT_HOME = '家里有谁、住在哪儿，社区还没问清';

/**
 * An evaluation as the family reads it. Flags, notes, the provider and who pays are for officers.
 * @param facts the ones that were evaluated
 */
export function familyAccount(
  pack: PolicyPack,
  facts: ElderFacts,
  answer: Evaluation,
  people: FamilyPeople,
): FamilyAccount {
  const told = tellingOf(pack, facts, answer, people);
  if (answer.visits !== null) {
    return { state: 'visited', headline: HEADLINES[answer.visits.every], reasons: whyVisited(pack, answer, told) };
  }
  const missing = told.elder.age < pack.age.from ? null : whatIsMissing(told);
  const because = answer.because.filter(({ rule }) => !rule.startsWith(`${pack.id}.flag.`));
  if (missing !== null) {
    const why = { about: 'not-known' as const, question: '为什么还定不了', answer: missing, because };
    return { state: 'not-known', headline: '要不要定期去看，还定不了', reasons: [why] };
  }
  const say = inKindWords(pack, because, told, (by) => `${by}，不用定期去看`);
  const why = { about: 'not-owed' as const, question: '为什么', ...say };
  return { state: 'not-owed', headline: '现在不用定期去看', reasons: [why] };
}

function tellingOf(pack: PolicyPack, facts: ElderFacts, answer: Evaluation, { she, kin }: FamilyPeople): Telling {
  const words = new Map((facts.relatives ?? []).map((relative, place) => [relative, kin[place]]));
  return {
    elder: assessedBy(answer, facts),
    she,
    kinOf: (relative) => words.get(relative) ?? { word: RELATIONS[relative.relation], place: null },
    every: answer.visits?.every ?? null,
    fromAge: pack.age.from,
  };
}

/** What the definitions ask first and nobody has found out; null when they know. */
function whatIsMissing({ elder }: Telling): string | null {
  if (elder.relatives === null) return ASK_AT_HOME;
  return elder.hasSpouse || elder.hasNoSpouse ? null : '有没有老伴，社区还没问清';
}

function whyVisited(pack: PolicyPack, answer: Evaluation, told: Telling): FamilyReason[] {
  const { categories, tier, visits } = answer;
  const reasons: FamilyReason[] = categories.map(({ code, because }, place) => ({
    about: 'category',
    question: place === 0 ? '为什么在名单里' : '还因为',
    ...inKindWords(pack, because, told, (by) => `${categoryWord(code)}：${by}算在内`, IN_THE_LIST),
  }));
  if (tier !== null) {
    reasons.push({
      about: 'tier',
      question: `为什么是${TIERS[tier.code]}人群`,
      ...inKindWords(pack, tier.because, told, (by) => `${by}，算${TIERS[tier.code]}人群`),
    });
  }
  if (visits !== null) {
    const often = CADENCES[visits.every];
    const words = inKindWords(pack, visits.because, told, (by) => `${by}，${often}`);
    reasons.push({ about: 'visits', question: `为什么${often}`, ...words });
  }
  reasons.push(whoActs(pack, answer, told));
  if (told.elder.relatives === null) {
    reasons.push({ about: 'not-known', question: '还不清楚的', answer: ASK_AT_HOME, because: [] });
  }
  return reasons;
}

/**
 * Who acts on what a visit finds. A plan that sends some elders' needs elsewhere does so by their assistance as well: of
 * such a plan the family reads all the ways there are, the usual one first, and not which of them is theirs.
 */
function whoActs(pack: PolicyPack, answer: Evaluation, told: Telling): FamilyReason {
  const rules = pack.referral.rules.map(({ then }) => valueOn(then, answer.on)).reverse();
  const ways = rules.length > 1 ? rules.map(({ value, because }) => ({ to: value.to, because })) : [answer.referral!];
  const said = ways.map(({ to, because }) => inKindWords(pack, because, told, (by) => `${by}，由${OFFICES[to]}来办`));
  return {
    ...{ about: 'referral', question: '看到要办的事，先找谁' },
    answer: said.map(({ answer: words }) => words).join('；'),
    because: said.flatMap(({ because }) => because),
  };
}

/** What a district decided stands in place of our reading; the family does not read what no longer holds. */
function inForce(because: readonly Citation[]): readonly Citation[] {
  const [first] = because;
  if (first === undefined || citationKind(first) !== 'district') return because;
  return because.filter((citation) => citationKind(citation) !== 'reading');
}

/**
 * The sentence for the rule that the grounds begin with, and the grounds. What a district decided itself is told by its
 * result, for the rule's own sentence would speak of ours.
 * @param untold said of a rule whose grounds the family does not read
 */
function inKindWords(
  pack: PolicyPack,
  because: readonly Citation[],
  told: Telling,
  plainly: (by: string) => string,
  untold = plainly('按方案'),
): Pick<FamilyReason, 'answer' | 'because'> {
  const [first] = because;
  const words = first && pack.kindWords[first.rule.slice(pack.id.length + 1)];
  if (words === UNTOLD) return { answer: untold, because: [] };
  if (typeof words === 'object') return { answer: words.says(told), because: [] };
  if (first !== undefined && citationKind(first) === 'district')
    return { answer: plainly('按本区规定'), because: inForce(because) };
  return { answer: words ? words(told) : plainly('按方案'), because: inForce(because) };
}
