import { useState } from 'react';
import { isAnswered, isShown, type FormField, type FormSection } from '@tanfang/shared';
import { Box, Button, Card, Chip, Words } from '@/components';
import { answerInWords } from './answer-words';
import type { Questionnaire } from './questionnaire';
import { SaidLine } from './SaidLine';

interface Standing {
  /** Questions that were answered last time and may be answered the same way with one tap. */
  remembered: readonly FormField[];
  /** What was said last time stands in place of the questions it covers. */
  folded: boolean;
  covers: (fieldId: string) => boolean;
  confirmed: boolean;
  last: Questionnaire['last'];
  confirm: () => void;
  open: () => void;
}

/** A part that seldom changes: last time's answers to be confirmed together, or opened and changed one by one. */
export function useStanding(part: FormSection, { answers, last, answer }: Questionnaire): Standing {
  const [opened, setOpened] = useState(false);
  const remembered = part.standing
    ? part.fields.filter((field) => !field.hazard && isAnswered(last[field.id]) && isShown(field, last))
    : [];
  const same = remembered.filter(({ id }) => JSON.stringify(answers[id]) === JSON.stringify(last[id]));
  const untouched = remembered.every(({ id }) => !isAnswered(answers[id]));
  const confirmed = remembered.length > 0 && same.length === remembered.length;
  return {
    ...{ remembered, last, confirmed },
    folded: remembered.length > 0 && !opened && (untouched || confirmed),
    // Whatever was left open last time need not be asked before somebody says that something has changed.
    covers: (fieldId) => part.fields.some(({ id, afresh, hazard }) => id === fieldId && !afresh && !hazard),
    confirm: () => remembered.forEach(({ id }) => answer(id, last[id])),
    open: () => setOpened(true),
  };
}

export function StandingAnswers({ remembered, last, folded, confirmed, confirm, open }: Standing) {
  if (!folded) return null;
  return (
    <Card>
      <Box className="stack">
        <Box className="line line--apart line--wrap">
          <Words className="last-time">上次记的</Words>
          <Box aria={{ live: 'polite' }}>{confirmed && <Chip meaning="done">和上次一样</Chip>}</Box>
        </Box>
        {remembered.map((field) => (
          <SaidLine key={field.id} label={field.label} words={answerInWords(field, last[field.id])} />
        ))}
        {confirmed ? (
          <Box>
            <Button tone="quiet" small icon="pen" onPress={open}>
              有变化，我来改
            </Button>
          </Box>
        ) : (
          <Box className="pair">
            <Button tone="quiet" onPress={open}>
              有变化
            </Button>
            <Button tone="line" icon="check" onPress={confirm}>
              都没变
            </Button>
          </Box>
        )}
      </Box>
    </Card>
  );
}
