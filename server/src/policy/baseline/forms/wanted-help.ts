import type { FindingRule, Matter, NeedType, Option } from '@tanfang/shared';
import type { Unplaced } from './placing';

/** The kinds of help that the plans name; which of them a plan names is the pack's to say. */
export type Help =
  | 'daily-care'
  | 'nursing-care'
  | 'companionship'
  | 'emergency-rescue'
  | 'home-adaptation'
  | 'medical-care'
  | 'relief-policy'
  | 'care-policy';

function help(matter: Matter, needType: NeedType, title: string, plain: string): FindingRule {
  return { matter, needType, severity: 'ordinary', title, plain };
}

const HELP: Readonly<Record<Help, Option>> = {
  'daily-care': {
    code: 'daily-care',
    label: '生活照料',
    finding: help('daily-care', 'daily-care', '想有人帮着做家务', '想有人帮着做饭、洗澡或者打扫'),
  },
  'nursing-care': {
    code: 'nursing-care',
    label: '康复护理',
    finding: help('nursing-care', 'rehabilitation', '想做康复护理', '想有人上门做康复或者护理'),
  },
  companionship: {
    code: 'companionship',
    label: '精神慰藉',
    finding: help(
      'companionship',
      'emotional-support',
      '想有人多陪陪',
      '想有人多陪着说说话，您有空多打电话、多回来看看',
    ),
  },
  'emergency-rescue': {
    code: 'emergency-rescue',
    label: '紧急救援',
    finding: help('emergency-rescue', 'emergency-rescue', '想装呼叫器', '想装一个出了事能马上叫人的呼叫器'),
  },
  'home-adaptation': {
    code: 'home-adaptation',
    label: '居家适老化改造',
    finding: help('home-adaptation', 'home-adaptation', '想改造一下家里', '想在家里装扶手、防滑垫这些，省得摔跤'),
  },
  'medical-care': {
    code: 'medical-care',
    label: '看病、拿药',
    finding: help('medical-care', 'medical', '看病拿药要人帮', '看病或者拿药想有人帮一把'),
  },
  'relief-policy': {
    code: 'relief-policy',
    label: '社会救助和保障政策',
    finding: help('relief-policy', 'benefits', '想问救助政策', '想问问能不能享受社会救助和保障政策'),
  },
  'care-policy': {
    code: 'care-policy',
    label: '养老服务政策',
    finding: help('care-policy', 'benefits', '想问养老政策', '想问问能享受哪些养老服务政策'),
  },
};

/**
 * The blank for what the elder needs, as boxes: what is only written down is soon forgotten, what is ticked becomes a
 * need. 「其他」 asks for the elder's own words.
 * @param label the form's own words for the blank.
 */
export function wantedHelp(label: string, kinds: readonly Help[]): Unplaced[] {
  const other = { field: 'help-wanted', is: 'other' } as const;
  return [
    {
      id: 'help-wanted',
      label,
      type: 'choices',
      filledBy: 'visitor',
      visibility: 'family',
      required: true,
      options: [
        { code: 'none', label: '没有', exclusive: true },
        ...kinds.map((kind) => HELP[kind]),
        { code: 'other', label: '其他', asksFor: 'help-other' },
      ],
    },
    {
      id: 'help-other',
      label: '其他需求',
      type: 'text',
      maxLength: 100,
      filledBy: 'visitor',
      visibility: 'family',
      help: '写老人的原话，家人也会看到',
      afresh: true,
      shownWhen: other,
      requiredWhen: other,
      finding: help('other', 'other', '老人想要别的帮助', '老人说了想要的帮助，请看记录'),
    },
  ];
}
