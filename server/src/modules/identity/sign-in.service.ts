import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../platform/context/context';
import { Problem } from '../../platform/problems/problem';
import { WechatClient, WechatRefusal } from '../../platform/wechat';
import { Accounts } from './accounts.service';
import { MeService, type Me } from './me.service';
import { Sessions } from './sessions.service';

/** 40029: not a code; 40163: used before. */
const BAD_CODE = new Set([40029, 40163]);
const TOO_OFTEN = 45011;
const BLOCKED = 40226;

export interface SignedIn {
  /** Tell it to the client once; it is not kept. */
  token: string;
  me: Me;
}

/** From what WeChat says about a person to a session or a bound phone. */
@Injectable()
export class SignIn {
  constructor(
    private readonly wechat: WechatClient,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly me: MeService,
  ) {}

  /**
   * @param code of wx.login
   * @throws Problem `wechat.code-invalid`, `wechat.unavailable`, `request.too-many`
   */
  async withWechat(ctx: Ctx, code: string, device: string | null): Promise<SignedIn> {
    const { openid } = await this.wechat.signIn(code).catch(refuseSignIn);
    const account = await this.accounts.ofWechatUser(ctx, openid);
    return this.as(ctx, account.id, device);
  }

  /** Opens a session without asking who it is: the caller has. */
  async as(ctx: Ctx, accountId: string, device: string | null): Promise<SignedIn> {
    const { token } = await this.sessions.open(ctx, accountId, device);
    const who = await this.sessions.read(ctx, token);
    if (!who) throw new Problem('session.expired');
    return { token, me: await this.me.of({ ...ctx, who }) };
  }

  /**
   * @param code of the phone-number button, which is not that of wx.login
   * @throws Problem `phone.code-invalid`, `phone.taken`, `wechat.unavailable`
   */
  async bindPhone(ctx: Ctx, code: string): Promise<{ phoneMasked: string }> {
    const number = await this.wechat.phoneNumber(code).catch(refusePhone);
    return this.accounts.bindPhone(ctx, number);
  }
}

function refuseSignIn(error: unknown): never {
  if (!(error instanceof WechatRefusal)) throw new Problem('wechat.unavailable');
  if (BAD_CODE.has(error.code)) throw new Problem('wechat.code-invalid');
  if (error.code === TOO_OFTEN) throw new Problem('request.too-many');
  if (error.code === BLOCKED) throw new Problem('wechat.code-invalid', '微信现在不让这个账号登录小程序，请联系社区');
  throw new Problem('wechat.unavailable');
}

function refusePhone(error: unknown): never {
  throw new Problem(
    error instanceof WechatRefusal && BAD_CODE.has(error.code) ? 'phone.code-invalid' : 'wechat.unavailable',
  );
}
