import type { Answers, VisitMode } from '@tanfang/shared';

import type { Visit } from './visits.entities';

/** A visit as other modules see it. Instants are ms. */
export interface VisitView {
  id: string;
  /** To read aloud over the phone. */
  number: string;
  elderId: string;
  communityId: string;
  visitorId: string;
  form: { id: string; version: number };
  answers: Answers;
  mode: VisitMode;
  startedAt: number;
  endedAt: number;
  receivedAt: number;
}

export interface PhotoLink {
  /** The form field it belongs to. */
  field: string | null;
  /** Good for ten minutes. */
  url: string;
}

export function toVisitView(visit: Visit): VisitView {
  const { id, number, elderId, communityId, visitorId, answers, mode, startedAt, endedAt, receivedAt } = visit;
  const form = { id: visit.formId, version: visit.formVersion };
  return { id, number, elderId, communityId, visitorId, form, answers, mode, startedAt, endedAt, receivedAt };
}
