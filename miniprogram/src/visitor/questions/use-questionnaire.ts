import { keptAnswers, type Answers, type AnswerValue, type FormDefinition } from '@tanfang/shared';
import { changeDraft, draftOf, type VisitDraft } from '../visit/draft';
import { MOST_PICTURES, usePictures } from '../visit/use-pictures';
import type { Questionnaire } from './questionnaire';

/** The questions about an elder, answered into the draft of the visit. */
export function useDraftQuestionnaire(
  draft: VisitDraft,
  definition: FormDefinition,
  problems: Readonly<Record<string, string>>,
): Questionnaire {
  const { accountId, card } = draft;
  const pictures = usePictures(draft);
  const answer = (fieldId: string, value: AnswerValue | undefined) => {
    // Two answers can come before the page is drawn again.
    const { [fieldId]: _, ...rest } = draftOf(accountId, card.elder.id).get()?.answers ?? {};
    changeDraft(accountId, card.elder.id, { answers: value === undefined ? rest : { ...rest, [fieldId]: value } });
  };
  return {
    definition,
    // The answer to a question that has gone stays in the draft, in case the question comes back.
    answers: keptAnswers(definition, draft.answers),
    answer,
    last: (card.lastAnswers?.answers ?? {}) as Answers,
    lastHazards: card.lastHazards as Readonly<Record<string, string>>,
    problems,
    // Nobody takes a picture through the telephone.
    pictures: draft.mode === 'phone' ? null : { ...pictures, room: MOST_PICTURES - draft.photos.length },
  };
}
