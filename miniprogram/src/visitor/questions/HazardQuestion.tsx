import { useState } from 'react';
import { chosenOptions, fieldOf, isAnswered, isShown, type ChoiceField, type FormField } from '@tanfang/shared';
import { Box, Button, Card, FieldError, Heading, Icon, PhotoPicker, Words } from '@/components';
import { scrollTo } from '@/platform';
import { NoRoom } from '../visit/NoRoom';
import { Advice } from './Advice';
import { matterIcon } from './matter-icon';
import { OneAnswer } from './OneAnswer';
import { placeOf, useQuestionnaire, type Questionnaire } from './questionnaire';
import { WrittenAnswer } from './WrittenAnswer';

/** Something that may hurt: looked at afresh every time. Last time's answer stands beside it in words only. */
export function HazardQuestion({ field }: { field: ChoiceField }) {
  const { problems, lastHazards } = useQuestionnaire();
  const before = field.options.find(({ code }) => code === lastHazards[field.id]);
  return (
    <Card>
      <Box id={placeOf(field.id)} className="question">
        <Box className="line line--apart line--wrap">
          <Box className="line hazard__name">
            <Icon name={matterIcon(matterOf(field))} />
            <Heading level={3}>{field.label}</Heading>
          </Box>
          {before && <Words className="last-time">上次：{before.label}</Words>}
        </Box>
        <OneAnswer field={field} label={field.label} />
        <FieldError error={problems[field.id]} />
        <Advice field={field} />
        <Evidence field={field} />
      </Box>
    </Card>
  );
}

/** A picture and a few words about what is not quite safe. */
function Evidence({ field }: { field: ChoiceField }) {
  const questionnaire = useQuestionnaire();
  const { answers, pictures } = questionnaire;
  const [writing, setWriting] = useState(false);
  const note = noteOf(field, questionnaire);
  if (!note) return null;
  const shown = pictures?.of(field.id) ?? [];
  const opensNote = !writing && !isAnswered(answers[note.id]);
  const open = () => {
    setWriting(true);
    // The field is on the page only after the next drawing.
    setTimeout(() => scrollTo(placeOf(note.id)));
  };
  return (
    <>
      <Box className={shown.length === 0 && opensNote ? 'pair' : 'stack'}>
        {pictures && (
          <PhotoPicker
            label={field.label}
            photos={shown}
            onChange={(photos) => pictures.put(photos, field.id)}
            max={shown.length + pictures.room}
            asButton
          />
        )}
        {opensNote && (
          <Button tone="line" small icon="pen" wide onPress={open}>
            写两句
          </Button>
        )}
      </Box>
      {pictures?.roomless && shown.length > 0 && <NoRoom />}
      {!opensNote && note.type === 'text' && (
        <Box id={placeOf(note.id)} className="question">
          <Words className="h4">{note.label}</Words>
          {note.help && <Words className="note">{note.help}</Words>}
          <WrittenAnswer field={note} label={note.label} />
        </Box>
      )}
    </>
  );
}

/** The question that the chosen option opens. */
function noteOf(field: ChoiceField, { definition, answers }: Questionnaire): FormField | undefined {
  const opened = chosenOptions(field, answers).find(({ asksFor }) => asksFor)?.asksFor;
  const note = opened === undefined ? undefined : fieldOf(definition, opened);
  return note && isShown(note, answers) ? note : undefined;
}

export function matterOf(field: ChoiceField): string | undefined {
  return field.options.find(({ finding }) => finding)?.finding?.matter;
}
