import type { AppSeed } from '../seeds';
import { WechatError } from '../errors';
import { randomText } from './random';
import type { Quotas } from './quotas';

const LIFE = 7_200_000;
/** In its last five minutes a token is replaced, and both work until the older one ends. */
const HANDOVER = 300_000;
const BETWEEN_FORCED = 30_000;

type Line = 'stable' | 'plain';

interface Token {
  value: string;
  appid: string;
  line: Line;
  expiresAt: number;
  /** Why it no longer works before its time: 40001 after a forced refresh, 42001 when a fault let it run out. */
  ended: 40001 | 42001 | null;
}

export interface IssuedToken {
  access_token: string;
  /** Seconds. */
  expires_in: number;
}

/** access_tokens of `/cgi-bin/stable_token` and `/cgi-bin/token`: two lines that leave each other alone. */
export class Tokens {
  private readonly all = new Map<string, Token>();
  private readonly current = { stable: new Map<string, Token>(), plain: new Map<string, Token>() };
  private readonly forcedAt = new Map<string, number>();

  constructor(
    private readonly clock: () => number,
    private readonly quotas: Quotas,
  ) {}

  /**
   * The stable line. Normal: the same token until its last five minutes, then a new one beside it. Forced: a new one,
   * and the former stops at once; 20 a day; again within 30 s nothing is refreshed and the current one is returned.
   */
  issueStable(app: AppSeed, forced: boolean): IssuedToken {
    this.quotas.take('stable-token', app);
    const current = this.current.stable.get(app.appid);
    const usable = current !== undefined && current.ended === null && this.left(current) > 0;
    if (forced) return this.answer(this.force(app, usable ? current : undefined));
    if (usable && this.left(current) > HANDOVER) return this.answer(current);
    return this.answer(this.issue(app, 'stable'));
  }

  /** The older line: every call makes a new token, and the former one works for five more minutes. 2,000 a day. */
  issuePlain(app: AppSeed): IssuedToken {
    this.quotas.take('token', app);
    const former = this.current.plain.get(app.appid);
    if (former) former.expiresAt = Math.min(former.expiresAt, this.clock() + HANDOVER);
    return this.answer(this.issue(app, 'plain'));
  }

  /**
   * The appid a token speaks for.
   * @throws WechatError 41001 without token, 40001 for one unknown or replaced, 42001 for one past its time
   */
  appidOf(value: string): string {
    if (value === '') throw new WechatError(41001);
    const token = this.all.get(value);
    if (!token) throw new WechatError(40001);
    if (token.ended !== null) throw new WechatError(token.ended);
    if (this.left(token) <= 0) throw new WechatError(42001);
    return token.appid;
  }

  /** Lets a token run out now, as if its time were over. Unknown ones are passed by. */
  expire(value: string): void {
    const token = this.all.get(value);
    if (token) token.ended = 42001;
  }

  private force(app: AppSeed, current: Token | undefined): Token {
    const last = this.forcedAt.get(app.appid);
    if (current && last !== undefined && this.clock() - last < BETWEEN_FORCED) return current;
    this.quotas.take('stable-token-forced', app);
    this.forcedAt.set(app.appid, this.clock());
    for (const token of this.all.values()) {
      if (token.appid === app.appid && token.line === 'stable') token.ended ??= 40001;
    }
    return this.issue(app, 'stable');
  }

  private issue(app: AppSeed, line: Line): Token {
    const value = `${line === 'stable' ? '8' : '7'}0_${randomText(149)}`;
    const token: Token = { value, appid: app.appid, line, expiresAt: this.clock() + LIFE, ended: null };
    this.all.set(value, token);
    this.current[line].set(app.appid, token);
    return token;
  }

  private left(token: Token): number {
    return token.expiresAt - this.clock();
  }

  private answer(token: Token): IssuedToken {
    return { access_token: token.value, expires_in: Math.floor(this.left(token) / 1000) };
  }
}
