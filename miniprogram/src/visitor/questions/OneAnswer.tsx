import type { ChoiceField } from '@tanfang/shared';
import { Choice } from '@/components';
import { columnsFor, toOptions } from './options';
import { useQuestionnaire } from './questionnaire';

/** One of the form's options. Tapping the chosen one again takes it back where nothing has to be answered. */
export function OneAnswer({ field, label }: { field: ChoiceField; label: string }) {
  const { answers, answer, last, problems } = useQuestionnaire();
  const value = answers[field.id];
  const before = field.hazard ? undefined : last[field.id];
  return (
    <Choice
      label={label}
      options={toOptions(field.options)}
      columns={columnsFor(field.options)}
      value={typeof value === 'string' ? value : null}
      last={typeof before === 'string' ? before : null}
      wrong={problems[field.id] !== undefined}
      onChange={(code) => answer(field.id, code === value && !field.required ? undefined : code)}
    />
  );
}
