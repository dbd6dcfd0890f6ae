import type { DateField } from '@tanfang/shared';
import { TextField } from '@/components';
import { LastWords } from './LastWords';
import { useQuestionnaire } from './questionnaire';

/** A calendar date. */
export function DateAnswer({ field, label }: { field: DateField; label: string }) {
  const { answers, answer, problems } = useQuestionnaire();
  const value = answers[field.id];
  return (
    <>
      <LastWords field={field} />
      <TextField
        kind="date"
        label={label}
        labelHidden
        value={typeof value === 'string' ? value : ''}
        error={problems[field.id]}
        onChange={(date) => answer(field.id, date === '' ? undefined : date)}
      />
    </>
  );
}
