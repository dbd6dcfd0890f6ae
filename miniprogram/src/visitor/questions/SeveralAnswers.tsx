import type { ChoicesField } from '@tanfang/shared';
import { Choices } from '@/components';
import { columnsFor, toOptions } from './options';
import { useQuestionnaire } from './questionnaire';

const codesIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((code): code is string => typeof code === 'string') : [];

/** Any number of the form's options; 稳定 or 没有 excludes the others. */
export function SeveralAnswers({ field, label }: { field: ChoicesField; label: string }) {
  const { answers, answer, last, problems } = useQuestionnaire();
  const values = codesIn(answers[field.id]);
  const isExclusive = (code: string) => field.options.some((option) => option.code === code && option.exclusive);
  const choose = (next: string[]) => {
    const added = next.find((code) => !values.includes(code));
    const kept = added === undefined ? next : next.filter((code) => code === added || !clashes(code, added));
    answer(field.id, kept.length === 0 ? undefined : kept);
  };
  const clashes = (code: string, added: string) => isExclusive(code) || isExclusive(added);
  return (
    <Choices
      label={`${label}，可以选几项`}
      options={toOptions(field.options)}
      columns={columnsFor(field.options)}
      values={values}
      last={codesIn(last[field.id])}
      wrong={problems[field.id] !== undefined}
      onChange={choose}
    />
  );
}
