import type { NumberField } from '@tanfang/shared';
import type { Unplaced, UnplacedSection } from './placing';

/**
 * 已享受帮扶情况 as 辽宁 附件1 (四) and 石狮 附件3 (四) print it, with the seven boxes in the same words.
 */

export interface Support {
  /** The forms' own words for the first box. */
  readonly bodiesLabel: string;
  /** 村（居）民委员会 in 辽宁, 村（居）委员会 in 石狮. */
  readonly committeeLabel: string;
  /** Article that the blank for 「其他」 answers to; the form has none. */
  readonly article: string;
}

export function supportFields({ bodiesLabel, committeeLabel, article }: Support): Unplaced[] {
  const other = { field: 'support-bodies', is: 'other' } as const;
  return [
    {
      id: 'support-bodies',
      label: bodiesLabel,
      type: 'choices',
      filledBy: 'visitor',
      visibility: 'staff',
      options: [
        { code: 'party-and-government', label: '党政机关、群团组织' },
        { code: 'street-and-committee', label: committeeLabel },
        { code: 'enterprise', label: '企业' },
        { code: 'social-organisation', label: '社会组织' },
        { code: 'social-worker', label: '专业社会工作者' },
        { code: 'volunteer', label: '志愿者' },
        { code: 'other', label: '其他', asksFor: 'support-bodies-other' },
      ],
    },
    {
      id: 'support-bodies-other',
      label: '其他帮扶单位（组织）',
      type: 'text',
      maxLength: 100,
      filledBy: 'visitor',
      visibility: 'staff',
      additional: true,
      article,
      shownWhen: other,
      requiredWhen: other,
    },
    blank('support-person', '帮扶责任人', 50),
    blank('support-measures', '帮扶措施', 500, 3),
  ];
}

/** A blank that staff fill in. */
export function blank(id: string, label: string, maxLength: number, lines?: number): Unplaced {
  return {
    id,
    label,
    type: 'text',
    maxLength,
    ...(lines === undefined ? {} : { lines }),
    filledBy: 'visitor',
    visibility: 'staff',
  };
}

/** A sum of money in 元, as staff are told it. */
export function yuan(id: string, label: string): Unplaced<NumberField> {
  return { id, label, type: 'number', min: 0, max: 1_000_000, unit: '元', filledBy: 'visitor', visibility: 'staff' };
}

/** 家庭生活条件: three safeties in words, then what the household lives on. */
export function safeHome(): UnplacedSection['fields'] {
  return [
    isSafe(
      'drinking-water',
      '饮水是否安全',
      'drinking-water',
      '饮水不安全，要处理',
      '喝的水不安全，要尽快换水源或者送水',
    ),
    isSafe(
      'household-electricity',
      '生活用电是否安全',
      'electrical-safety',
      '用电不安全，要处理',
      '电线或者插座有隐患，要尽快请电工看',
    ),
    isSafe('house', '住房是否安全', 'housing-safety', '房屋不安全，要处理', '房子有隐患，要尽快请人来看、来修'),
  ];
}

/** The form leaves the box blank; the words are ours. Looked at afresh, like a hazard, though not at every visit. */
function isSafe(
  id: string,
  label: string,
  matter: 'drinking-water' | 'electrical-safety' | 'housing-safety',
  title: string,
  plain: string,
): Unplaced {
  return {
    id,
    label,
    type: 'choice',
    filledBy: 'visitor',
    visibility: 'family',
    afresh: true,
    options: [
      { code: 'safe', label: '安全', meaning: 'done' },
      {
        code: 'unsafe',
        label: '不安全',
        meaning: 'danger',
        finding: { matter, needType: 'safety-hazard', severity: 'urgent', title, plain },
      },
    ],
  };
}
