import { useEffect, useState, type ReactNode } from 'react';
import {
  isAnswered,
  progress,
  type AnswerProblem,
  type Answers,
  type FormDefinition,
  type FormSection,
} from '@tanfang/shared';
import { Box, Button, Page, Progress } from '@/components';
import { scrollTo, watchReadingPlace } from '@/platform';
import { useCare } from '@/state';
import { FormParts, partId } from './FormParts';
import { gapsIn, gapsInWords } from './gaps';
import { placeOf, QuestionnaireProvider, type Questionnaire } from './questionnaire';

interface PartByPartProps {
  title: string;
  parts: readonly FormSection[];
  questionnaire: Questionnaire;
  gaps: Gaps;
  /** After the last part. */
  finish: { label: string; onPress: () => unknown; busyText?: string };
  /** Left of the way on, e.g. 求助. */
  beside?: ReactNode;
  /** Above the first part. */
  intro?: ReactNode;
  onBack: (answered: number) => void;
  children?: ReactNode;
}

/** Filling in a form: all parts below one another, the way through them at the foot. */
export function PartByPart(props: PartByPartProps) {
  const { title, parts, questionnaire, gaps, finish, beside, intro, onBack, children } = props;
  const { answered, total, sections } = progress(questionnaire.definition, questionnaire.answers);
  const [here, setHere] = useReadingPlace(parts.map(partId));
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const care = useCare();
  const place = Math.max(
    0,
    parts.findIndex((part) => partId(part) === here),
  );
  const next = parts[place + 1];
  const goOn = async () => {
    if (!next) {
      await finish.onPress();
      return;
    }
    // In large type what is done takes one line, or the way back to it would be long. Never under the finger that answers.
    if (care.on) setFolded(new Set(answeredIn(parts.slice(0, place + 1), questionnaire.answers)));
    setHere(partId(next));
    setTimeout(() => scrollTo(partId(next), 'top'));
  };
  const unfold = (fieldId: string) => {
    setFolded(new Set([...folded].filter((id) => id !== fieldId)));
    setTimeout(() => scrollTo(placeOf(fieldId)));
  };
  return (
    <Page
      title={title}
      onBack={() => onBack(answered)}
      head={
        <Progress
          title={`第 ${place + 1} 段，共 ${parts.length} 段`}
          aside={total > 0 ? `已答 ${answered} / ${total}` : '都可以不填'}
          parts={parts.map(({ id }) => shareOf(sections.find((each) => each.id === id)))}
          current={place}
        />
      }
      footInLine
      foot={
        <>
          {beside}
          <Button
            className="grow"
            onPress={goOn}
            {...(next || finish.busyText === undefined ? {} : { busyText: finish.busyText })}
            blocked={next ? null : gaps.inWords}
            onBlocked={gaps.show}
          >
            {next ? `下一段：${next.title}` : finish.label}
          </Button>
        </>
      }
    >
      <QuestionnaireProvider value={questionnaire}>
        <Box className="stack">
          {intro}
          <FormParts parts={parts} folded={folded} onUnfold={unfold} />
        </Box>
      </QuestionnaireProvider>
      {children}
    </Page>
  );
}

export interface Gaps {
  all: readonly AnswerProblem[];
  /** Of the button: 「还差 2 题」; null when nothing is in the way. */
  inWords: string | null;
  /** By question; empty until somebody wanted to go on. */
  problems: Readonly<Record<string, string>>;
  /** Marks them all and goes to the first. */
  show: () => void;
}

/** What is still missing or wrong in these parts, said once somebody wants to go on. */
export function useGaps(definition: FormDefinition, answers: Answers, parts: readonly FormSection[]): Gaps {
  const [asked, setAsked] = useState(false);
  const all = gapsIn(definition, answers, parts);
  return {
    all,
    inWords: gapsInWords(all, definition, answers),
    problems: asked ? Object.fromEntries(all.map(({ field, message }) => [field, message])) : {},
    show: () => {
      setAsked(true);
      const [first] = all;
      if (first) setTimeout(() => scrollTo(placeOf(first.field)));
    },
  };
}

function shareOf(section: { answered: number; total: number } | undefined): number {
  return section && section.total > 0 ? section.answered / section.total : 0;
}

function answeredIn(parts: readonly FormSection[], answers: Answers): string[] {
  return parts.flatMap(({ fields }) => fields.map(({ id }) => id)).filter((id) => isAnswered(answers[id]));
}

/** Which part is being read; told by the page, or said by who goes there. */
function useReadingPlace(ids: readonly string[]): [string, (id: string) => void] {
  const [here, setHere] = useState(ids[0] ?? '');
  const key = ids.join(' ');
  useEffect(() => watchReadingPlace(key.split(' '), setHere), [key]);
  return [here, setHere];
}
