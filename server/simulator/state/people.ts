import { createHmac, randomBytes } from 'node:crypto';
import type { AppSeed, UserSeed } from '../seeds';
import { WorldProblem } from '../errors';
import { randomText } from './random';

export interface User {
  openid: string;
  appid: string;
  name: string;
  note: string | null;
  phone: string | null;
  countryCode: string | number;
  unionid: string | null;
  blocked: boolean;
}

/** Who uses WeChat here: one openid, one phone, at most one session key each. */
export class People {
  private readonly users = new Map<string, User>();
  private readonly sessionKeys = new Map<string, string>();

  constructor(private readonly apps: readonly AppSeed[]) {}

  /** @throws WorldProblem 400 for an app nobody knows, 409 for an openid already there */
  add(seed: UserSeed): User {
    const appid = seed.appid ?? this.apps[0]?.appid ?? '';
    if (!this.apps.some((app) => app.appid === appid)) throw new WorldProblem(400, `没有这个小程序：${appid}`);
    const openid = seed.openid ?? `o${randomText(27)}`;
    if (!/^[\w-]{1,64}$/.test(openid)) throw new WorldProblem(400, 'openid 只能有字母、数字、- 和 _');
    if (this.users.has(openid)) throw new WorldProblem(409, `这个 openid 已经有人了：${openid}`);
    const user: User = {
      openid,
      appid,
      name: seed.name,
      note: seed.note ?? null,
      phone: seed.phone ?? null,
      countryCode: seed.countryCode ?? '86',
      unionid: seed.unionid ?? null,
      blocked: seed.blocked ?? false,
    };
    this.users.set(openid, user);
    return user;
  }

  list(): User[] {
    return [...this.users.values()];
  }

  /** The user of this openid in this app, or undefined: an openid of another app is worth nothing here. */
  ofApp(appid: string, openid: string): User | undefined {
    const user = this.users.get(openid);
    return user?.appid === appid ? user : undefined;
  }

  /** @throws WorldProblem 404 */
  getOrThrow(openid: string): User {
    const user = this.users.get(openid);
    if (!user) throw new WorldProblem(404, `没有这个人：${openid}`);
    return user;
  }

  /** They have left WeChat: the openid is nobody's any more. */
  remove(openid: string): void {
    this.users.delete(openid);
    this.sessionKeys.delete(openid);
  }

  /** A fresh session key; the former one stops working. */
  renewSessionKey(openid: string): string {
    const key = randomBytes(16).toString('base64');
    this.sessionKeys.set(openid, key);
    return key;
  }

  /** Whether this is hmac_sha256(session_key, "") in hex, under the user's present session key. */
  signedWithSessionKey(openid: string, signature: string): boolean {
    const key = this.sessionKeys.get(openid);
    return key !== undefined && createHmac('sha256', key).update('').digest('hex') === signature;
  }
}
