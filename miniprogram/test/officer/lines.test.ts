import { linesOf, type Explanation } from '@/officer/verdict/lines';

const because = (text: string) => [{ rule: 'r', document: '方案', article: '一', text, reading: false }];

const eligible: Explanation = {
  evaluation: {
    ...{ pack: 'p', on: '2026-11-24', age: 82, eligible: true },
    because: [...because('60 岁'), ...because('独居老人')],
    categories: [{ code: 'living-alone', because: because('独居老人') }],
    tier: { code: 'key', because: because('80 岁') },
    visits: { every: 'week', because: because('每周') },
    entrustment: { eligible: true, governmentFunded: true, because: because('委托') },
    referral: { to: 'community', inform: ['first-contact', 'emergency-contact'], because: because('转介') },
    serviceProvider: 'agency',
    flags: [{ code: 'assessment-stale', because: because('重新评估') }],
    notes: [],
  },
  provider: { code: 'agency', because: because('代理服务机构') },
};

const valuesOf = (explanation: Explanation) =>
  Object.fromEntries(linesOf(explanation).map(({ key, value }) => [key, value]));
const withReferral = (to: 'street' | 'first-contact', inform: 'first-contact'[] = []) =>
  valuesOf({ ...eligible, evaluation: { ...eligible.evaluation, referral: { to, inform, because: [] } } })['referral'];

describe('一个结果的每一行', () => {
  it('says everything in words, each with its grounds once', () => {
    expect(valuesOf(eligible)).toEqual({
      ...{ eligible: '82 岁，在名单里', categories: '独居', tier: '重点', visits: '每周一次' },
      ...{ referral: '社区（村）办，告诉第一联系人、紧急联系人', provider: '代理服务机构' },
      ...{ entrustment: '可以，由政府委托', flags: '能力评估该重做了' },
    });
    const [first] = linesOf(eligible);
    expect(first!.parts[0]!.because.map(({ text }) => text)).toEqual(['60 岁']);
    expect(linesOf(eligible).every(({ parts }) => parts.every((part) => part.because.length > 0))).toBe(true);
  });

  it('names who acts', () => {
    expect(withReferral('street')).toBe('街道（乡镇）办');
    expect(withReferral('first-contact')).toBe('第一联系人先拿主意');
  });

  it('has the same lines in the same order for one to whom nothing is owed', () => {
    const nothing = { tier: null, visits: null, entrustment: null, referral: null, serviceProvider: null } as const;
    const evaluation = { ...eligible.evaluation, ...nothing, eligible: false, categories: [], flags: [] };
    const lines = linesOf({ evaluation, provider: null });
    expect(lines.map(({ key }) => key)).toEqual(linesOf(eligible).map(({ key }) => key));
    expect(lines.filter(({ none }) => !none).map(({ value }) => value)).toEqual(['82 岁，不在名单里']);
  });
});
