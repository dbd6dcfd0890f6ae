import { isAnswered, isShown, type FormField, type FormSection } from '@tanfang/shared';
import { Box, Heading, Icon, Words } from '@/components';
import { Question } from './Question';
import { StandingAnswers, useStanding } from './StandingAnswers';
import { useQuestionnaire, type Questionnaire } from './questionnaire';

export const partId = (section: FormSection): string => `part-${section.id}`;

interface FormPartsProps {
  parts: readonly FormSection[];
  /** Ids of questions that take one line. */
  folded: ReadonlySet<string>;
  onUnfold: (fieldId: string) => void;
}

/** The segments of a form, one below the other, with the questions that are asked now. */
export function FormParts({ parts, folded, onUnfold }: FormPartsProps) {
  const { last } = useQuestionnaire();
  // Said once, where the first dashed answer is; it stays when that is answered, so that nothing jumps.
  const explained = parts
    .filter(({ standing }) => !standing)
    .flatMap(({ fields }) => fields)
    .find(({ id, hazard, type }) => isTapped(type) && !hazard && isAnswered(last[id]));
  return (
    <>
      {parts.map((part) => (
        <FormPart key={part.id} part={part} folded={folded} onUnfold={onUnfold} explained={explained} />
      ))}
    </>
  );
}

const isTapped = (type: FormField['type']) => type === 'choice' || type === 'choices';

interface FormPartProps extends Omit<FormPartsProps, 'parts'> {
  part: FormSection;
  /** The question at which dashed answers are explained. */
  explained: FormField | undefined;
}

function FormPart({ part, folded, onUnfold, explained }: FormPartProps) {
  const questionnaire = useQuestionnaire();
  const all = questionsIn(part, questionnaire);
  const standing = useStanding(part, questionnaire);
  const fields = standing.folded ? all.filter(({ id }) => !standing.covers(id)) : all;
  const hazards = fields.some(({ hazard }) => hazard);
  return (
    <Box id={partId(part)} className="form-part">
      {part.title !== '' && (
        <Box className="form-part__head">
          {hazards && <Icon name="eye" className="form-part__icon is-worry" />}
          <Box className="grow">
            <Heading level={2}>{part.title}</Heading>
            {part.advice && <Words className="note">{part.advice}</Words>}
          </Box>
        </Box>
      )}
      {standing.remembered.length > 0 && <StandingAnswers {...standing} />}
      {fields.map((field) => (
        <Question
          key={field.id}
          field={field}
          // A question that bears the name of its part needs no second heading.
          headless={field.label === nameOf(part)}
          explainsLast={field === explained}
          onUnfold={folded.has(field.id) ? () => onUnfold(field.id) : undefined}
        />
      ))}
    </Box>
  );
}

/** Without the number that the sheet prints before it: 二、家庭成员. */
const nameOf = ({ title }: FormSection) => title.replace(/^[一二三四五六七八九十]+、/, '');

/** The visitor's questions that are asked now. The words about a hazard belong to the hazard's own card. */
function questionsIn(part: FormSection, { answers }: Questionnaire): FormField[] {
  const notes = new Set(
    part.fields.flatMap((field) =>
      field.hazard && field.type === 'choice' ? field.options.flatMap(({ asksFor }) => asksFor ?? []) : [],
    ),
  );
  return part.fields.filter((field) => field.filledBy === 'visitor' && isShown(field, answers) && !notes.has(field.id));
}
