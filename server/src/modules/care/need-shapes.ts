import { isCodeOf, PAUSES, type PauseReason } from '@tanfang/shared';

import type { VisitView } from '../visiting';
import type {
  ElderCalled,
  ElderNamed,
  FamilyNeed,
  MatterItem,
  OfficerNeed,
  OfficerNeedDetail,
  StepItem,
  VisitorNeed,
} from './care.dto';
import type { Need, NeedEvidence, NeedRise, NeedStep, Reason } from './care.entities';
import { informOf } from './care.view';
import { calendarDate } from '../../platform/clock/clock';
import { hasGoneUp } from './levels';
import { NO_ANSWER } from './seen-after-all.service';
import { answerByOf, isFamilysTurn, progressOf, progressToFamily, wentUpOf } from './wording';

/** Allow-lists: what of a need each kind of caller gets. */

export function toOfficerNeed(need: Need, elder: ElderNamed, at: number): OfficerNeed {
  const { id, communityId, matter, needType, severity, title, status, handler, level, familyWish } = need;
  const { raisedAt, seenAt, acknowledgeBy, closeBy } = need;
  return {
    view: 'officer',
    ...{ id, elder, communityId, matter, needType, severity, title, status, handler, level, familyWish },
    owner: need.ownerKind,
    heldFromFamily: Boolean(need.heldFromFamily),
    firstContactMissing: Boolean(need.firstContactMissing),
    ...{ raisedAt, seenAt, acknowledgeBy, closeBy },
    late: isLate(need, at),
  };
}

/** Past the clock that runs: to be taken while it is open, to be closed afterwards. */
function isLate(need: Need, at: number): boolean {
  if (need.status === 'closed') return false;
  if (need.closeBy < at) return true;
  if (need.status === 'acknowledged') return false;
  // One that went up has already missed a clock, even while the next one runs.
  return need.acknowledgeBy < at || hasGoneUp(need);
}

export function toFamilyNeed(need: Need, elder: ElderCalled, lastRise: NeedRise | undefined): FamilyNeed {
  const { id, title, plain, status, seenAt } = need;
  return {
    view: 'family',
    ...{ id, elder, title, plain, status, seenAt },
    yourTurn: isFamilysTurn(need),
    wish: need.familyWish,
    progress: progressToFamily(need),
    wentUp: wentUpOf(need, lastRise),
    answerBy: answerByOf(need),
  };
}

export function toVisitorNeed(need: Need): VisitorNeed {
  const { id, matter, severity, title, status } = need;
  return { view: 'visitor', id, matter, severity, title, status, progress: progressOf(need) };
}

export function toOfficerDetail(
  list: OfficerNeed,
  need: Need,
  about: {
    evidence: NeedEvidence[];
    steps: NeedStep[];
    rises: NeedRise[];
    photos: string[];
    names: Map<string, string>;
  },
): OfficerNeedDetail {
  const { plain, advice, outcome, note, closedAt } = need;
  const nameOf = (accountId: string) => about.names.get(accountId) ?? '';
  return {
    ...list,
    ...{ plain, advice, outcome, note, closedAt, photos: about.photos },
    inform: informOf(need),
    because: (JSON.parse(need.because) as Reason[]).map(({ rule, document, article, text, reading }) => ({
      ...{ rule, document, article, text, reading },
    })),
    evidence: about.evidence.map(({ visitId, visitorId, seenAt, severity, observation }) => ({
      ...{ visitId, visitorName: nameOf(visitorId), seenAt, severity },
      ...{ title: observation.title, words: observation.words, heard: heardOf(need, observation) },
    })),
    steps: historyOf(about.steps, about.rises, nameOf),
  };
}

/** What lets visits rest, as a visitor heard it at a closed door. */
function heardOf({ matter }: Need, { option }: NeedEvidence['observation']): PauseReason | null {
  return matter === NO_ANSWER && isCodeOf(PAUSES, option) ? option : null;
}

/** What people did, and when it went up because nobody did anything, in the order of time. */
function historyOf(steps: NeedStep[], rises: NeedRise[], nameOf: (accountId: string) => string): StepItem[] {
  const done = steps.map(({ kind, value, accountId, at }) => ({ kind, value, name: nameOf(accountId), at }));
  const risen = rises.map(({ risenFrom, risenTo, at }) => ({
    ...{ kind: 'rise' as const, value: risenTo, from: risenFrom, name: '', at },
  }));
  return [...done.map((step) => ({ ...step, from: null })), ...risen].sort((a, b) => a.at - b.at);
}

/**
 * For the card at the door. Must be looked at: hazards, whatever is urgent, and hazards said to be mended since the last
 * visit.
 */
export function toMatter(need: Need, lastVisit: VisitView | null): MatterItem {
  const closed = need.status === 'closed';
  const hazard = need.needType === 'safety-hazard';
  const pressing = need.severity === 'life-danger' || need.severity === 'urgent';
  const notSeenSince = closed && hazard && need.closedAt! > (lastVisit?.endedAt ?? 0);
  return {
    matter: need.matter,
    title: need.title,
    status: closed ? 'closed' : 'open',
    seenOn: calendarDate(need.seenAt),
    detail: notSeenSince ? `${progressOf(need)}，再看一眼` : progressOf(need),
    mustLook: closed ? notSeenSince : hazard || pressing,
  };
}
