import { useEffect, useState } from 'react';
import { isAnswered, progress, type Answers, type FormDefinition, type FormSection } from '@tanfang/shared';
import { Box, Button, Page, Progress } from '@/components';
import { back, go, link, scrollTo, watchReadingPlace } from '@/platform';
import { useCare } from '@/state';
import { HelpButton } from '../emergency/HelpButton';
import { FormParts, partId } from '../questions/FormParts';
import { gapsIn, gapsInWords, partsOf } from '../questions/gaps';
import { placeOf, QuestionnaireProvider } from '../questions/questionnaire';
import { useDraftQuestionnaire } from '../questions/use-questionnaire';
import type { VisitDraft } from '../visit/draft';
import { LeaveSheet } from './LeaveSheet';

/** Filling in: all parts below one another, the way through them at the foot. */
export function Filling({ draft, definition }: { draft: VisitDraft; definition: FormDefinition }) {
  const parts = partsOf(definition, 'visit');
  const gaps = gapsIn(definition, draft.answers, parts);
  const [asked, setAsked] = useState(false);
  const problems = asked ? Object.fromEntries(gaps.map(({ field, message }) => [field, message])) : {};
  const questionnaire = useDraftQuestionnaire(draft, definition, problems);
  const { answered, total, sections } = progress(definition, questionnaire.answers);
  const [here, setHere] = useReadingPlace(parts.map(partId));
  const [leaving, setLeaving] = useState(false);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const care = useCare();
  const place = Math.max(
    0,
    parts.findIndex((part) => partId(part) === here),
  );
  const next = parts[place + 1];

  const goOn = () => {
    if (!next) return go(link('/visitor/sign/index', { elderId: draft.card.elder.id }));
    // In large type what is done takes one line, or the way back to it would be long. Never under the finger that answers.
    if (care.on) setFolded(new Set(answeredIn(parts.slice(0, place + 1), questionnaire.answers)));
    setHere(partId(next));
    setTimeout(() => scrollTo(partId(next), 'top'));
  };
  const unfold = (fieldId: string) => {
    setFolded(new Set([...folded].filter((id) => id !== fieldId)));
    setTimeout(() => scrollTo(placeOf(fieldId)));
  };
  const showGap = () => {
    setAsked(true);
    const [first] = gaps;
    if (first) setTimeout(() => scrollTo(placeOf(first.field)));
  };
  return (
    <Page
      title={draft.card.elder.name}
      onBack={() => (answered > 0 ? setLeaving(true) : back())}
      head={
        <Progress
          title={`第 ${place + 1} 段，共 ${parts.length} 段`}
          aside={`已答 ${answered} / ${total}`}
          parts={parts.map(({ id }) => shareOf(sections.find((each) => each.id === id)))}
          current={place}
        />
      }
      footInLine
      foot={
        <>
          <HelpButton card={draft.card} narrow />
          <Button
            className="grow"
            onPress={goOn}
            blocked={next ? null : gapsInWords(gaps, definition, draft.answers)}
            onBlocked={showGap}
          >
            {next ? `下一段：${next.title}` : '填好了，请老人确认'}
          </Button>
        </>
      }
    >
      <QuestionnaireProvider value={questionnaire}>
        <Box className="stack">
          <FormParts parts={parts} folded={folded} onUnfold={unfold} />
        </Box>
      </QuestionnaireProvider>
      <LeaveSheet open={leaving} draft={draft} onStay={() => setLeaving(false)} />
    </Page>
  );
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
