import { ELIGIBILITY_FLAGS, SERVICE_PROVIDERS, wordOf } from '@tanfang/shared';
import type { ReplyOf } from '@/api';
import type { Citation } from '../desk/Because';
import { cadenceInWords, categoriesInWords, tierInWords } from '../desk/elder-words';

export type Explanation = ReplyOf<'post', '/api/policies/{packId}/explanations'>;
type Evaluation = Explanation['evaluation'];

/** One thing that a plan says of an elder: its value in words, and each part of it with its grounds. */
export interface Line {
  key: 'eligible' | 'categories' | 'tier' | 'visits' | 'referral' | 'provider' | 'entrustment' | 'flags';
  name: string;
  value: string;
  parts: readonly { word: string; because: readonly Citation[] }[];
  /** The plan has no such thing, or nothing of it holds. */
  none: boolean;
}

const OFFICES = { street: '街道（乡镇）', 'first-contact': '第一联系人', community: '社区（村）' };
const INFORMED = { 'first-contact': '第一联系人', 'emergency-contact': '紧急联系人' };
const NOTHING_OWED = '不用';

/** Everything an evaluation says, always the same lines in the same order, so that two can be laid side by side. */
export function linesOf({ evaluation, provider }: Explanation): Line[] {
  const { eligible, categories, tier, visits, flags } = evaluation;
  const nothing = (word: string) => (eligible ? word : NOTHING_OWED);
  return [
    eligibleLine(evaluation),
    {
      ...{ key: 'categories', name: '类别' },
      ...several(
        categories.map(({ code, because }) => ({ word: categoriesInWords([code]), because })),
        '一类也不属于',
      ),
    },
    {
      ...{ key: 'tier', name: '人群' },
      ...one(tier && { word: tierInWords(tier.code), because: tier.because }, nothing('方案不分')),
    },
    {
      ...{ key: 'visits', name: '多久一次' },
      ...one(visits && { word: cadenceInWords(visits.every), because: visits.because }, '不用定期探访'),
    },
    { ...{ key: 'referral', name: '看到的事' }, ...one(referralPart(evaluation), NOTHING_OWED) },
    {
      ...{ key: 'provider', name: '谁来服务' },
      ...one(provider && { word: wordOf(SERVICE_PROVIDERS, provider.code), because: provider.because }, NOTHING_OWED),
    },
    { ...{ key: 'entrustment', name: '委托服务' }, ...one(entrustmentPart(evaluation), nothing('方案没有')) },
    {
      ...{ key: 'flags', name: '提醒' },
      ...several(
        flags.map(({ code, because }) => ({ word: wordOf(ELIGIBILITY_FLAGS, code), because })),
        '没有',
      ),
    },
  ];
}

type Part = Line['parts'][number];

function several(parts: readonly Part[], none: string): Pick<Line, 'value' | 'parts' | 'none'> {
  return { value: parts.map(({ word }) => word).join('、') || none, parts, none: parts.length === 0 };
}

const one = (part: Part | null, none: string) => several(part ? [part] : [], none);

/** The grounds of the categories stand with the categories. */
function eligibleLine({ eligible, age, because, categories }: Evaluation): Line {
  const elsewhere = new Set(categories.flatMap((category) => category.because.map(({ text }) => text)));
  const own = because.filter(({ text }) => !elsewhere.has(text));
  const word = `${age} 岁，${eligible ? '在名单里' : '不在名单里'}`;
  return { key: 'eligible', name: '在不在名单', value: word, parts: [{ word, because: own }], none: false };
}

/** 社区（村）办，告诉第一联系人 */
function referralPart({ referral }: Evaluation): Part | null {
  if (!referral) return null;
  const told = referral.inform.map((code) => INFORMED[code]).join('、');
  const word = `${OFFICES[referral.to]}${referral.to === 'first-contact' ? '先拿主意' : '办'}`;
  return { word: told ? `${word}，告诉${told}` : word, because: referral.because };
}

function entrustmentPart({ entrustment }: Evaluation): Part | null {
  if (!entrustment) return null;
  const { eligible, governmentFunded, because } = entrustment;
  return { word: !eligible ? '不在委托对象里' : governmentFunded ? '可以，由政府委托' : '可以', because };
}
