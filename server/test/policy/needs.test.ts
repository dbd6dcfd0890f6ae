import { codesOf, fieldsOf, MATTERS, NEED_TYPES, optionsOf, type FindingRule, type NeedType } from '@tanfang/shared';
import { packOf, packs, type PolicyPack } from '../../src/policy';

function findingsOf(pack: PolicyPack): FindingRule[] {
  return [...pack.forms, ...(pack.otherForms ?? [])]
    .flatMap(fieldsOf)
    .flatMap((field) => [
      ...(field.type === 'text' && field.finding ? [field.finding] : []),
      ...optionsOf(field).flatMap(({ finding }) => finding ?? []),
    ]);
}

/** What the visit of a plan may find, by kind of need, in the order of the vocabulary. */
function kindsOf(packId: string): NeedType[] {
  const found = new Set(findingsOf(packOf(packId)!).map(({ needType }) => needType));
  return codesOf(NEED_TYPES).filter((kind) => found.has(kind));
}

const CARE = ['daily-care', 'rehabilitation', 'emotional-support'] as const;

describe('探访发现什么，就成为哪一类需求', () => {
  it('北京 二（四）1、2: 生活照料、康复护理、精神慰藉、紧急救援、居家适老化改造, benefits, hazards', () => {
    expect(kindsOf('beijing')).toEqual([
      ...CARE,
      ...['emergency-rescue', 'home-adaptation', 'medical', 'benefits', 'relief'],
      ...['safety-hazard', 'family-relations', 'other'],
    ]);
  });

  it('黑龙江 二（二）“三协助”: the same', () => {
    expect(kindsOf('heilongjiang')).toEqual(kindsOf('beijing'));
  });

  it('辽宁 二（一）、二（四）: 生产帮助 as well, no 紧急救援', () => {
    expect(kindsOf('liaoning')).toEqual([
      ...CARE,
      ...['home-adaptation', 'medical', 'benefits', 'relief'],
      ...['safety-hazard', 'family-relations', 'production-help', 'other'],
    ]);
  });

  it('石狮 附件3、附件4: what the two forms ask', () => {
    expect(kindsOf('shishi')).toEqual([...CARE, 'home-adaptation', 'medical', 'benefits', 'safety-hazard', 'other']);
  });

  it('济南 二（二）2: 参与活动, and the family’s duty', () => {
    expect(kindsOf('jinan')).toEqual([
      ...CARE,
      ...['medical', 'benefits', 'relief', 'safety-hazard', 'participation', 'family-relations', 'other'],
    ]);
  });

  it('there is no kind of need, and no matter, that nothing leads to', () => {
    const all = packs.flatMap(findingsOf);
    expect(codesOf(NEED_TYPES).filter((kind) => !all.some(({ needType }) => needType === kind))).toEqual([]);
    // A door that stayed shut and a call for help stand on no form.
    expect(codesOf(MATTERS).filter((code) => !all.some(({ matter }) => matter === code))).toEqual([
      'no-answer',
      'emergency',
    ]);
  });
});

describe('不安全的、严重的、连着两次较差的', () => {
  it.each(packs.map((pack) => [pack.id, pack] as const))('%s: are urgent', (_id, pack) => {
    for (const field of pack.forms.flatMap(fieldsOf)) {
      for (const { label, finding } of optionsOf(field)) {
        if (label === '不安全' || label === '严重') expect([field.id, finding?.severity]).toEqual([field.id, 'urgent']);
        if (label === '较差') expect([field.id, finding?.whenRepeated]).toEqual([field.id, 'urgent']);
        if (label === '较安全') expect([field.id, finding?.severity]).toEqual([field.id, 'information']);
      }
    }
  });
});
