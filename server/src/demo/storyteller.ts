import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { newId } from '../platform/database';
import type { App } from '../app';
import { Sessions } from '../modules/identity';
import { calendarDate, DAY_MS, startOfDay } from '../platform/clock/clock';
import { SYSTEM, type Ctx } from '../platform/context/context';
import { Schedule, Workers } from '../platform/outbox';
import { OperatorProblem } from '../platform/problems/operator-problem';
import type { DemoClock } from './demo-clock';

const NIGHT_MS = 30 * 60_000;
/** Well before an unused session would end. */
const RENEW_SESSION_MS = 20 * DAY_MS;

interface Token {
  value: string;
  openedAt: number;
}

/**
 * Plays people who use the product, at times of the past: every step goes through the API as the person would, so that
 * the demo's data has passed every check, and jobs and recurring tasks run between the steps as they would have.
 */
export class Storyteller {
  private readonly nest: NestFastifyApplication;
  private readonly tokens = new Map<string, Token>();
  private today = '';

  constructor(
    private readonly app: App,
    private readonly clock: DemoClock,
  ) {
    this.nest = app.nest;
  }

  ctx(): Ctx {
    return { who: SYSTEM, at: this.clock.now(), requestId: newId(this.clock.now()), em: this.app.database.read };
  }

  /** Goes on to an instant (ms), through the nights between: what the clock brings about happens on its day. */
  async goTo(at: number): Promise<void> {
    while (this.today && this.today < calendarDate(at)) {
      const tomorrow = calendarDate(startOfDay(this.today) + DAY_MS);
      await this.liveThrough(startOfDay(tomorrow) + NIGHT_MS);
    }
    await this.liveThrough(at);
  }

  private async liveThrough(at: number): Promise<void> {
    this.clock.travelTo(at);
    this.today = calendarDate(at);
    await this.nest.get(Schedule).runDue();
    await this.settle();
  }

  /** Runs the jobs that are due. */
  async settle(): Promise<void> {
    while ((await this.nest.get(Workers).workOnce()) > 0);
  }

  /** One call of the API. Throws when it is refused: then the story and the product do not agree. */
  async act<T>(
    accountId: string,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object | Buffer,
  ): Promise<T> {
    const response = await this.nest.inject({
      method,
      url: `/api${path}`,
      headers: {
        authorization: `Bearer ${await this.token(accountId)}`,
        ...(body === undefined ? {} : { 'content-type': Buffer.isBuffer(body) ? 'image/png' : 'application/json' }),
      },
      ...(body === undefined ? {} : { payload: body }),
    });
    if (response.statusCode >= 400) throw new OperatorProblem(`演示的故事停在 ${method} ${path}：${response.payload}`);
    return (response.payload ? JSON.parse(response.payload) : undefined) as T;
  }

  private async token(accountId: string): Promise<string> {
    const now = this.clock.now();
    const known = this.tokens.get(accountId);
    if (known && now - known.openedAt < RENEW_SESSION_MS) return known.value;
    const { token } = await this.nest.get(Sessions).open(this.ctx(), accountId, '演示');
    this.tokens.set(accountId, { value: token, openedAt: now });
    return token;
  }

  /** Ends the sessions that were opened on the way, and no others. */
  async leave(): Promise<void> {
    for (const accountId of this.tokens.keys()) await this.act(accountId, 'DELETE', '/sessions/current');
    this.tokens.clear();
  }
}
