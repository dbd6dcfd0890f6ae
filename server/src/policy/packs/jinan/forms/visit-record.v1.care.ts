import type { FindingRule, FormField, FormSection, Matter, NeedType } from '@tanfang/shared';
import { told } from '../../../baseline/forms/plan-questions';

/**
 * 关爱服务内容 of 附件1, followed by what 二（二）2 and 三（三）ask for and the form has no box for. What concerns the family's own
 * duty is for staff only: it never reaches the family.
 */

function help(matter: Matter, needType: NeedType, title: string, plain: string): { finding: FindingRule } {
  return { finding: { matter, needType, severity: 'ordinary', title, plain } };
}

const helpWanted: FormField = {
  id: 'help-wanted',
  label: '老人想要哪些帮助',
  type: 'choices',
  filledBy: 'visitor',
  visibility: 'family',
  additional: true,
  article: '二（二）2',
  print: 5,
  options: [
    { code: 'none', label: '都不用', exclusive: true },
    {
      code: 'daily-care',
      label: '吃饭、洗澡、打扫',
      ...help('daily-care', 'daily-care', '想有人帮着做家务', '想有人帮着做饭、洗澡或者打扫'),
    },
    {
      code: 'nursing-care',
      label: '康复护理',
      ...help('nursing-care', 'rehabilitation', '想做康复护理', '想有人上门做康复或者护理'),
    },
    {
      code: 'companionship',
      label: '有人陪着说说话',
      ...help('companionship', 'emotional-support', '想有人多陪陪', '想有人多陪着说说话，您有空多打电话、多回来看看'),
    },
    {
      code: 'medical-care',
      label: '看病、拿药',
      ...help('medical-care', 'medical', '看病拿药要人帮', '看病或者拿药想有人帮一把'),
    },
    {
      code: 'relief-policy',
      label: '社会救助保障政策',
      ...help('relief-policy', 'benefits', '想问救助政策', '想问问能不能享受社会救助保障政策'),
    },
    {
      code: 'care-policy',
      label: '养老服务政策',
      ...help('care-policy', 'benefits', '想问养老政策', '想问问能享受哪些养老服务政策'),
    },
    { code: 'other', label: '其他', asksFor: 'help-other' },
  ],
};

const helpOther: FormField = {
  id: 'help-other',
  label: '其他帮助',
  type: 'text',
  maxLength: 100,
  filledBy: 'visitor',
  visibility: 'family',
  help: '写老人的原话，家人也会看到',
  afresh: true,
  additional: true,
  article: '二（二）2',
  shownWhen: { field: 'help-wanted', is: 'other' },
  requiredWhen: { field: 'help-wanted', is: 'other' },
  print: 6,
  finding: {
    matter: 'other',
    needType: 'other',
    severity: 'ordinary',
    title: '老人想要别的帮助',
    plain: '老人说了想要的帮助，请看记录',
  },
};

const participation: FormField = {
  id: 'participation',
  label: '想不想参加社区、公益活动',
  type: 'choice',
  filledBy: 'visitor',
  visibility: 'family',
  additional: true,
  article: '二（二）2',
  print: 7,
  options: [
    {
      code: 'wants',
      label: '想参加',
      finding: {
        matter: 'participation',
        needType: 'participation',
        severity: 'information',
        title: '想参加社区活动',
        plain: '想参加社区的活动，社区有合适的会来请',
      },
    },
    { code: 'not-now', label: '暂时不想' },
    { code: 'not-able', label: '身体不允许' },
  ],
};

const familyContact: FormField = {
  id: 'family-contact',
  label: '分开住的家人常来看望或问候吗',
  type: 'choice',
  filledBy: 'visitor',
  visibility: 'staff',
  afresh: true,
  additional: true,
  article: '二（二）2',
  help: '只给社区和街道看，家人看不到',
  print: 8,
  options: [
    { code: 'often', label: '经常' },
    { code: 'sometimes', label: '有时' },
    {
      code: 'seldom',
      label: '很少',
      ...help(
        'family-contact',
        'family-relations',
        '家人很少看望或问候',
        '分开住的家人很少看望或问候老人，请提醒和督促',
      ),
    },
    { code: 'none-apart', label: '没有分开住的家人' },
  ],
};

const familyDuty: FormField = {
  id: 'family-duty',
  label: '分开住的家人履行赡养扶养义务吗',
  type: 'choice',
  filledBy: 'visitor',
  visibility: 'staff',
  afresh: true,
  additional: true,
  article: '二（二）2',
  help: '只给社区和街道看，家人看不到',
  print: 9,
  options: [
    { code: 'fulfilled', label: '履行' },
    {
      code: 'partly',
      label: '不到位',
      asksFor: 'family-duty-note',
      ...help('family-duty', 'family-relations', '赡养扶养不到位', '家人履行赡养扶养义务不到位，请先提醒沟通'),
    },
    {
      code: 'neglected',
      label: '不履行',
      asksFor: 'family-duty-note',
      finding: {
        matter: 'family-duty',
        needType: 'family-relations',
        severity: 'urgent',
        title: '家人不履行赡养扶养义务',
        plain: '家人不履行赡养扶养义务，请街道核实，按提醒、规劝、调解的次序办',
      },
    },
    { code: 'none-apart', label: '没有分开住的家人' },
    { code: 'not-known', label: '没问到' },
  ],
};

const familyDutyNote: FormField = {
  id: 'family-duty-note',
  label: '赡养扶养：听到看到的情况',
  type: 'text',
  maxLength: 300,
  lines: 4,
  filledBy: 'visitor',
  visibility: 'staff',
  afresh: true,
  additional: true,
  article: '二（二）2',
  shownWhen: { field: 'family-duty', isOneOf: ['partly', 'neglected'] },
  print: 10,
};

export const careSection: FormSection = {
  id: 'care',
  title: '关爱服务内容',
  group: '关爱服务内容',
  part: 'visit',
  advice: '下面几问，聊着天问就行，没问到可以空着',
  fields: [
    {
      id: 'care-given',
      label: '关爱服务内容',
      type: 'text',
      maxLength: 500,
      lines: 3,
      filledBy: 'visitor',
      visibility: 'staff',
      afresh: true,
      print: 23,
      help: '这次帮老人做了什么，陪聊、读信、买菜都算',
    },
    helpWanted,
    helpOther,
    participation,
    familyContact,
    familyDuty,
    familyDutyNote,
    { ...told('三（三）'), print: 11 } as FormField,
  ],
};
