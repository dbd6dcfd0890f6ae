import type { Cadence } from '@tanfang/shared';
import { Injectable } from '@nestjs/common';

import { ageOn, packOf, visitFormOf } from '../../policy';
import { Access } from '../../platform/access';
import { calendarDate, DAY_MS, startOfDay } from '../../platform/clock/clock';
import type { Ctx } from '../../platform/context/context';
import { DEFAULT_LIMIT, toPage } from '../../platform/http';
import { Problem } from '../../platform/problems/problem';
import { Forms } from '../policies';
import { RANK_AFTER_MISSED } from './obligations.entities';
import { VisitorNames } from './visitor-names.service';
import type { Worklist, WorklistForm, WorklistItem, WorklistPageQuery } from './worklist.dto';
import type { Position, Section, WorklistQuery } from './worklist.query';
import { WorklistRepository, type WorklistEntry } from './worklist.repository';

/** Who is to be seen today: the first page that a visitor or a community worker opens. */
@Injectable()
export class Worklists {
  constructor(
    private readonly repository: WorklistRepository,
    private readonly names: VisitorNames,
    private readonly forms: Forms,
    private readonly access: Access,
  ) {}

  /** @throws Problem `access.not-found` for a community outside the caller's reach */
  async read(ctx: Ctx, { after, limit = DEFAULT_LIMIT, communityId }: WorklistPageQuery): Promise<Worklist> {
    const date = calendarDate(ctx.at);
    const query: WorklistQuery = {
      today: date,
      todayFrom: startOfDay(date),
      limit,
      after: after === undefined ? null : toPosition(after),
    };
    const entries = await this.entries(ctx, communityId, query);
    const names = await this.names.of(ctx, entries.slice(0, limit).map(visitorOf));
    const daysLeft = daysFrom(date);
    const page = toPage(
      entries,
      limit,
      (entry) => toCursor(entry, date),
      (entry) => toItem(entry, { date, daysLeft, names }),
    );
    return { date, ...page, forms: this.formsFor(page.items, date) };
  }

  /** One for each place; nearly every list has one place. */
  private formsFor(items: readonly WorklistItem[], date: string): WorklistForm[] {
    return [...new Set(items.map(({ packId }) => packId))].flatMap((packId) => {
      const pack = packId === null ? undefined : packOf(packId);
      if (!pack) return [];
      const { id, version } = visitFormOf(pack, date);
      return [{ packId: pack.id, id, version, hash: this.forms.get(id, version).hash }];
    });
  }

  private async entries(ctx: Ctx, communityId: string | undefined, query: WorklistQuery): Promise<WorklistEntry[]> {
    const { communityIds, accountId } = this.access.reach(ctx, 'worklist.read');
    if (communityId === undefined) {
      if (communityIds.length > 0) return this.repository.owedInCommunities(ctx, communityIds, accountId, query);
      return accountId === null ? [] : this.repository.ofVisitor(ctx, accountId, [], query);
    }
    if (communityIds.includes(communityId)) return this.repository.owedInCommunities(ctx, [communityId], null, query);
    if (accountId === null) throw new Problem('access.not-found');
    return this.repository.ofVisitor(ctx, accountId, [communityId], query);
  }
}

function visitorOf(entry: WorklistEntry): string | null {
  return entry.visitedBy ?? entry.visitorId;
}

interface Day {
  date: string;
  daysLeft: (dueOn: string) => number;
  names: Map<string, string>;
}

function toItem(entry: WorklistEntry, { date, daysLeft, names }: Day): WorklistItem {
  const visitorId = visitorOf(entry);
  const isPaused = sectionOf(entry, date) === 'paused';
  return {
    obligationId: entry.id,
    elderId: entry.elderId,
    name: entry.name ?? '',
    age: entry.birthDate ? ageOn(entry.birthDate, date) : 0,
    status: isPaused ? 'excused' : (entry.status as 'owed' | 'visited'),
    pause: isPaused ? { reason: entry.pausedFor!, backOn: entry.pausedUntil! } : null,
    every: entry.every as Cadence,
    periodStart: entry.periodStart,
    dueOn: entry.dueOn,
    daysLeft: daysLeft(entry.dueOn),
    missedLast: entry.listRank === RANK_AFTER_MISSED,
    place: entry.place ?? '',
    note: entry.note,
    visitId: entry.visitId,
    visitedAt: entry.visitedAt,
    visitor: visitorId === null ? null : { id: visitorId, name: names.get(visitorId) ?? '' },
    packId: entry.packId,
  };
}

/** Days from a date to a due date, at least 0. A page has two or three due dates, each is counted once. */
function daysFrom(today: string): (dueOn: string) => number {
  const from = startOfDay(today);
  const counted = new Map<string, number>();
  return (dueOn) => {
    const days = counted.get(dueOn) ?? Math.max(0, Math.round((startOfDay(dueOn) - from) / DAY_MS));
    counted.set(dueOn, days);
    return days;
  };
}

/** As the statement sorts them. */
function sectionOf({ status, pausedUntil }: WorklistEntry, today: string): Section {
  if (status === 'visited') return 'visited';
  return pausedUntil !== null && pausedUntil > today ? 'paused' : 'owed';
}

function toCursor(entry: WorklistEntry, today: string): string {
  const { listRank, dueOn, periodStart, id } = entry;
  return [sectionOf(entry, today), listRank, dueOn, periodStart, id].join('~');
}

/** @throws Problem `request.invalid` when the cursor is not one of ours */
function toPosition(cursor: string): Position {
  const match = /^(owed|paused|visited)~([01])~(\d{4}-\d{2}-\d{2})~(\d{4}-\d{2}-\d{2})~([0-9A-Z]{26})$/.exec(cursor);
  if (!match) throw new Problem('request.invalid', undefined, [{ field: 'after', message: '起点不对，请从头看起' }]);
  const [, section, listRank, dueOn, periodStart, id] = match as unknown as [
    string,
    Section,
    string,
    string,
    string,
    string,
  ];
  return { section, listRank: Number(listRank), dueOn, periodStart, id };
}
