import type { ChoiceField, NumberField, TextField } from '@tanfang/shared';
import { compared, hazard } from '../form-questions';
import type { HazardId } from '../hazard-words';
import { NOT_YET_PLACED, type Unplaced } from './placing';

/**
 * What the record forms of 辽宁 (附件1, 五) and 福建 (石狮 附件4) look at, in words that both print alike. Published
 * versions are made of these: new wording is a new function for a new version.
 */

/** 无变化 / 增加 人 / 减少 人. A change may alter the category, so staff hear of it; the family knows. */
export function householdChange(label: string): Unplaced[] {
  const changed = {
    matter: 'household',
    needType: 'other',
    severity: 'information',
    title: '家里人口有变化',
    plain: '家里人口和上次不一样，请核对台账',
  } as const;
  return [
    {
      id: 'household-change',
      label,
      type: 'choice',
      filledBy: 'visitor',
      visibility: 'staff',
      required: true,
      afresh: true,
      options: [
        { code: 'unchanged', label: '无变化' },
        { code: 'increased', label: '增加', asksFor: 'household-gained', finding: changed },
        { code: 'decreased', label: '减少', asksFor: 'household-lost', finding: changed },
      ],
    },
    people('household-gained', '增加几人', 'increased'),
    people('household-lost', '减少几人', 'decreased'),
  ];
}

function people(id: string, label: string, is: string): Unplaced<NumberField> {
  return {
    id,
    label,
    type: 'number',
    min: 1,
    max: 20,
    unit: '人',
    filledBy: 'visitor',
    visibility: 'staff',
    afresh: true,
    shownWhen: { field: 'household-change', is },
    requiredWhen: { field: 'household-change', is },
  };
}

export const expression: ChoiceField = compared({
  id: 'expression',
  label: '表达能力',
  print: NOT_YET_PLACED,
  trend: { label: '说话', says: { better: '说话比上次清楚', worse: '说话不如上次清楚' } },
  says: { worse: '说话不太清楚' },
  finding: {
    matter: 'expression',
    needType: 'medical',
    title: '说话不如上次清楚',
    plain: '说话不如上次清楚，要不要去医院看看，请您拿主意',
    advice: ['慢慢问，听不清就请老人指一指', '突然说不清话、嘴歪、手抬不起来，马上打 120'],
  },
});

export const mobility: ChoiceField = compared({
  id: 'mobility',
  label: '行动能力',
  print: NOT_YET_PLACED,
  trend: { label: '走路', says: { better: '走路比上次稳当', worse: '走路不如上次' }, headline: true, charted: true },
  says: { unchanged: '走路还是老样子', better: '走路稳当', worse: '走路有些吃力' },
  finding: {
    matter: 'mobility',
    needType: 'rehabilitation',
    title: '走路不如上次，要留意',
    plain: '走路不如上次，起身和上下楼要有人扶，可以看看要不要做康复',
    advice: ['扶着坐稳再说话', '问问最近有没有摔过'],
  },
});

/** 无变化 / 严重 疾病名称： / 转好. */
export function illness(): [ChoiceField, TextField] {
  const serious = { field: 'illness', is: 'serious' } as const;
  return [
    {
      id: 'illness',
      label: '疾病状况',
      type: 'choice',
      filledBy: 'visitor',
      visibility: 'family',
      required: true,
      print: NOT_YET_PLACED,
      trend: {
        label: '身体',
        scale: 'relative',
        order: ['serious', 'unchanged', 'improved'],
        says: { better: '身体比上次好', worse: '身体比上次差些' },
      },
      options: [
        { code: 'unchanged', label: '无变化' },
        {
          code: 'serious',
          label: '严重',
          asksFor: 'serious-illness',
          says: '身体不太好，要尽快看医生',
          finding: {
            matter: 'serious-illness',
            needType: 'medical',
            severity: 'urgent',
            title: '病情严重，要看医生',
            plain: '探访时看到病情比较严重，要尽快看医生',
            advice: ['问清在哪家医院看、药还够不够', '病情突然加重，马上打 120'],
          },
        },
        { code: 'improved', label: '转好', says: '身体好些了' },
      ],
    },
    {
      id: 'serious-illness',
      label: '疾病名称',
      type: 'text',
      maxLength: 100,
      filledBy: 'visitor',
      visibility: 'family',
      print: NOT_YET_PLACED,
      shownWhen: serious,
      requiredWhen: serious,
    },
  ];
}

export const spirits: ChoiceField = compared({
  id: 'spirits',
  label: '情绪状态',
  print: NOT_YET_PLACED,
  trend: { label: '精神', says: { better: '精神比上次好', worse: '精神比上次差些' }, headline: true, charted: true },
  says: { unchanged: '精神平稳', better: '精神不错', worse: '精神不太好' },
  finding: {
    matter: 'spirits',
    needType: 'emotional-support',
    title: '精神不如上次',
    plain: '精神不如上次，多打电话、多陪着说说话会好些',
    advice: ['多坐一会儿，听老人慢慢说'],
  },
});

const HAZARD_LABELS: Record<Exclude<HazardId, 'housing'>, string> = {
  gas: '燃气安全',
  'water-heating': '水暖安全',
  electricity: '用电安全',
  fire: '消防安全',
};

/** @param article what asks for words beside the boxes, for which the form has no room. */
export function hazards(article: string, ids: readonly (keyof typeof HAZARD_LABELS)[]): Unplaced[] {
  return ids.flatMap((id) =>
    hazard(id, { label: HAZARD_LABELS[id], print: NOT_YET_PLACED, notePrint: NOT_YET_PLACED, article }),
  );
}

export const personalHygiene: ChoiceField = compared({
  id: 'personal-hygiene',
  label: '个人卫生',
  print: NOT_YET_PLACED,
  trend: { label: '个人整洁', says: { better: '收拾得比上次干净', worse: '洗漱换衣有些顾不上' } },
  finding: {
    matter: 'personal-hygiene',
    needType: 'daily-care',
    title: '洗漱换衣要人帮',
    plain: '洗漱换衣有些顾不上，可能要有人帮一把',
  },
});

export const homeHygiene: ChoiceField = compared({
  id: 'home-hygiene',
  label: '家庭卫生',
  print: NOT_YET_PLACED,
  trend: { label: '家里整洁', says: { better: '家里比上次整洁', worse: '家里有些顾不上收拾' }, charted: true },
  finding: {
    matter: 'home-hygiene',
    needType: 'daily-care',
    title: '家里要人帮着收拾',
    plain: '家里有些顾不上收拾，可能要有人帮着打扫',
  },
});

export const indoorEnvironment: ChoiceField = compared({
  id: 'indoor-environment',
  label: '室内环境',
  print: NOT_YET_PLACED,
  trend: { label: '屋里环境', says: { better: '屋里比上次敞亮', worse: '屋里不如上次' } },
  finding: {
    matter: 'indoor-environment',
    needType: 'daily-care',
    title: '屋里环境不如上次',
    plain: '屋里的采光、通风或者过道不如上次，可以看看要不要整理',
  },
});
