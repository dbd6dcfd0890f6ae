import { Injectable, type OnModuleInit } from '@nestjs/common';
import { codesOf, NEED_HANDLERS, SEVERITIES, type FamilyChoice } from '@tanfang/shared';

import { calendarDate } from '../../platform/clock/clock';
import type { TxCtx } from '../../platform/context/context';
import { Outbox, type EventName, type Events } from '../../platform/outbox';
import { Care, type NeedView, type RisenFrom } from '../care';
import { Registry, type ElderView } from '../registry';
import { Visiting } from '../visiting';
import { Audience, OFFICES, type Addressee, type FamilyAudience, type Office } from './audience.service';
import { CallList } from './call-list.service';
import { ANNOUNCEMENTS, whyYou, type Happening, type Story } from './letters';
import { Notices } from './notices.service';
import { PhoneTasksRepository } from './phone-tasks.repository';
import { messageData } from './templates';

export interface News {
  happening: Happening;
  /** Nobody is told twice of the same key. */
  eventKey: string;
  /** Of one elder, most urgent first, all held from the family or none. */
  needs: readonly NeedView[];
  visitId: string;
  /** Instant (ms) of what is told. */
  at: number;
  toFamily: boolean;
  offices: readonly Office[];
  /** Who did it needs no notice of it. */
  except?: string | null;
  actor?: string;
  choice?: FamilyChoice | null;
  risenFrom?: RisenFrom | null;
}

/** Turns what happens to needs into notices, by the table of announcements. */
@Injectable()
export class Telling implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly audience: Audience,
    private readonly tasks: PhoneTasksRepository,
    private readonly calls: CallList,
    private readonly care: Care,
    private readonly registry: Registry,
    private readonly visiting: Visiting,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.on('need.raised', 'tell-raised', (tx, { needId }) => this.found(tx, needId));
    this.on('need.evidenced', 'tell-evidenced', (tx, { needId, visitId }) => this.seenAgain(tx, needId, visitId));
    this.on('need.escalated', 'tell-escalated', (tx, { needId }) => this.escalated(tx, needId));
    this.on('need.answered', 'tell-answered', (tx, { needId, answerId }) => this.answered(tx, needId, answerId));
    this.on('need.closed', 'tell-closed', (tx, { needId }) => this.closed(tx, needId));
    this.on('need.restored', 'tell-restored', (tx, { needId }) => this.openAgain(tx, needId, 'restored'));
    this.on('need.moved', 'tell-moved', (tx, { needId }) => this.openAgain(tx, needId, 'moved'));
    this.on('elder.changed', 'follow-elder', (tx, { elderId }) => this.followElder(tx, elderId));
  }

  private on<E extends EventName>(event: E, name: string, run: (tx: TxCtx, payload: Events[E]) => Promise<void>): void {
    this.outbox.on(event, { kind: 'transactional', name: `notification.${name}`, run });
  }

  /** Calls go with the elder; once the record has ended there is nothing to tell any more. */
  private async followElder(tx: TxCtx, elderId: string): Promise<void> {
    const { communityId, endedOn } = await this.registry.get(tx, elderId);
    await this.tasks.moveHome(tx, elderId, communityId);
    if (endedOn === null) return;
    for (const { id } of await this.tasks.openOf(tx, elderId)) await this.tasks.finish(tx, id, 'settled');
  }

  private async found(tx: TxCtx, needId: string): Promise<void> {
    const { visitId, heldFromFamily } = await this.care.get(tx, needId);
    await this.tellOfVisit(tx, visitId, heldFromFamily);
  }

  /** The same thing seen again is evidence, not news, unless it has become more pressing or is a danger once more. */
  private async seenAgain(tx: TxCtx, needId: string, visitId: string): Promise<void> {
    const worse = await this.care.madeWorseBy(tx, visitId);
    const need = worse.find(({ id }) => id === needId);
    if (need) await this.tellOfVisit(tx, visitId, need.heldFromFamily);
  }

  /**
   * One visit, one message, however many things it found: each event after the first finds its message written. What is held
   * from the family is told apart to each office whose it is, and to no other.
   */
  private async tellOfVisit(tx: TxCtx, visitId: string, held: boolean): Promise<void> {
    const isTold = (need: NeedView) => need.heldFromFamily === held && need.status !== 'closed';
    const raised = (await this.care.raisedBy(tx, visitId)).filter(isTold);
    const worse = (await this.care.madeWorseBy(tx, visitId)).filter(isTold);
    const needs = [...raised, ...worse].sort(byUrgency);
    if (needs.length === 0) return;
    const happening = raised.length > 0 ? 'found' : 'worse';
    const whose = new Map(raised.map((need) => [need.id, officesOf(need)]));
    for (const need of worse) whose.set(need.id, await this.officesThatKnow(tx, need));
    const offices = [...new Set([...whose.values()].flat())];
    const about = { visitId, at: needs[0]!.seenAt, toFamily: !held };
    if (!held) return this.tell(tx, { happening, eventKey: `visit.found:${visitId}`, needs, offices, ...about });
    for (const office of offices) {
      const theirs = needs.filter(({ id }) => whose.get(id)!.includes(office));
      const eventKey = `visit.held:${visitId}:${office}`;
      await this.tell(tx, { happening, eventKey, needs: theirs, offices: [office], ...about });
    }
  }

  /** Besides those whose it is whoever had taken the milder thing, and whom it had come up to. */
  private async officesThatKnow(tx: TxCtx, need: NeedView): Promise<Office[]> {
    const known = [...(await this.care.takenBy(tx, need.id)), need.level];
    return OFFICES.filter((office) => officesOf(need).includes(office) || known.includes(office));
  }

  private async escalated(tx: TxCtx, needId: string): Promise<void> {
    const need = await this.care.get(tx, needId);
    if (need.status !== 'open' || need.level === 'first-contact') return;
    const eventKey = `need.up:${needId}:${need.level}:${need.acknowledgeBy}`;
    const about = { needs: [need], visitId: need.visitId, at: tx.at, offices: [need.level] };
    const why = { choice: need.familyWish, risenFrom: await this.care.risenFrom(tx, needId) };
    await this.tell(tx, { happening: 'escalated', eventKey, ...about, toFamily: false, ...why });
  }

  /** Of a move the family knows; the calls that the end of a record had settled are asked for anew. */
  private async openAgain(tx: TxCtx, needId: string, happening: 'restored' | 'moved'): Promise<void> {
    const need = await this.care.get(tx, needId);
    if (need.status !== 'open') return;
    const eventKey = `need.${happening}:${needId}:${need.acknowledgeBy}`;
    const about = { needs: [need], visitId: need.visitId, at: tx.at, offices: officesOf(need) };
    const toFamily = happening === 'restored' && !need.heldFromFamily && need.familyWish === null;
    await this.tell(tx, { happening, eventKey, ...about, toFamily });
  }

  private async answered(tx: TxCtx, needId: string, answerId: string): Promise<void> {
    const need = await this.care.get(tx, needId);
    const answer = await this.care.answer(tx, answerId);
    if (!answer) return;
    const relativeId = await this.audience.relativeIdOf(tx, need.elderId, answer.accountId);
    const actor = await this.audience.relativeWord(tx, need.elderId, relativeId);
    // Whoever has answered has been reached.
    const who = relativeId === undefined ? { accountId: answer.accountId } : { relativeId };
    await this.tasks.finishOf(tx, need.elderId, who, 'answered');
    const about = {
      needs: [need],
      visitId: need.visitId,
      at: tx.at,
      offices: officesOf(need),
      except: answer.accountId,
    };
    const eventKey = `need.answered:${answerId}`;
    await this.tell(tx, { happening: 'answered', eventKey, ...about, toFamily: false, actor, choice: answer.choice });
  }

  /** Closed by the family: the officers hear of it. Closed by an officer: the family does, and the other officers. */
  private async closed(tx: TxCtx, needId: string): Promise<void> {
    const need = await this.care.get(tx, needId);
    if (need.status !== 'closed') return;
    await this.calls.endPointless(tx, need.elderId);
    const relativeId = await this.audience.relativeIdOf(tx, need.elderId, need.closedBy);
    const byFamily = relativeId !== undefined;
    const { handler } = need;
    const office = NEED_HANDLERS[handler === null || handler === 'family' ? 'community' : handler];
    const byVisitor = need.matter === 'no-answer' && (await this.isVisitor(tx, need.elderId, need.closedBy));
    const actor = byFamily
      ? await this.audience.relativeWord(tx, need.elderId, relativeId)
      : byVisitor
        ? '探访员'
        : office;
    const about = { needs: [need], visitId: need.visitId, at: tx.at, offices: officesOf(need), except: need.closedBy };
    const toFamily = !byFamily && !need.heldFromFamily;
    await this.tell(tx, { happening: 'closed', eventKey: `need.closed:${needId}`, ...about, toFamily, actor });
  }

  private async isVisitor(tx: TxCtx, elderId: string, accountId: string | null): Promise<boolean> {
    return accountId !== null && (await this.visiting.visitorsOf(tx, elderId)).includes(accountId);
  }

  private async tell(tx: TxCtx, news: News): Promise<void> {
    const elder = await this.registry.get(tx, news.needs[0]!.elderId);
    if (news.toFamily) await this.tellFamily(tx, elder, news);
    await this.tellOfficers(tx, elder, news);
  }

  private async tellFamily(tx: TxCtx, elder: ElderView, news: News): Promise<void> {
    await this.tellRelatives(tx, elder, news, await this.audience.family(tx, elder, news.needs[0]!));
  }

  async tellRelatives(tx: TxCtx, elder: ElderView, news: News, { addressees, toPhone }: FamilyAudience): Promise<void> {
    for (const addressee of addressees) await this.writeTo(tx, elder, news, addressee);
    // That something was settled is no reason to ring somebody who does not use the app.
    if (!toPhone || news.happening === 'closed') return;
    const { eventKey, ...about } = this.envelope(elder, news);
    const nobody = { noticeId: null, accountId: null, lifeDanger: isLifeDanger(news) };
    await this.notices.askToPhone(tx, {
      sourceKey: `${eventKey}:${toPhone.relativeId}`,
      ...about,
      ...nobody,
      ...toPhone,
    });
  }

  private async writeTo(
    tx: TxCtx,
    elder: ElderView,
    news: News,
    { accountId, relativeId, callName }: Addressee,
  ): Promise<void> {
    const letter = ANNOUNCEMENTS[news.happening].family;
    if (!letter) return;
    const story = storyOf(elder, news, callName, tx.at);
    const { name: elderName, callName: surname } = elder;
    const done = story.outcome === 'done';
    const facts = { callName: surname, elderName, count: news.needs.length, at: news.at, done };
    const { answerBy, lifeDanger } = story;
    await this.notices.tell(tx, {
      ...this.envelope(elder, news),
      accountId,
      ...{ audience: 'family', relativeId, lifeDanger },
      ...{
        title: letter.title(story),
        lines: letter.lines(story),
        page: letter.page(story),
        template: letter.template,
      },
      data: letter.template && messageData(letter.template, { ...facts, answerBy, lifeDanger }),
    });
  }

  async tellOfficers(tx: TxCtx, elder: ElderView, news: News): Promise<void> {
    const letter = ANNOUNCEMENTS[news.happening].officers;
    const story = storyOf(elder, news, elder.callName, tx.at);
    for (const { accountId, insteadOf } of await this.audience.officers(tx, elder, news.offices)) {
      if (accountId === news.except) continue;
      await this.notices.tell(tx, {
        ...this.envelope(elder, news),
        accountId,
        ...{ audience: 'officer', relativeId: null, lifeDanger: story.lifeDanger },
        ...{
          title: letter.title(story),
          lines: [...letter.lines(story), ...(insteadOf ? [whyYou(insteadOf)] : [])],
          page: letter.page(story),
          template: null,
          data: null,
        },
      });
    }
  }

  private envelope(elder: ElderView, { eventKey, visitId, needs }: News) {
    const needIds = needs.map(({ id }) => id).join(',');
    return { eventKey, elderId: elder.id, communityId: elder.communityId, visitId, needIds };
  }
}

/** What the plan gives to the street the community knows as well; what is held from the family stays with its owner. */
export function officesOf(need: NeedView): Office[] {
  if (need.heldFromFamily) return [need.owner.kind === 'community' ? 'community' : 'street'];
  return need.owner.kind === 'street' ? ['community', 'street'] : ['community'];
}

/** @param now instant (ms): what is told late asks for an answer today, not by a day that is past */
function storyOf(elder: ElderView, news: News, callName: string, now: number): Story {
  const [first] = news.needs;
  return {
    callName,
    elderName: elder.name,
    elderId: elder.id,
    needs: news.needs,
    answerBy: calendarDate(Math.max(now, Math.min(...news.needs.map(({ acknowledgeBy }) => acknowledgeBy)))),
    lifeDanger: isLifeDanger(news),
    heldFromFamily: first!.heldFromFamily,
    firstContactMissing: first!.firstContactMissing,
    actor: news.actor ?? '',
    choice: news.choice ?? null,
    risenFrom: news.risenFrom ?? null,
    outcome: first!.outcome,
  };
}

function isLifeDanger({ happening, needs }: News): boolean {
  return happening !== 'closed' && needs.some(({ severity }) => severity === 'life-danger');
}

const MOST_PRESSING_FIRST = codesOf(SEVERITIES);

function byUrgency(a: NeedView, b: NeedView): number {
  return MOST_PRESSING_FIRST.indexOf(a.severity) - MOST_PRESSING_FIRST.indexOf(b.severity) || (a.id < b.id ? -1 : 1);
}
