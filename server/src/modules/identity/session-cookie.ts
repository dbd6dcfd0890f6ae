import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Config } from '../../platform/config/config';
import { CLIENT_HEADER, SESSION_COOKIE } from '../../platform/http';
import { CONFIG } from '../../platform/tokens';
import type { SignedInAnswer } from './identity.dto';
import { SESSION_LIFE_MS } from './sessions.service';
import type { SignedIn } from './sign-in.service';

/** The mini-program keeps its token itself; a browser gets it as a cookie that no script can read. */
@Injectable()
export class SessionCookie {
  private readonly options;

  constructor(@Inject(CONFIG) config: Config) {
    this.options = {
      httpOnly: true,
      sameSite: 'strict',
      secure: config.publicUrl.startsWith('https:'),
      path: '/',
    } as const;
  }

  handOver(request: FastifyRequest, reply: FastifyReply, { token, me }: SignedIn): SignedInAnswer {
    if (request.headers[CLIENT_HEADER] === 'weapp') return { token, me };
    this.set(reply, token);
    return { token: null, me };
  }

  /** The session slides with use, so the cookie must too, or the browser would drop it first. */
  renew(request: FastifyRequest, reply: FastifyReply): void {
    const token = request.headers.authorization ? undefined : request.cookies[SESSION_COOKIE];
    if (token) this.set(reply, token);
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(SESSION_COOKIE, this.options);
  }

  private set(reply: FastifyReply, token: string): void {
    void reply.setCookie(SESSION_COOKIE, token, { ...this.options, maxAge: SESSION_LIFE_MS / 1000 });
  }
}
