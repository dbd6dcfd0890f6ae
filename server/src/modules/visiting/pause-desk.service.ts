import { Injectable } from '@nestjs/common';

import { addDays } from '../../policy';
import { Access } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { bodyHash } from '../../platform/crypto';
import { afterRaces, Database, Overtaken, recordOnce } from '../../platform/database';
import { DEFAULT_LIMIT, readCursor, toPage, type Page, type PageQuery } from '../../platform/http';
import { Problem } from '../../platform/problems/problem';
import { Registry } from '../registry';
import type { AmendPause, PausedElderItem, PauseItem, SetPause } from './pauses.dto';
import type { VisitPause } from './pauses.entities';
import { PausesRepository } from './pauses.repository';
import { Pauses } from './pauses.service';
import { backOnFaults, covers, spanFaults } from './pausing';
import { Planner } from './planner.service';
import type { VisitedElder } from './visited-elders.entities';
import { VisitedEldersRepository } from './visited-elders.repository';
import { VisitorNames } from './visitor-names.service';

const MOST_SHOWN = 20;
/** So long officers see whose pause has run out: somebody should make sure that the elder is back, or ask once more. */
const DAYS_AFTER = 7;

/** 暂时不用去: officers say that visits rest, for how long, and that they are due again. */
@Injectable()
export class PauseDesk {
  constructor(
    private readonly repository: PausesRepository,
    private readonly pauses: Pauses,
    private readonly elders: VisitedEldersRepository,
    private readonly planner: Planner,
    private readonly names: VisitorNames,
    private readonly registry: Registry,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly database: Database,
  ) {}

  /** The elder's pauses, the latest first. @throws Problem `access.not-found` */
  async ofElder(ctx: Ctx, elderId: string): Promise<PauseItem[]> {
    const elder = await this.registry.get(ctx, elderId);
    this.access.require(ctx, 'pause.list', this.registry.target(elder));
    return this.shown(ctx, await this.repository.ofElder(ctx, elderId, MOST_SHOWN));
  }

  /** Whose visits rest in the caller's divisions, and whose pause has run out within a week; the next to be back first. */
  async list(ctx: Ctx, { after, limit = DEFAULT_LIMIT }: PageQuery): Promise<Page<PausedElderItem>> {
    const { communityIds } = this.access.reach(ctx, 'pause.list');
    const today = calendarDate(ctx.at);
    const [backOn = '', elderId = ''] = after === undefined ? [] : readCursor(after, CURSOR);
    const since = addDays(today, -DAYS_AFTER);
    const rows = await this.elders.paused(ctx, communityIds, since, { backOn, elderId }, limit + 1);
    return toPage(rows, limit, toCursor, (row) => toPausedElder(row, today));
  }

  /**
   * Lets visits rest. Sent again it is answered with the first result.
   * @throws Problem `access.not-found`, `request.invalid`, `pause.state` while another one runs or when the record has
   * ended, `id.taken`
   */
  async set(ctx: Ctx, elderId: string, body: SetPause): Promise<{ pause: PauseItem; repeated: boolean }> {
    const hash = bodyHash({ elderId, ...body });
    const { row, repeated } = await recordOnce<VisitPause>({
      record: () => this.keep(ctx, elderId, body, hash),
      find: () => this.repository.find(ctx, body.id),
      isOwn: ({ setBy }) => setBy === ctx.who.accountId,
      bodyHash: () => hash,
      conflict: 'id.taken',
      // Of two officers who say it at once the second finds the other's.
      mostTries: 2,
    });
    return { pause: (await this.shown(ctx, [row]))[0]!, repeated };
  }

  private async keep(ctx: Ctx, elderId: string, body: SetPause, hash: string): Promise<VisitPause> {
    const elder = await this.registry.get(ctx, elderId);
    this.access.require(ctx, 'pause.set', this.registry.target(elder));
    const today = calendarDate(ctx.at);
    const { id, reason, from = today, backOn, note } = body;
    const faults = spanFaults(reason, { from, backOn }, today);
    if (faults.length > 0) throw new Problem('request.invalid', undefined, faults);
    if (elder.endedOn !== null) throw new Problem('pause.state');
    const pause: VisitPause = {
      ...{ id, elderId, openKey: elderId, reason, from, backOn, note, setBy: ctx.who.accountId!, setAt: ctx.at },
      ...{ endedHow: null, endedBy: null, endedAt: null, bodyHash: hash },
    };
    await this.tx(ctx, async (tx) => {
      await this.makeRoom(tx, elderId, today);
      // An elder whose registration has not been heard of yet is taken over and planned first.
      if (!(await this.elders.find(tx, elderId))) await this.planner.follow(tx, elderId);
      await this.repository.insert(tx, pause);
      await this.hold(tx, pause, { from });
    });
    return pause;
  }

  /** One that has run out gives its place to the next. */
  private async makeRoom(tx: TxCtx, elderId: string, today: string): Promise<void> {
    const open = await this.repository.open(tx, elderId);
    if (!open) return;
    if (open.backOn > today) throw new Problem('pause.state');
    await this.repository.change(tx, open, { openKey: null });
  }

  /**
   * Another day of return: later, or earlier than was thought; or the same, where a visitor saw the elder at home and it holds
   * all the same.
   * @throws Problem `access.not-found`, `request.invalid`, `pause.state` when it has ended or run out
   */
  async amend(ctx: Ctx, elderId: string, pauseId: string, { backOn, note }: AmendPause): Promise<PauseItem> {
    const { reason } = await this.permitted(ctx, elderId, pauseId, 'pause.set');
    const today = calendarDate(ctx.at);
    const faults = backOnFaults(reason, backOn, today);
    if (faults.length > 0) throw new Problem('request.invalid', undefined, faults);
    const amended = await this.tx(ctx, async (tx) => {
      const pause = (await this.repository.find(tx, pauseId))!;
      if (!runs(pause, today)) throw new Problem('pause.state');
      const next = { ...pause, backOn, note: note ?? pause.note };
      const isSame = next.backOn === pause.backOn && next.note === pause.note;
      // Said once more although the elder was seen at home: that settles it.
      if (isSame && (await this.elders.find(tx, elderId))?.seenWhilePaused == null) return pause;
      if (!(await this.repository.change(tx, pause, { backOn, note: next.note }))) throw new Problem('pause.state');
      await this.hold(tx, next, { was: pause.backOn });
      return next;
    });
    return (await this.shown(ctx, [amended]))[0]!;
  }

  /**
   * 已经回来了: visits are owed again from today. A mistake is taken back as if it had never been said. Of one that has ended
   * or run out nothing changes.
   * @throws Problem `access.not-found`
   */
  async end(ctx: Ctx, elderId: string, pauseId: string, how: 'back' | 'mistake'): Promise<PauseItem> {
    await this.permitted(ctx, elderId, pauseId, 'pause.end');
    const today = calendarDate(ctx.at);
    await this.tx(ctx, async (tx) => {
      const pause = (await this.repository.find(tx, pauseId))!;
      if (runs(pause, today)) await this.pauses.end(tx, pause, how, how === 'mistake' ? pause.from : today);
    });
    return (await this.shown(ctx, [(await this.repository.find(ctx, pauseId))!]))[0]!;
  }

  /** What is owed follows, lists show it, and the audit tells who said so. */
  private async hold(tx: TxCtx, pause: VisitPause, detail: Record<string, string>): Promise<void> {
    const { id, elderId, reason, from, backOn, note } = pause;
    await this.elders.update(tx, elderId, { pausedFor: reason, pausedUntil: backOn, seenWhilePaused: null });
    await this.pauses.settle(tx, elderId, from);
    const fact = { action: 'pause.set' as const, subjectId: elderId, detail: { pauseId: id, backOn, ...detail } };
    await this.audit.record(tx, { ...fact, words: note });
  }

  private async permitted(
    ctx: Ctx,
    elderId: string,
    pauseId: string,
    action: 'pause.set' | 'pause.end',
  ): Promise<VisitPause> {
    const elder = await this.registry.get(ctx, elderId);
    this.access.require(ctx, action, this.registry.target(elder));
    const pause = await this.repository.find(ctx, pauseId);
    if (pause?.elderId !== elderId) throw new Problem('access.not-found');
    return pause;
  }

  /** A visit may come in at the same moment: whoever is second looks again. */
  private tx<T>(ctx: Ctx, work: (tx: TxCtx) => Promise<T>): Promise<T> {
    return afterRaces(
      () => this.database.tx(ctx, work),
      (error) => error instanceof Overtaken,
    );
  }

  private async shown(ctx: Ctx, pauses: readonly VisitPause[]): Promise<PauseItem[]> {
    const today = calendarDate(ctx.at);
    const elder = pauses[0] && (await this.elders.find(ctx, pauses[0].elderId));
    const names = await this.names.of(
      ctx,
      pauses.map(({ setBy }) => setBy),
    );
    return pauses.map((pause) => {
      const { id, reason, from, backOn, note, endedHow, setAt, setBy } = pause;
      const runsNow = runs(pause, today);
      const seenOn = runsNow ? (elder?.seenWhilePaused ?? null) : null;
      const setByName = names.get(setBy) ?? '';
      return { id, reason, from, backOn, note, endedHow, setAt, setByName, running: runsNow, seenOn };
    });
  }
}

const runs = (pause: VisitPause, today: string): boolean => pause.endedAt === null && covers(pause, today);

const CURSOR = /^(\d{4}-\d{2}-\d{2})~([0-9A-Z]{26})$/;

const toCursor = ({ pausedUntil, elderId }: VisitedElder): string => `${pausedUntil}~${elderId}`;

function toPausedElder(elder: VisitedElder, today: string): PausedElderItem {
  const { elderId, name, place, pausedFor, pausedUntil, seenWhilePaused } = elder;
  const over = pausedUntil! <= today;
  return {
    elderId,
    name,
    place,
    reason: pausedFor!,
    backOn: pausedUntil!,
    over,
    seenOn: over ? null : seenWhilePaused,
  };
}
