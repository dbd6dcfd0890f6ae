import { Injectable, type OnModuleInit } from '@nestjs/common';
import { findings, type Answers, type Finding, type FormDefinition } from '@tanfang/shared';

import { newId } from '../../platform/database';
import { formDefinition } from '../../policy';
import { Audit } from '../../platform/audit';
import { calendarDate } from '../../platform/clock/clock';
import type { TxCtx } from '../../platform/context/context';
import { Outbox } from '../../platform/outbox';
import { Registry, type ElderView, type PolicyCase } from '../registry';
import { Sheets } from '../sheets';
import { Visiting } from '../visiting';
import type { Need, NeedEvidence, Observation, SeenKind } from './care.entities';
import { CareRepository } from './care.repository';
import { isMorePressing, isMoreThan, openKeyOf } from './need-state';
import { NextVisitNote } from './next-visit-note.service';
import { firstLevel, Referrals } from './referrals.service';
import { NO_ANSWER, SeenAfterAll } from './seen-after-all.service';
import { Worsening } from './worsening.service';

/** That somebody saw something: at a visit, on a sheet that records none, at a door that stayed shut. Instants are ms. */
export interface Seen {
  kind: SeenKind;
  id: string;
  elderId: string;
  /** Account. */
  by: string;
  /** When it was seen, and when it became known. */
  at: number;
  knownAt: number;
}

interface Written extends Seen {
  form: { id: string; version: number };
  answers: Answers;
}

interface Sighting {
  seen: Seen;
  elder: ElderView;
  finding: Finding;
  observation: Observation;
  /** Of the day of the visit, however late the record arrives. */
  rules: PolicyCase;
  /** A need of its own, whatever of this matter was closed since. */
  isNews?: boolean;
}

/** What was found becomes needs: a new one, or evidence for the one that is open already. */
@Injectable()
export class Raising implements OnModuleInit {
  constructor(
    private readonly repository: CareRepository,
    private readonly referrals: Referrals,
    private readonly worsening: Worsening,
    private readonly note: NextVisitNote,
    private readonly seenAfterAll: SeenAfterAll,
    private readonly registry: Registry,
    private readonly visiting: Visiting,
    private readonly sheets: Sheets,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.outbox.on('visit.recorded', {
      kind: 'transactional',
      name: 'care.raise-needs',
      run: (tx, { visitId }) => this.raiseFromVisit(tx, visitId),
    });
    this.outbox.on('sheet.recorded', {
      kind: 'transactional',
      name: 'care.raise-needs-from-sheet',
      run: (tx, { sheetId }) => this.raiseFromSheet(tx, sheetId),
    });
  }

  /**
   * Running it again for the same visit changes nothing.
   * @param takenUp what was set aside is raised, and nothing else: it becomes known now
   */
  async raiseFromVisit(tx: TxCtx, visitId: string, takenUp = false): Promise<void> {
    const visit = await this.visiting.get(tx, visitId);
    const { id, elderId, visitorId: by, form, answers, endedAt: at } = visit;
    const knownAt = takenUp ? tx.at : visit.receivedAt;
    const seen = { kind: 'visit', id, elderId, by, form, answers, at, knownAt } as const;
    await this.raise(tx, seen, await this.visiting.previous(tx, visit), takenUp);
    await this.seenAfterAll.settle(tx, visit);
  }

  /** The same of a sheet. */
  async raiseFromSheet(tx: TxCtx, sheetId: string, takenUp = false): Promise<void> {
    const { id, elderId, recorderId: by, form, answers, recordedAt: at } = await this.sheets.get(tx, sheetId);
    const previous = await this.sheets.previous(tx, sheetId);
    const knownAt = takenUp ? tx.at : at;
    await this.raise(tx, { kind: 'sheet', id, elderId, by, form, answers, at, knownAt }, previous, takenUp);
  }

  /** One matter that stands on no form. Running it again for the same `seen.id` changes nothing while its need is open. */
  async raiseOne(tx: TxCtx, { seen, finding, observation, isNews }: Omit<Sighting, 'elder' | 'rules'>): Promise<void> {
    const elder = await this.registry.get(tx, seen.elderId);
    if (!isStillAMatter(elder, finding)) return this.setAside(tx, seen);
    const rules = await this.registry.policyCase(tx, seen.elderId, calendarDate(seen.at));
    await this.see(tx, { seen, elder, finding, observation, rules, ...(isNews ? { isNews } : {}) });
  }

  /** Two records compare only on the same form: field ids of different forms mean different things. */
  private async raise(
    tx: TxCtx,
    seen: Written,
    previous: Pick<Written, 'form' | 'answers'> | null,
    takenUp: boolean,
  ): Promise<void> {
    const { form, answers } = seen;
    const definition = formDefinition(form.id, form.version);
    if (!definition) throw new Error(`${seen.id} was filled on a form nobody knows: ${form.id}`);
    const before = previous?.form.id === form.id ? previous.answers : undefined;
    const found = oneForEachMatter(findings(definition, answers, before));
    if (found.length === 0) return this.nothingFound(tx, seen);
    const elder = await this.registry.get(tx, seen.elderId);
    const stillMatters = found.filter((finding) => isStillAMatter(elder, finding));
    if (stillMatters.length < found.length) await this.setAside(tx, seen);
    // What concerns the family's conduct was raised at once.
    const matters = takenUp ? stillMatters.filter((finding) => !isHeld(finding)) : stillMatters;
    const rules = await this.registry.policyCase(tx, seen.elderId, calendarDate(seen.at));
    for (const finding of matters) {
      const observation = observationOf(definition, answers, finding);
      await this.see(tx, { seen, elder, finding, observation, rules });
    }
    await this.note.refresh(tx, elder.id);
  }

  /** The end may be taken back at this very moment: whether it was, is looked at by a job of its own. */
  private async setAside(tx: TxCtx, { kind, id, elderId }: Seen): Promise<void> {
    if (!(await this.repository.setAside(tx, { kind, id, elderId, at: tx.at }))) return;
    await this.outbox.emit(tx, 'finding.set-aside', { elderId });
  }

  /** What was to be looked at once more has been looked at; unless this was seen before it was said to be mended. */
  private async nothingFound(tx: TxCtx, { elderId, at }: Seen): Promise<void> {
    if ((await this.repository.closedSince(tx, elderId, at)).length === 0) await this.note.refresh(tx, elderId);
  }

  private async see(tx: TxCtx, sighting: Sighting): Promise<void> {
    const { elder, finding } = sighting;
    const held = isHeld(finding);
    const known =
      (await this.repository.byOpenKey(tx, openKeyOf(elder.id, finding.matter, held))) ??
      (sighting.isNews ? null : await this.settledSince(tx, sighting, held));
    if (known) return this.addEvidence(tx, known, sighting);
    const need = await this.newNeed(tx, sighting);
    if (await this.repository.insert(tx, need)) return this.announce(tx, need, sighting);
    // Another visit opened it at this very moment; its row is there by now.
    const opened = await this.repository.byOpenKey(tx, need.openKey!);
    if (!opened) throw new Error('An open need vanished while its evidence was being added: the job runs again');
    return this.addEvidence(tx, opened, sighting);
  }

  /**
   * A record that arrives late tells of a time before the matter was closed: no reason to open it again, unless it tells of
   * something more pressing than what was closed.
   */
  private async settledSince(tx: TxCtx, { seen, elder, finding }: Sighting, held: boolean): Promise<Need | null> {
    const closed = await this.repository.closedAfter(tx, elder.id, finding.matter, held, seen.at);
    return closed && !isMorePressing(finding.severity, closed.severity) ? closed : null;
  }

  private async newNeed(tx: TxCtx, { seen, elder, finding, rules }: Sighting): Promise<Need> {
    const decided = await this.referrals.decide(tx, elder.id, finding, rules);
    const { ownerKind, firstContactMissing, inform, because } = decided;
    const deadlines = await this.referrals.deadlines(tx, rules, finding, seen.knownAt);
    const { matter, needType, severity, title, plain } = finding;
    const held = isHeld(finding);
    return {
      id: newId(tx.at),
      ...{ elderId: elder.id, communityId: elder.communityId, visitId: seen.id },
      ...{ matter, needType, severity, title, plain, advice: [...finding.advice] },
      openKey: openKeyOf(elder.id, matter, held),
      heldFromFamily: held,
      status: 'open',
      handler: null,
      ...{ ownerKind, firstContactMissing, inform: inform.join(','), because: JSON.stringify(because) },
      level: firstLevel(ownerKind),
      familyWish: null,
      seenAt: seen.at,
      raisedAt: seen.knownAt,
      ...deadlines,
      risesAt: deadlines.acknowledgeBy,
      ...{ acknowledgedAt: null, acknowledgedBy: null, closedAt: null, closedBy: null, outcome: null, note: null },
    };
  }

  private async announce(tx: TxCtx, need: Need, sighting: Sighting): Promise<void> {
    await this.repository.addEvidence(tx, toEvidence(tx, need, sighting, false));
    const { matter, severity, ownerKind, heldFromFamily, visitId } = need;
    await this.audit.record(tx, {
      action: 'need.raise',
      subjectId: need.id,
      detail: { matter, severity, ownerKind, heldFromFamily, visitId },
    });
    await this.outbox.emit(tx, 'need.raised', { needId: need.id });
  }

  private async addEvidence(tx: TxCtx, need: Need, sighting: Sighting): Promise<void> {
    const { seen, finding, rules } = sighting;
    const isLatest = need.status !== 'closed' && seen.at >= need.seenAt;
    const rose = isLatest && isMoreThan(need, finding, seen.at);
    if (!(await this.repository.addEvidence(tx, toEvidence(tx, need, sighting, rose)))) return;
    if (isLatest) await this.repository.seeAgain(tx, need, seen.at);
    if (rose) await this.worsening.worsen(tx, need, { finding, rules, knownAt: seen.knownAt });
    await this.audit.record(tx, {
      action: 'need.evidence',
      subjectId: need.id,
      detail: { visitId: seen.id, severity: finding.severity, rose },
    });
    await this.outbox.emit(tx, 'need.evidenced', { needId: need.id, visitId: seen.id });
  }
}

/** What is for staff only concerns the family's own conduct. */
function isHeld(finding: Finding): boolean {
  return finding.visibility === 'staff';
}

/** Of a record that arrives after the end of the elder's: what concerns the family's conduct, but nobody goes on looking. */
function isStillAMatter({ endedOn }: ElderView, finding: Finding): boolean {
  return endedOn === null || (isHeld(finding) && finding.matter !== NO_ANSWER);
}

/** Findings come most pressing first; a second one of the same matter adds nothing. */
function oneForEachMatter(found: readonly Finding[]): Finding[] {
  const byKey = new Map<string, Finding>();
  for (const finding of found) {
    const key = openKeyOf('', finding.matter, isHeld(finding));
    if (!byKey.has(key)) byKey.set(key, finding);
  }
  return [...byKey.values()];
}

function observationOf(definition: FormDefinition, answers: Answers, finding: Finding): Observation {
  const { field, option, title, plain } = finding;
  const wordsField = option === null ? field : finding.noteField;
  const asked = definition.sections.flatMap(({ fields }) => fields).find(({ id }) => id === wordsField);
  const readable = asked !== undefined && (isHeld(finding) || asked.visibility === 'family');
  const words = readable ? answers[asked.id] : null;
  return { field, option, title, plain, words: typeof words === 'string' ? words : null };
}

function toEvidence(tx: TxCtx, need: Need, sighting: Sighting, severityRose: boolean): NeedEvidence {
  const { seen, finding, observation } = sighting;
  return {
    id: newId(tx.at),
    needId: need.id,
    visitId: seen.id,
    visitorId: seen.by,
    severity: finding.severity,
    severityRose,
    observation,
    seenAt: seen.at,
  };
}
