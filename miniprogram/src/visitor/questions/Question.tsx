import { isAnswered, isRequired, type FormField } from '@tanfang/shared';
import { Box, FieldError, Heading, Words } from '@/components';
import { Advice } from './Advice';
import { DateAnswer } from './DateAnswer';
import { FoldedQuestion } from './FoldedQuestion';
import { HazardQuestion } from './HazardQuestion';
import { NumberAnswer } from './NumberAnswer';
import { OneAnswer } from './OneAnswer';
import { placeOf, useQuestionnaire } from './questionnaire';
import { SeveralAnswers } from './SeveralAnswers';
import { TableAnswer } from './TableAnswer';
import { WrittenAnswer } from './WrittenAnswer';

interface QuestionProps {
  field: FormField;
  /** Asked in other words than the form's own: 「李奶奶觉得这次怎么样？」. */
  wording?: string;
  /** The heading above says it already. */
  headless?: boolean;
  /** Says that dashed answers are last time's; once in a part is enough. */
  explainsLast?: boolean;
  /** Takes one line (关怀模式); called when somebody wants to change the answer. */
  onUnfold?: (() => void) | undefined;
}

/** One question of a form, whatever its kind, with what belongs to it. */
export function Question({ field, wording, headless, explainsLast, onUnfold }: QuestionProps) {
  const { definition, answers, problems } = useQuestionnaire();
  // What is wrong has to be seen, folded or not.
  if (onUnfold && isAnswered(answers[field.id]) && problems[field.id] === undefined)
    return <FoldedQuestion field={field} onOpen={onUnfold} />;
  if (field.type === 'choice' && field.hazard) return <HazardQuestion field={field} />;
  const optional = !isRequired(field, answers) && hasRequired(definition, field.id);
  return (
    <Box id={placeOf(field.id)} className="question">
      {!headless && (
        <Box className="question__head">
          <Heading level={3}>{wording ?? field.label}</Heading>
          {optional && <Words className="note nowrap">可以不填</Words>}
        </Box>
      )}
      {field.help && <Words className="note question__help">{field.help}</Words>}
      {explainsLast && <Words className="last-time question__help">灰色虚线是上次的，点一下才算这次</Words>}
      {/* A table is longer than the screen: below it nobody would see what is wrong. */}
      {field.type === 'table' && <FieldError error={problems[field.id]} />}
      <Answer field={field} label={wording ?? field.label} />
      {(field.type === 'choice' || field.type === 'choices') && <FieldError error={problems[field.id]} />}
      <Advice field={field} />
    </Box>
  );
}

function Answer({ field, label }: { field: FormField; label: string }) {
  switch (field.type) {
    case 'choice':
      return <OneAnswer field={field} label={label} />;
    case 'choices':
      return <SeveralAnswers field={field} label={label} />;
    case 'text':
      return <WrittenAnswer field={field} label={label} />;
    case 'number':
      return <NumberAnswer field={field} label={label} />;
    case 'date':
      return <DateAnswer field={field} label={label} />;
    case 'table':
      return <TableAnswer field={field} />;
  }
}

/** Whether something in the question's part must be answered: only there it has to be said what need not be. */
function hasRequired(definition: { sections: readonly { fields: readonly FormField[] }[] }, fieldId: string): boolean {
  const part = definition.sections.find(({ fields }) => fields.some(({ id }) => id === fieldId));
  return part?.fields.some(({ required }) => required === true) === true;
}
