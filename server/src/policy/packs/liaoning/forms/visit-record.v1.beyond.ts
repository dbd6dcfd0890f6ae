import type { FindingRule } from '@tanfang/shared';
import type { Unplaced, UnplacedSection } from '../../../baseline/forms/placing';
import {
  benefits,
  familyContact,
  familyDuty,
  livelihood,
  reaction,
  told,
  unsafeHabits,
} from '../../../baseline/forms/plan-questions';

/** What 二（一）and 二（四）ask and 附件1 has no box for, in the order of the plan. */

const asked = { filledBy: 'visitor', visibility: 'family', additional: true } as const;

function fieldWork(title: string, plain: string): { finding: FindingRule } {
  return { finding: { matter: 'production-help', needType: 'production-help', severity: 'ordinary', title, plain } };
}

const productionHelp: Unplaced[] = [
  {
    ...asked,
    id: 'production-help',
    label: '地里的活要不要帮',
    type: 'choices',
    article: '二（一）6',
    options: [
      { code: 'none', label: '不用', exclusive: true },
      { code: 'spring-sowing', label: '春播', ...fieldWork('春播要人帮', '春播缺人手，想有人帮一把') },
      { code: 'autumn-harvest', label: '秋收', ...fieldWork('秋收要人帮', '秋收缺人手，想有人帮一把') },
      {
        code: 'means-of-production',
        label: '购买生产资料',
        ...fieldWork('买种子化肥要人帮', '买种子、化肥这些想有人帮一把'),
      },
      { code: 'other', label: '其他', asksFor: 'production-help-other' },
    ],
  },
  {
    ...asked,
    id: 'production-help-other',
    label: '其他生产困难',
    type: 'text',
    maxLength: 100,
    article: '二（一）6',
    afresh: true,
    help: '写老人的原话，家人也会看到',
    shownWhen: { field: 'production-help', is: 'other' },
    requiredWhen: { field: 'production-help', is: 'other' },
    ...fieldWork('生产上有困难', '老人说了生产上的困难，请看记录'),
  },
];

const neighbours: Unplaced = {
  ...asked,
  id: 'neighbours',
  label: '和邻居处得怎么样',
  type: 'choice',
  article: '二（一）7',
  options: [
    { code: 'friendly', label: '和睦' },
    { code: 'distant', label: '来往少' },
    {
      code: 'strained',
      label: '有矛盾',
      finding: {
        matter: 'neighbours',
        needType: 'other',
        severity: 'ordinary',
        title: '和邻居有矛盾',
        plain: '和邻居有些矛盾，社区会去听听、劝劝',
      },
    },
  ],
};

function misfortune(title: string, plain: string): { finding: FindingRule } {
  return { finding: { matter: 'misfortune', needType: 'relief', severity: 'ordinary', title, plain } };
}

const misfortunes: Unplaced = {
  ...asked,
  id: 'misfortune',
  label: '家里有没有重大变故、受灾',
  type: 'choices',
  article: '二（一）7',
  options: [
    { code: 'none', label: '没有', exclusive: true },
    {
      code: 'family-misfortune',
      label: '重大变故',
      ...misfortune('家里有重大变故', '家里最近有重大变故，可以问问能不能申请救助'),
    },
    {
      code: 'natural-disaster',
      label: '自然灾害',
      ...misfortune('受灾影响了生活', '受了灾，生活有困难，可以问问救助政策'),
    },
    {
      code: 'accident-disaster',
      label: '事故灾害',
      ...misfortune('事故影响了生活', '因为事故，生活有困难，可以问问救助政策'),
    },
    {
      code: 'public-health-event',
      label: '公共卫生事件',
      ...misfortune('疫情影响了生活', '因为疫情这类事，生活有困难，可以问问救助政策'),
    },
  ],
};

const reliefInPlace: Unplaced = {
  ...asked,
  id: 'relief-in-place',
  label: '相应的救助政策享受到了吗',
  type: 'choice',
  article: '二（一）7',
  shownWhen: {
    field: 'misfortune',
    isOneOf: ['family-misfortune', 'natural-disaster', 'accident-disaster', 'public-health-event'],
  },
  options: [
    { code: 'received', label: '享受到了' },
    {
      code: 'not-yet',
      label: '还没有',
      finding: {
        matter: 'relief-policy',
        needType: 'benefits',
        severity: 'ordinary',
        title: '救助还没享受到',
        plain: '遇上了事，救助政策还没享受到，社区会告诉怎么申请',
      },
    },
    { code: 'not-known', label: '没问到' },
  ],
};

/** 二（四）按照老年人或者其家庭成员的意愿. */
const wishes: Unplaced[] = [
  {
    ...asked,
    id: 'wished-mode',
    label: '以后想怎么探访',
    type: 'choice',
    article: '二（四）',
    options: [
      { code: 'on-site', label: '上门' },
      { code: 'phone', label: '电话' },
      { code: 'online', label: '视频' },
      { code: 'any', label: '都行' },
    ],
  },
  {
    ...asked,
    id: 'wished-time',
    label: '什么时候来合适',
    type: 'text',
    maxLength: 50,
    article: '二（四）',
  },
];

export const beyondSection: UnplacedSection = {
  id: 'beyond',
  title: '再问几句',
  part: 'visit',
  advice: '聊着天问就行，没问到可以空着',
  fields: [
    reaction('二（一）1'),
    livelihood('二（一）2'),
    benefits('二（一）2'),
    ...unsafeHabits('二（一）3'),
    ...familyDuty('二（一）5'),
    familyContact('二（一）5'),
    ...productionHelp,
    neighbours,
    misfortunes,
    reliefInPlace,
    ...wishes,
    told('三（三）'),
  ],
};
