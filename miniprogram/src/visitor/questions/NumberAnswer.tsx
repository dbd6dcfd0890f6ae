import type { NumberField } from '@tanfang/shared';
import { TextField } from '@/components';
import { LastWords } from './LastWords';
import { numberOrText } from './number-text';
import { useQuestionnaire } from './questionnaire';

/** A whole number. What is no number is kept as it was typed, so that it can be mended; it cannot be handed in. */
export function NumberAnswer({ field, label }: { field: NumberField; label: string }) {
  const { answers, answer, problems } = useQuestionnaire();
  const value = answers[field.id];
  return (
    <>
      <LastWords field={field} />
      <TextField
        kind="number"
        label={label}
        labelHidden
        {...(field.unit && !label.includes(field.unit) ? { hint: `单位：${field.unit}` } : {})}
        value={value === undefined ? '' : String(value as string | number)}
        maxLength={12}
        error={problems[field.id]}
        onChange={(text) => answer(field.id, numberOrText(text))}
      />
    </>
  );
}
