import { SEVERITIES, codesOf, type Severity } from '../vocabulary';
import { answerOf, chosenOptions, isAnswered } from './fields';
import type { Answers, Finding, FindingRule, FormDefinition, FormField, Option } from './model';
import { askedFields } from './shown';

const MOST_PRESSING_FIRST = codesOf(SEVERITIES);

/**
 * What the answers give rise to, most pressing first, else in the form's order.
 * @param previous answers of the elder's visit before this one on a form with the same field ids; 较差 twice
 *   running is urgent.
 */
export function findings(definition: FormDefinition, answers: Answers, previous?: Answers): Finding[] {
  const found = askedFields(definition, answers).flatMap((field) => findingsOf(field, answers, previous));
  return found
    .map((finding) => ({ ...finding, noteField: noteOf(definition, finding, answers) }))
    .sort((a, b) => rank(a.severity) - rank(b.severity));
}

function findingsOf(field: FormField, answers: Answers, previous: Answers | undefined): Finding[] {
  if (field.type === 'text') return textFinding(field, answers, previous);
  return chosenOptions(field, answers).flatMap((option) => {
    if (option.finding === undefined) return [];
    const repeated = previous !== undefined && chosenOptions(field, previous).some((was) => was.code === option.code);
    return toFinding(field, option, option.finding, repeated);
  });
}

function textFinding(field: FormField & { type: 'text' }, answers: Answers, previous: Answers | undefined): Finding[] {
  const value = answerOf(answers, field.id);
  if (field.finding === undefined || !isAnswered(value)) return [];
  const before = previous === undefined ? undefined : answerOf(previous, field.id);
  const repeated = typeof before === 'string' && typeof value === 'string' && before.trim() === value.trim();
  return toFinding(field, null, field.finding, repeated);
}

function toFinding(field: FormField, option: Option | null, rule: FindingRule, repeated: boolean): Finding[] {
  if (repeated && rule.onlyWhenNew === true) return [];
  return [
    {
      field: field.id,
      option: option?.code ?? null,
      matter: rule.matter,
      needType: rule.needType,
      severity: repeated ? (rule.whenRepeated ?? rule.severity) : rule.severity,
      title: rule.title,
      plain: rule.plain,
      advice: rule.advice ?? [],
      visibility: field.visibility,
      repeated,
      noteField: null,
    },
  ];
}

function noteOf(definition: FormDefinition, finding: Finding, answers: Answers): string | null {
  const field = askedFields(definition, answers).find((asked) => asked.id === finding.field);
  if (field === undefined) return null;
  const note = chosenOptions(field, answers).find((option) => option.code === finding.option)?.asksFor;
  return note !== undefined && isAnswered(answerOf(answers, note)) ? note : null;
}

function rank(severity: Severity): number {
  return MOST_PRESSING_FIRST.indexOf(severity);
}
