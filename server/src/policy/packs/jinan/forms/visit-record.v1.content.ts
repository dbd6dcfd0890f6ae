import type { FormSection } from '@tanfang/shared';
import { compared, hazard } from '../../../baseline/form-questions';

/** 探访服务内容 of 附件1: what the visitor looks at and asks, in the form's own order and words. */

export const economySection: FormSection = {
  id: 'economy',
  title: '家庭经济状况',
  group: '探访服务内容',
  part: 'visit',
  fields: [
    {
      id: 'economy',
      label: '家庭经济状况',
      type: 'choices',
      filledBy: 'visitor',
      visibility: 'family',
      required: true,
      print: 9,
      options: [
        { code: 'stable', label: '稳定', exclusive: true },
        {
          code: 'illness-expense',
          label: '疾病支出',
          finding: {
            matter: 'family-finances',
            needType: 'benefits',
            severity: 'ordinary',
            title: '看病花销大',
            plain: '看病吃药花销比较大，可以问问能不能享受救助和医保政策',
          },
        },
        {
          code: 'accident-expense',
          label: '意外变故支出',
          finding: {
            matter: 'misfortune',
            needType: 'relief',
            severity: 'ordinary',
            title: '家里出了意外开支',
            plain: '家里最近有意外的大笔开支，可以问问能不能申请救助',
          },
        },
        { code: 'other', label: '其他', asksFor: 'economy-other' },
      ],
    },
    {
      id: 'economy-other',
      label: '其他经济状况',
      type: 'text',
      maxLength: 100,
      filledBy: 'visitor',
      visibility: 'staff',
      shownWhen: { field: 'economy', is: 'other' },
      requiredWhen: { field: 'economy', is: 'other' },
      print: 10,
    },
  ],
};

export const healthSection: FormSection = {
  id: 'health',
  title: '健康状况',
  group: '探访服务内容',
  part: 'visit',
  fields: [
    {
      id: 'mobility',
      label: '行动能力',
      type: 'choice',
      filledBy: 'visitor',
      visibility: 'family',
      required: true,
      print: 11,
      trend: {
        label: '走路',
        scale: 'absolute',
        order: ['poor', 'fair', 'good'],
        says: { better: '走路比上次稳当', worse: '走路慢了些' },
        headline: true,
        charted: true,
      },
      options: [
        { code: 'good', label: '较好', says: '走路稳当' },
        { code: 'fair', label: '一般', says: '走路还可以' },
        {
          code: 'poor',
          label: '较差',
          says: '走路有些吃力',
          finding: {
            matter: 'mobility',
            needType: 'rehabilitation',
            severity: 'ordinary',
            whenRepeated: 'urgent',
            title: '走路吃力，要留意',
            plain: '走路比较吃力，起身和上下楼要有人扶，可以看看要不要做康复',
            advice: ['扶着坐稳再说话', '问问最近有没有摔过'],
          },
        },
      ],
    },
    compared({
      id: 'illness',
      label: '疾病状况',
      print: 12,
      trend: { label: '身体', says: { better: '身体比上次好', worse: '身体比上次差些' } },
      says: { worse: '身体有些不舒服' },
      finding: {
        matter: 'illness',
        needType: 'medical',
        title: '身体比上次差',
        plain: '身体比上次差一些，要不要去医院看看，请您拿主意',
        advice: ['问清哪里不舒服、药还够不够', '说不清话、胸口痛、喘不上气，马上打 120'],
      },
    }),
    {
      id: 'serious-illness',
      label: '严重疾病名称',
      type: 'text',
      maxLength: 100,
      filledBy: 'visitor',
      visibility: 'family',
      print: 13,
      help: '有严重疾病才写，没有就空着',
      finding: {
        matter: 'serious-illness',
        needType: 'medical',
        severity: 'urgent',
        onlyWhenNew: true,
        title: '说起一种严重的病',
        plain: '探访时说起一种比较严重的病，要尽快看医生',
        advice: ['问清在哪家医院看、药还够不够', '病情突然加重，马上打 120'],
      },
    },
    compared({
      id: 'spirits',
      label: '精神状态',
      print: 14,
      trend: {
        label: '精神',
        says: { better: '精神比上次好', worse: '精神比上次差些' },
        headline: true,
        charted: true,
      },
      says: { unchanged: '精神平稳', better: '精神不错', worse: '精神不太好' },
      finding: {
        matter: 'spirits',
        needType: 'emotional-support',
        title: '精神不如上次',
        plain: '精神不如上次，多打电话、多陪着说说话会好些',
        advice: ['多坐一会儿，听老人慢慢说'],
      },
    }),
  ],
};

/** 二（二）4 asks for records of what was found; the form has no room for words beside a hazard. */
const NOTES = '二（二）4';

export const safetySection: FormSection = {
  id: 'safety',
  title: '安全情况',
  group: '探访服务内容',
  part: 'visit',
  advice: '四样都要走近看，每次重新看，不沿用上次的',
  fields: [
    ...hazard('gas', { label: '燃气安全', print: 15, notePrint: 1, article: NOTES }),
    ...hazard('water-heating', { label: '水暖安全', print: 16, notePrint: 2, article: NOTES }),
    ...hazard('electricity', { label: '用电安全', print: 17, notePrint: 3, article: NOTES }),
    ...hazard('fire', { label: '消防安全', print: 18, notePrint: 4, article: NOTES }),
  ],
};

export const hygieneSection: FormSection = {
  id: 'hygiene',
  title: '卫生状况',
  group: '探访服务内容',
  part: 'visit',
  fields: [
    compared({
      id: 'personal-hygiene',
      label: '个人卫生',
      print: 19,
      trend: { label: '个人整洁', says: { better: '收拾得比上次干净', worse: '洗漱换衣有些顾不上' } },
      finding: {
        matter: 'personal-hygiene',
        needType: 'daily-care',
        title: '洗漱换衣要人帮',
        plain: '洗漱换衣有些顾不上，可能要有人帮一把',
      },
    }),
    compared({
      id: 'home-hygiene',
      label: '家庭卫生',
      print: 20,
      trend: { label: '家里整洁', says: { better: '家里比上次整洁', worse: '家里有些顾不上收拾' }, charted: true },
      finding: {
        matter: 'home-hygiene',
        needType: 'daily-care',
        title: '家里要人帮着收拾',
        plain: '家里有些顾不上收拾，可能要有人帮着打扫',
      },
    }),
  ],
};

export const environmentSection: FormSection = {
  id: 'environment',
  title: '居住环境',
  group: '探访服务内容',
  part: 'visit',
  fields: [
    compared({
      id: 'indoor-environment',
      label: '室内环境',
      print: 21,
      trend: { label: '屋里环境', says: { better: '屋里比上次敞亮', worse: '屋里不如上次' } },
      finding: {
        matter: 'indoor-environment',
        needType: 'daily-care',
        title: '屋里环境不如上次',
        plain: '屋里的采光、通风或者过道不如上次，可以看看要不要整理',
      },
    }),
  ],
};
