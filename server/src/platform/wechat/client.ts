import { Inject, Injectable } from '@nestjs/common';

import { Clock } from '../clock/clock';
import type { Config } from '../config/config';
import { forbidInTransaction } from '../database';
import { CONFIG } from '../tokens';
import { WechatRefusal, WechatUncertain, WechatUnreachable } from './errors';

const TIMEOUT_MS = 10_000;
/** Renew this long before the token ends. */
const TOKEN_MARGIN_MS = 5 * 60_000;
const TOKEN_CODES = new Set([40001, 40014, 42001]);
/** Failures before the request could have left this machine. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

export interface WechatIdentity {
  openid: string;
  unionid: string | null;
}

export interface SubscribeMessage {
  openid: string;
  templateId: string;
  /** Page of the mini-program with its query, without a leading slash. */
  page: string;
  data: Record<string, string>;
}

interface Answer {
  errcode?: number;
  errmsg?: string;
}

/** The platform's server API. All of its errors arrive as HTTP 200 with an `errcode`; some successes have none. */
@Injectable()
export class WechatClient {
  private token: { value: string; until: number } | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Trades the code of wx.login for the person's openid. The session key is not kept: nothing here decrypts with it.
   * @throws WechatRefusal 40029 or 40163 for a bad or used code, 45011 too often, 40226 blocked
   */
  async signIn(code: string): Promise<WechatIdentity> {
    const { appId, secret } = this.config.wechat;
    const query = new URLSearchParams({ appid: appId, secret, js_code: code, grant_type: 'authorization_code' });
    const { body } = await this.call<{ openid: string; unionid?: string }>('GET', `/sns/jscode2session?${query}`);
    if (!body.openid) throw new WechatUncertain('WeChat answered a sign-in without an openid');
    return { openid: body.openid, unionid: body.unionid ?? null };
  }

  /** The number without country code. @throws WechatRefusal 40029 for a bad or used code */
  async phoneNumber(code: string): Promise<string> {
    const { body } = await this.callWithToken<{ phone_info: { purePhoneNumber: string } }>(
      '/wxa/business/getuserphonenumber',
      { code },
    );
    return body.phone_info.purePhoneNumber;
  }

  /**
   * Sends one subscribe message. There is no idempotency key: after WechatUncertain do not send it again.
   * @returns the platform's message id, as text because it exceeds 2^53
   */
  async sendSubscribeMessage(message: SubscribeMessage): Promise<string> {
    const data = Object.fromEntries(Object.entries(message.data).map(([key, value]) => [key, { value }]));
    const { text } = await this.callWithToken<Answer>('/cgi-bin/message/subscribe/send', {
      touser: message.openid,
      template_id: message.templateId,
      page: message.page,
      miniprogram_state: this.config.wechat.state,
      lang: 'zh_CN',
      data,
    });
    const msgid = /"msgid"\s*:\s*"?(\d+)/.exec(text)?.[1];
    if (!msgid) throw new WechatUncertain('WeChat answered a send without a message id');
    return msgid;
  }

  /** A token error means that the platform did nothing, so one call with a fresh token is safe. */
  private async callWithToken<T>(path: string, body: object): Promise<{ body: T; text: string }> {
    try {
      return await this.call<T>('POST', `${path}?access_token=${encodeURIComponent(await this.accessToken())}`, body);
    } catch (error) {
      if (!(error instanceof WechatRefusal) || !TOKEN_CODES.has(error.code)) throw error;
      this.token = null;
      return this.call<T>('POST', `${path}?access_token=${encodeURIComponent(await this.accessToken())}`, body);
    }
  }

  /** The stable token is the same for every process that asks, so nothing needs to be shared between ours. */
  private async accessToken(): Promise<string> {
    const now = this.clock.now();
    if (this.token && this.token.until > now) return this.token.value;
    const { appId, secret } = this.config.wechat;
    const request = { grant_type: 'client_credential', appid: appId, secret };
    const { body } = await this.call<{ access_token: string; expires_in: number }>(
      'POST',
      '/cgi-bin/stable_token',
      request,
    ).catch((error: unknown) => {
      // Without a token the real request never left, whatever became of this one.
      throw error instanceof WechatUncertain ? new WechatUnreachable(error.message) : error;
    });
    this.token = { value: body.access_token, until: now + body.expires_in * 1000 - TOKEN_MARGIN_MS };
    return body.access_token;
  }

  private async call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<{ body: T; text: string }> {
    forbidInTransaction('A call to WeChat');
    const text = await this.exchange(method, path, body);
    let answer: Answer;
    try {
      answer = JSON.parse(text) as Answer;
    } catch {
      throw new WechatUncertain('WeChat answered something that is not JSON');
    }
    if (answer.errcode) throw new WechatRefusal(answer.errcode, answer.errmsg ?? '');
    return { body: answer as T, text };
  }

  private async exchange(method: 'GET' | 'POST', path: string, body?: object): Promise<string> {
    try {
      const response = await fetch(this.config.wechat.baseUrl + path, {
        method,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
      });
      const text = await response.text();
      // The platform says everything with 200; another status is somebody on the way, and what was done is not known.
      if (!response.ok) throw new WechatUncertain(`Somebody before WeChat answered ${response.status}`);
      return text;
    } catch (error) {
      if (error instanceof WechatUncertain) throw error;
      const code = (error as { cause?: { code?: string } }).cause?.code ?? '';
      // The cause is left out: it may quote the address, which holds the app's secret or a token.
      if (NOT_SENT.has(code)) throw new WechatUnreachable(`WeChat cannot be reached (${code})`);
      throw new WechatUncertain(`WeChat did not answer (${code || (error as Error).name})`);
    }
  }
}
