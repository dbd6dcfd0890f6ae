import { Inject, Injectable } from '@nestjs/common';
import table from 'chinese-days/dist/chinese-days.json';
import type { Logger } from 'pino';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { Ctx } from '../context/context';
import { LOGGER } from '../tokens';
import { calendarDate, DAY_MS, startOfDay } from './clock';

/**
 * A day on which the operator knows better than the package: the State Council's notice for a year appears in the autumn
 * before, and districts close for floods. A row here always wins.
 */
@Entity('calendar_day')
export class CalendarDay {
  /** `YYYY-MM-DD`. */
  @PrimaryColumn('varchar', { length: 10 })
  id!: string;

  @Column('boolean')
  working!: boolean;

  /** 国办发明电〔…〕…号 */
  @Column('varchar', { length: 120 })
  reason!: string;
}

/**
 * The package's data without its functions: those look dates up in the machine's own time zone, and are wrong by a day on a
 * server west of Greenwich.
 */
const HOLIDAYS: Record<string, string> = table.holidays;
/** Saturdays and Sundays that are worked for a holiday. */
const SHIFTED: Record<string, string> = table.workdays;
const PUBLISHED_YEARS = new Set(Object.keys(HOLIDAYS).map((date) => Number(date.slice(0, 4))));

/** By the published calendar; past its end Monday to Friday. */
export function isPublishedWorkingDay(date: string): boolean {
  if (date in SHIFTED) return true;
  if (date in HOLIDAYS) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

/** Longest official holiday and a wide margin; a longer row of free days in the table is a slip. */
const LONGEST_SEARCH_DAYS = 400;

/** Working days of the official calendar with its shifted weekends. Day 0 is the day itself, day 1 the next working day. */
@Injectable()
export class WorkingDays {
  private readonly warned = new Set<number>();

  constructor(@Inject(LOGGER) private readonly log: Logger) {}

  /**
   * The last instant (ms) of the `count`-th working day after the day of `at`, in Asia/Shanghai.
   * Past the end of the published calendar Monday to Friday count, and the log says so as an error.
   */
  async endOf(ctx: Ctx, at: number, count: number): Promise<number> {
    const known = await this.known(ctx);
    let date = calendarDate(at);
    for (let left = count, searched = 0; left > 0; searched += 1) {
      if (searched > LONGEST_SEARCH_DAYS)
        throw new Error(`No ${count} working days within ${searched} days after ${date}`);
      date = nextDay(date);
      if (known.get(date) ?? this.published(date)) left -= 1;
    }
    return startOfDay(date) + DAY_MS - 1;
  }

  private async known(ctx: Ctx): Promise<Map<string, boolean>> {
    const days = await ctx.em.find(CalendarDay);
    return new Map(days.map(({ id, working }) => [id, Boolean(working)]));
  }

  private published(date: string): boolean {
    const year = Number(date.slice(0, 4));
    if (!PUBLISHED_YEARS.has(year)) this.warn(year);
    return isPublishedWorkingDay(date);
  }

  private warn(year: number): void {
    if (this.warned.has(year)) return;
    this.warned.add(year);
    this.log.error(
      { year, table: 'calendar_day' },
      `${year} 年的放假安排还没有录入，工作日暂按周一到周五算。请更新日历包，或在 calendar_day 表里补上放假和调休的日子`,
    );
  }
}

function nextDay(date: string): string {
  return calendarDate(startOfDay(date) + DAY_MS);
}
