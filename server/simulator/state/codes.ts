import { randomBytes } from 'node:crypto';
import { WechatError } from '../errors';
import { randomText } from './random';
import type { User } from './people';

/** `login`: from wx.login. `phone`: from the phone-number button. One is never taken for the other. */
export type CodeKind = 'login' | 'phone';

const LIFE = 300_000;

interface Code {
  kind: CodeKind;
  user: User;
  expiresAt: number;
  used: boolean;
}

/** Codes a phone hands to the app: single use, five minutes. */
export class Codes {
  private readonly codes = new Map<string, Code>();

  constructor(private readonly clock: () => number) {}

  issue(kind: CodeKind, user: User): string {
    const value = kind === 'login' ? `0${randomText(31)}` : randomBytes(32).toString('hex');
    this.codes.set(value, { kind, user, expiresAt: this.clock() + LIFE, used: false });
    return value;
  }

  /** Who a usable code belongs to, without using it up; undefined when it is not usable. */
  peek(kind: CodeKind, appid: string, value: string): User | undefined {
    const code = this.codes.get(value);
    return code && code.kind === kind && code.user.appid === appid && !code.used ? code.user : undefined;
  }

  /**
   * Uses a code up.
   * @throws WechatError 40029 unknown, of another kind or app, too old, or (phone) used; 40163 for a used login code
   */
  redeem(kind: CodeKind, appid: string, value: string): User {
    const code = this.codes.get(value);
    if (!code || code.kind !== kind || code.user.appid !== appid) throw new WechatError(40029);
    if (code.used) throw new WechatError(kind === 'login' ? 40163 : 40029);
    if (this.clock() >= code.expiresAt) throw new WechatError(40029);
    code.used = true;
    return code.user;
  }
}
