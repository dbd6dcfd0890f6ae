import type { TextField as WrittenField } from '@tanfang/shared';
import { TextArea, TextField } from '@/components';
import { LastWords } from './LastWords';
import { useQuestionnaire } from './questionnaire';

/** The visitor's own words: one line, or several where the sheet has room for them. */
export function WrittenAnswer({ field, label }: { field: WrittenField; label: string }) {
  const { answers, answer, problems } = useQuestionnaire();
  const value = answers[field.id];
  const Control = (field.lines ?? 1) > 1 ? TextArea : TextField;
  return (
    <>
      <LastWords field={field} />
      <Control
        label={label}
        labelHidden
        value={typeof value === 'string' ? value : ''}
        maxLength={field.maxLength}
        error={problems[field.id]}
        onChange={(text) => answer(field.id, text === '' ? undefined : text)}
      />
    </>
  );
}
