import { randomInt } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

import { WorldProblem } from '../errors';
import type { AppSeed, PushSeed } from '../seeds';
import { greetingUrl, pushRequest, type PushEvent, type PushTarget } from './push-envelope';

const ANSWER_WITHIN_MS = 5_000;
const REPEATS = 3;
const BETWEEN_TRIES_MS = 1_000;
const REMEMBERED = 50;

export interface PushSettings extends PushTarget {
  /** Whether anything is pushed at all. */
  on: boolean;
  /** ms between what happened and the first try. */
  delayMs: number;
  /** ms between two tries. */
  retryMs: number;
}

export interface PushRecord {
  id: string;
  /** UTC epoch ms of what happened. */
  at: number;
  event: string;
  openid: string;
  tries: number;
  /** `gone`: after the last try; the platform tells it no more. */
  state: 'waiting' | 'taken' | 'gone';
  /** What the address said last, or why there was nothing. */
  answer: string;
}

/** What the platform tells an app by itself. Taken is what is answered with `success` or nothing, in five seconds. */
export class Pushes {
  private readonly consoles = new Map<string, PushSettings>();
  /** Addresses that have answered for themselves. */
  private readonly confirmed = new Set<string>();
  private readonly underWay = new Set<Promise<void>>();
  private readonly stopped = new AbortController();
  private records: PushRecord[] = [];
  private made = 0;

  constructor(
    private readonly clock: () => number,
    apps: readonly AppSeed[],
  ) {
    // Everything under way listens for the end.
    setMaxListeners(0, this.stopped.signal);
    for (const app of apps) if (app.push) this.enter(app.appid, app.push);
  }

  /** An operator enters an address in the console. */
  enter(appid: string, push: PushSeed): void {
    const { mode = 'safe', format = 'json', delayMs = 0, retryMs = BETWEEN_TRIES_MS } = push;
    const { url, token, encodingAesKey } = push;
    if (!/^[A-Za-z0-9]{43}$/.test(encodingAesKey)) throw new WorldProblem(400, 'EncodingAESKey 要是 43 个字母或数字');
    if (!/^[A-Za-z0-9]{3,32}$/.test(token)) throw new WorldProblem(400, 'Token 要是 3 到 32 个字母或数字');
    this.consoles.set(appid, { url, token, encodingAesKey, mode, format, on: true, delayMs, retryMs });
  }

  settings(appid: string): PushSettings | undefined {
    return this.consoles.get(appid);
  }

  /** @throws WorldProblem 404 where no address was entered, 400 for a switch that makes no sense */
  change(appid: string, changes: Partial<Pick<PushSettings, 'on' | 'mode' | 'format' | 'delayMs'>>): void {
    const settings = this.consoles.get(appid);
    if (!settings) throw new WorldProblem(404, '没有填消息推送的地址');
    const { on = settings.on, mode = settings.mode, format = settings.format, delayMs = settings.delayMs } = changes;
    if (mode !== 'plain' && mode !== 'safe') throw new WorldProblem(400, '模式是 plain 或 safe');
    if (format !== 'json' && format !== 'xml') throw new WorldProblem(400, '格式是 json 或 xml');
    if (!(delayMs >= 0 && delayMs <= 600_000)) throw new WorldProblem(400, '延迟要在 0 到 600000 毫秒之间');
    Object.assign(settings, { on: Boolean(on), mode, format, delayMs });
  }

  /** Tells the app what happened just now, as long as it takes, without holding up anybody. */
  happened(appid: string, event: Omit<PushEvent, 'createTime'>, openid = event.from): void {
    const settings = this.consoles.get(appid);
    if (!settings?.on) return;
    const at = this.clock();
    this.made += 1;
    const head = { id: String(this.made), at, event: event.event, openid };
    const record: PushRecord = { ...head, tries: 0, state: 'waiting', answer: '' };
    this.records = [...this.records.slice(1 - REMEMBERED), record];
    const push = this.tell(appid, settings, { ...event, createTime: Math.floor(at / 1000) }, record);
    const whole = push.finally(() => this.underWay.delete(whole));
    this.underWay.add(whole);
  }

  /** Newest last. */
  list(): readonly PushRecord[] {
    return this.records;
  }

  /** Waits until nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await this.settled();
  }

  private async tell(appid: string, settings: PushSettings, event: PushEvent, record: PushRecord): Promise<void> {
    await this.pause(settings.delayMs);
    for (let tries = 0; tries <= REPEATS && !this.stopped.signal.aborted; tries += 1) {
      if (tries > 0) await this.pause(settings.retryMs);
      record.tries = tries + 1;
      record.answer = await this.once(appid, settings, event);
      if (record.answer === 'success' || record.answer === '') {
        record.state = 'taken';
        return;
      }
    }
    record.state = 'gone';
  }

  /** @returns what the address answered, or in brackets why it did not */
  private async once(appid: string, settings: PushSettings, event: PushEvent): Promise<string> {
    try {
      if (!(await this.isConfirmed(settings))) return '（地址没有通过验证）';
      const { url, contentType, body } = pushRequest(settings, appid, event, this.clock());
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': contentType },
        body,
        ...this.limit(),
      });
      const text = (await answer.text()).trim();
      return answer.ok ? text.slice(0, 80) : `（${answer.status}）`;
    } catch (error) {
      return `（${(error as Error).name === 'TimeoutError' ? '5 秒没有回答' : '连不上'}）`;
    }
  }

  /** Where the question is not answered, the console does not take the address. */
  private async isConfirmed(settings: PushSettings): Promise<boolean> {
    const { url, token } = settings;
    const key = `${token} ${url}`;
    if (this.confirmed.has(key)) return true;
    const echostr = String(randomInt(1_000_000, 2_000_000_000));
    const answer = await fetch(greetingUrl(settings, echostr, this.clock()), this.limit());
    if (!answer.ok || (await answer.text()) !== echostr) return false;
    this.confirmed.add(key);
    return true;
  }

  private limit(): { signal: AbortSignal } {
    return { signal: AbortSignal.any([AbortSignal.timeout(ANSWER_WITHIN_MS), this.stopped.signal]) };
  }

  private async pause(ms: number): Promise<void> {
    await wait(ms, undefined, { signal: this.stopped.signal }).catch(() => undefined);
  }
}
