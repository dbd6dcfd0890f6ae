import { fieldsOf } from '@tanfang/shared';
import { packs } from '../../../src/policy';
import { headingsOf, wordsOf } from '../boxes';
import { citationsIn } from '../citations';
import { expectedOf } from '../place';
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

describe.each(packs.map((pack) => [pack.id, pack] as const))('%s: the words of the forms', (packId, pack) => {
  const plan = marksOfPlan(packId);
  const printed = [...pack.forms, ...(pack.otherForms ?? [])].filter(({ source }) => hasArticle(plan, source.annex));
  /** Headings, boxes, options and columns of each form that the plan prints; too short a word cannot be looked up. */
  const words = printed.flatMap((form) =>
    [...headingsOf(form), ...wordsOf(form)]
      .filter((word) => word.replace(/[\s\p{P}]/gu, '').length >= 4)
      .map((word) => ({ word, isPrinted: stands(plan, form.source.annex, word) })),
  );

  it('stand in the annex, save for what the form leaves blank', () => {
    expect(words.length).toBeGreaterThanOrEqual(printed.length * 5);
    const ours = words.filter(({ isPrinted }) => !isPrinted).map(({ word }) => word);
    expect([...new Set(ours)].sort()).toEqual([...expectedOf(packId).ourWords].sort());
  });
});

it('five forms at least are printed in a plan, and compared', () => {
  const compared = packs.flatMap(({ id, forms, otherForms = [] }) =>
    [...forms, ...otherForms].filter(({ source }) => hasArticle(marksOfPlan(id), source.annex)),
  );
  expect(compared.length).toBeGreaterThanOrEqual(5);
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
