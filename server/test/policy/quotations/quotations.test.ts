import { fieldsOf } from '@tanfang/shared';
import { packs } from '../../../src/policy';
import { headingsOf, wordsOf } from '../boxes';
import { citationsIn } from '../citations';
import { hasArticle, marksOfPlan, stands } from './plan-marks';

describe.each(packs.map((pack) => [pack.id, pack] as const))('%s: 原文', (packId, pack) => {
  const plan = marksOfPlan(packId);
  const citations = citationsIn({ ...pack, plan: null });
  const forms = [...pack.forms, ...(pack.otherForms ?? [])];

  it('what the pack quotes stands in the plan, word for word, in the article that it cites', () => {
    const quotations = Object.values(pack.plan.quotations);
    expect(quotations.length).toBeGreaterThan(20);
    expect(quotations.filter(({ article, text }) => !stands(plan, article, text))).toEqual([]);
  });

  it('and so does whatever it passes off as the plan’s words', () => {
    const literal = citations.filter(({ reading }) => !reading);
    expect(literal.length).toBeGreaterThan(20);
    expect(literal.filter(({ article, text }) => !stands(plan, article, text))).toEqual([]);
  });

  it('readings and questions refer to articles that the plan has', () => {
    const asked = forms.flatMap(fieldsOf).flatMap(({ article }) => article ?? []);
    const articles = [...citations.map(({ article }) => article), ...asked];
    expect([...new Set(articles)].filter((article) => !hasArticle(plan, article))).toEqual([]);
  });

  it('what a form corrects is printed so', () => {
    for (const { source, corrections = [] } of forms) {
      for (const { printed } of corrections)
        expect([printed, stands(plan, source.annex, printed)]).toEqual([printed, true]);
    }
  });
});

/** Words on a printed form that are ours: the form leaves the place blank, or shows it by a line to write on. */
const OURS = [
  '签字日期',
  '录入日期',
  '第几次开展探访',
  '第几次开展关爱',
  '第几次探访关爱服务',
  '增加几人',
  '减少几人',
  '其他经济状况',
  '其他需求',
  '协助入住养老机构：其他',
  '协助就医：其他',
  '代买代购：其他',
  '协助链接居家养老服务资源：其他',
  // What a blank for needs is asked in, and a blank for satisfaction.
  '生活照料',
  '康复护理',
  '精神慰藉',
  '居家适老化改造',
  '看病、拿药',
  '社会救助和保障政策',
  '基本满意',
];

describe('the words of the forms', () => {
  /** Headings, boxes, options and columns of each form that its plan prints; too short a word cannot be looked up. */
  const words = packs.flatMap((pack) => {
    const plan = marksOfPlan(pack.id);
    const own = [...pack.forms, ...(pack.otherForms ?? [])].filter(({ source }) => hasArticle(plan, source.annex));
    return own.flatMap((form) =>
      [...headingsOf(form), ...wordsOf(form)]
        .filter((word) => word.replace(/[\s\p{P}]/gu, '').length >= 4)
        .map((word) => ({ form: form.id, word, isPrinted: stands(plan, form.source.annex, word) })),
    );
  });

  it('of every form that a plan prints stand in the annex, save for what the form leaves blank', () => {
    expect(new Set(words.map(({ form }) => form)).size).toBeGreaterThanOrEqual(5);
    expect(words.length).toBeGreaterThan(150);
    const invented = words.filter(({ word, isPrinted }) => !isPrinted && !OURS.includes(word));
    expect(invented).toEqual([]);
  });

  it('are ours nowhere else', () => {
    const ours = new Set(words.filter(({ isPrinted }) => !isPrinted).map(({ word }) => word));
    expect([...ours].sort()).toEqual([...OURS].sort());
  });
});

describe('marks of a plan', () => {
  const beijing = marksOfPlan('beijing');
  const weekly = '到2025年底原则上每周探访关爱应不少于1次';

  it('notice one changed word, and overlook the width of a comma', () => {
    expect(stands(beijing, '二（五）2', weekly)).toBe(true);
    expect(stands(beijing, '二（五）2', weekly.replace('每周', '每月'))).toBe(false);
    expect(stands(beijing, '二（五）2', `${weekly}。 在极端恶劣天气，`)).toBe(true);
  });

  it('know the article, and what it is part of', () => {
    expect(stands(beijing, '二（五）', weekly)).toBe(true);
    expect(stands(beijing, '二', weekly)).toBe(true);
    expect(stands(beijing, '二（五）4', weekly)).toBe(false);
    expect(stands(marksOfPlan('shishi'), '附件1 1', '发挥家庭医生签约服务优势')).toBe(false);
    expect(stands(marksOfPlan('shishi'), '附件1 13', '发挥家庭医生签约服务优势')).toBe(true);
  });

  it('find nothing in a handful of characters, and say so', () => {
    expect(() => stands(beijing, '一', '每周')).toThrow(RangeError);
  });
});
