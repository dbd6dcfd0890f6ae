import { createContext, useContext } from 'react';
import type { Answers, AnswerValue, FormDefinition } from '@tanfang/shared';
import type { Photo } from '@/components';

/** What the questions of a form share. Any definition can be asked with it; nothing here knows a place's form. */
export interface Questionnaire {
  definition: FormDefinition;
  /** Answers to questions that are asked now. */
  answers: Answers;
  /** Undefined takes an answer back. */
  answer: (fieldId: string, value: AnswerValue | undefined) => void;
  /** Last time's answers: offered, and no answers until they are tapped. */
  last: Answers;
  /** Last time's option codes of the hazards: shown as words only. */
  lastHazards: Readonly<Record<string, string>>;
  /** What is missing or wrong, by question; empty until somebody wanted to go on. */
  problems: Readonly<Record<string, string>>;
  /** The pictures of a question; null where none can be taken. */
  pictures: QuestionPictures | null;
}

export interface QuestionPictures {
  of: (fieldId: string) => Photo[];
  put: (photos: Photo[], fieldId: string) => void;
  /** How many may still be added. */
  room: number;
  /** The phone cannot keep them: they are lost when the app is closed. */
  roomless: boolean;
}

const QuestionnaireContext = createContext<Questionnaire | null>(null);

export const QuestionnaireProvider = QuestionnaireContext.Provider;

export function useQuestionnaire(): Questionnaire {
  const questionnaire = useContext(QuestionnaireContext);
  if (!questionnaire) throw new Error('A question outside a questionnaire');
  return questionnaire;
}

/** The id of a question's place on the page. */
export const placeOf = (fieldId: string): string => `q-${fieldId}`;
