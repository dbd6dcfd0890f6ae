import type { ChoiceField, FindingRule, Option, TextField, Trend } from '@tanfang/shared';
import { HAZARD_WORDS, type HazardId } from './hazard-words';

/**
 * The two kinds of question that the official record forms are made of. Labels, print places and the options' words are
 * the form's; what follows from an answer is the same everywhere.
 */

export interface Compared {
  readonly id: string;
  /** The form's own words. */
  readonly label: string;
  readonly print: number;
  readonly trend: Omit<Trend, 'scale' | 'order'>;
  /** Said to the family when there is no visit before to compare with. */
  readonly says?: { readonly unchanged?: string; readonly better?: string; readonly worse?: string };
  readonly finding: Omit<FindingRule, 'severity' | 'whenRepeated'>;
}

/** 无变化 / 较好 / 较差 since the last visit. 较差 is a need; 较差 twice running is urgent. */
export function compared({ id, label, print, trend, says = {}, finding }: Compared): ChoiceField {
  return {
    id,
    label,
    type: 'choice',
    filledBy: 'visitor',
    visibility: 'family',
    required: true,
    print,
    trend: { ...trend, scale: 'relative', order: ['worse', 'unchanged', 'better'] },
    options: [
      option('unchanged', '无变化', says.unchanged),
      option('better', '较好', says.better),
      { ...option('worse', '较差', says.worse), finding: { ...finding, severity: 'ordinary', whenRepeated: 'urgent' } },
    ],
  };
}

function option(code: string, label: string, says: string | undefined): Option {
  return says === undefined ? { code, label } : { code, label, says };
}

export interface Hazard {
  /** The form's own words. */
  readonly label: string;
  readonly print: number;
  /** Place of the visitor's short note on the continuation sheet. */
  readonly notePrint: number;
  /** Article that asks for a record of what was found. */
  readonly article: string;
}

/** 安全 / 较安全 / 不安全, always asked afresh, with a short note for what is not quite safe. */
export function hazard(id: HazardId, { label, print, notePrint, article }: Hazard): [ChoiceField, TextField] {
  const { matter, noteLabel, fairlySafe, unsafe } = HAZARD_WORDS[id];
  const { says, ...danger } = unsafe;
  const note = `${id}-note`;
  return [
    {
      id,
      label,
      type: 'choice',
      filledBy: 'visitor',
      visibility: 'family',
      required: true,
      hazard: true,
      print,
      options: [
        { code: 'safe', label: '安全', meaning: 'done' },
        {
          code: 'fairly-safe',
          label: '较安全',
          meaning: 'worry',
          asksFor: note,
          finding: { matter, needType: 'safety-hazard', severity: 'information', ...fairlySafe },
        },
        {
          code: 'unsafe',
          label: '不安全',
          meaning: 'danger',
          asksFor: note,
          says,
          finding: { matter, needType: 'safety-hazard', severity: 'urgent', ...danger },
        },
      ],
    },
    {
      id: note,
      label: noteLabel,
      type: 'text',
      maxLength: 200,
      lines: 3,
      filledBy: 'visitor',
      visibility: 'family',
      afresh: true,
      additional: true,
      article,
      shownWhen: { field: id, isOneOf: ['fairly-safe', 'unsafe'] },
      help: '写看到的东西，家人也会看到',
      print: notePrint,
    },
  ];
}
