import { Injectable, type OnModuleInit } from '@nestjs/common';
import { findings, type Answers, type Finding, type FormDefinition } from '@tanfang/shared';
import { ulid } from 'ulid';

import { formDefinition } from '../../policy';
import { Audit } from '../../platform/audit';
import { calendarDate } from '../../platform/clock/clock';
import type { TxCtx } from '../../platform/context/context';
import { Outbox } from '../../platform/outbox';
import { Registry, type ElderView, type PolicyCase } from '../registry';
import { Visiting, type VisitView } from '../visiting';
import type { Need, NeedEvidence, Observation } from './care.entities';
import { CareRepository } from './care.repository';
import { isMorePressing, levelAbove } from './need-state';
import { NextVisitNote } from './next-visit-note.service';
import { firstLevel, Referrals } from './referrals.service';

interface Sighting {
  visit: VisitView;
  elder: ElderView;
  finding: Finding;
  observation: Observation;
  /** Of the day of the visit, however late the record arrives. */
  rules: PolicyCase;
}

/** What a visit found becomes needs: a new one, or evidence for the one that is open already. */
@Injectable()
export class Raising implements OnModuleInit {
  constructor(
    private readonly repository: CareRepository,
    private readonly referrals: Referrals,
    private readonly note: NextVisitNote,
    private readonly registry: Registry,
    private readonly visiting: Visiting,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.outbox.on('visit.recorded', {
      kind: 'transactional',
      name: 'care.raise-needs',
      run: (tx, { visitId }) => this.raise(tx, visitId),
    });
  }

  /** Running it again for the same visit changes nothing. */
  async raise(tx: TxCtx, visitId: string): Promise<void> {
    const visit = await this.visiting.get(tx, visitId);
    const definition = formDefinition(visit.form.id, visit.form.version);
    if (!definition) throw new Error(`Visit ${visitId} was filled on a form nobody knows: ${visit.form.id}`);
    const found = oneForEachMatter(findings(definition, visit.answers, await this.answersBefore(tx, visit)));
    if (found.length === 0) return;
    const elder = await this.registry.get(tx, visit.elderId);
    const rules = await this.registry.policyCase(tx, visit.elderId, calendarDate(visit.endedAt));
    for (const finding of found) {
      const observation = observationOf(definition, visit.answers, finding);
      await this.see(tx, { visit, elder, finding, observation, rules });
    }
    await this.note.refresh(tx, elder.id);
  }

  /** Two visits compare only on the same form: field ids of different forms mean different things. */
  private async answersBefore(tx: TxCtx, visit: VisitView): Promise<Answers | undefined> {
    const previous = await this.visiting.previous(tx, visit);
    return previous?.form.id === visit.form.id ? previous.answers : undefined;
  }

  private async see(tx: TxCtx, sighting: Sighting): Promise<void> {
    const { visit, elder, finding } = sighting;
    const held = isHeld(finding);
    const known =
      (await this.repository.byOpenKey(tx, openKeyOf(elder.id, finding.matter, held))) ??
      // A record that arrives late tells of a time before the matter was closed: no reason to open it again.
      (await this.repository.closedAfter(tx, elder.id, finding.matter, held, visit.endedAt));
    if (known) return this.addEvidence(tx, known, sighting);
    const need = await this.newNeed(tx, sighting);
    if (await this.repository.insert(tx, need)) return this.announce(tx, need, sighting);
    // Another visit opened it at this very moment; its row is there by now.
    const opened = await this.repository.byOpenKey(tx, need.openKey!);
    if (!opened) throw new Error('An open need vanished while its evidence was being added: the job runs again');
    return this.addEvidence(tx, opened, sighting);
  }

  private async newNeed(tx: TxCtx, { visit, elder, finding, rules }: Sighting): Promise<Need> {
    const decided = await this.referrals.decide(tx, elder.id, finding, rules);
    const { ownerKind, firstContactMissing, inform, because } = decided;
    const deadlines = await this.referrals.deadlines(tx, rules, finding.severity, visit.receivedAt);
    const { matter, needType, severity, title, plain } = finding;
    const held = isHeld(finding);
    return {
      id: ulid(tx.at),
      ...{ elderId: elder.id, communityId: elder.communityId, visitId: visit.id },
      ...{ matter, needType, severity, title, plain, advice: [...finding.advice] },
      openKey: openKeyOf(elder.id, matter, held),
      heldFromFamily: held,
      status: 'open',
      handler: null,
      ...{ ownerKind, firstContactMissing, inform: inform.join(','), because: JSON.stringify(because) },
      level: firstLevel(ownerKind),
      familyWish: null,
      seenAt: visit.endedAt,
      raisedAt: visit.receivedAt,
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
    const { visit, finding } = sighting;
    const isLatest = need.status !== 'closed' && visit.endedAt >= need.seenAt;
    const rose = isLatest && isMorePressing(finding.severity, need.severity);
    if (!(await this.repository.addEvidence(tx, toEvidence(tx, need, sighting, rose)))) return;
    if (isLatest) await this.repository.amend(tx, need.id, { seenAt: visit.endedAt });
    if (rose) await this.raiseSeverity(tx, need, sighting);
    await this.audit.record(tx, {
      action: 'need.evidence',
      subjectId: need.id,
      detail: { visitId: visit.id, severity: finding.severity, rose },
    });
    await this.outbox.emit(tx, 'need.evidenced', { needId: need.id, visitId: visit.id });
  }

  /** The clocks of the new severity start now, and none of the running ones is pushed back. */
  private async raiseSeverity(tx: TxCtx, need: Need, { visit, finding, rules }: Sighting): Promise<void> {
    const { severity, title, plain, advice, needType } = finding;
    const fresh = await this.referrals.deadlines(tx, rules, severity, visit.receivedAt);
    const acknowledgeBy = Math.min(need.acknowledgeBy, fresh.acknowledgeBy);
    const waiting = need.status === 'open' && levelAbove(need.level) !== null;
    await this.repository.amend(tx, need.id, {
      ...{ severity, title, plain, needType, advice: [...advice], acknowledgeBy },
      closeBy: Math.min(need.closeBy, fresh.closeBy),
      acknowledgeWithin: fresh.acknowledgeWithin,
      risesAt: waiting ? acknowledgeBy : need.risesAt,
    });
  }
}

/** What is for staff only concerns the family's own conduct. */
function isHeld(finding: Finding): boolean {
  return finding.visibility === 'staff';
}

/** A held need never shares a row with one that the family sees, else its words could surface there. */
export function openKeyOf(elderId: string, matter: string, held: boolean): string {
  return held ? `${elderId}:${matter}:held` : `${elderId}:${matter}`;
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
  const { visit, finding, observation } = sighting;
  return {
    id: ulid(tx.at),
    needId: need.id,
    visitId: visit.id,
    visitorId: visit.visitorId,
    severity: finding.severity,
    severityRose,
    observation,
    seenAt: visit.endedAt,
  };
}
