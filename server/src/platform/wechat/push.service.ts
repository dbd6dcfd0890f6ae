import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';

import type { Config } from '../config/config';
import type { Ctx, TxCtx } from '../context/context';
import { bodyHash } from '../crypto';
import { Database, insertRows, isDuplicate, newId } from '../database';
import { Outbox } from '../outbox';
import { Problem } from '../problems/problem';
import { CONFIG, LOGGER } from '../tokens';
import { isSigned, openEnvelope } from './push-envelope';
import { fieldsOf, readPush, type Fields, type Pushed, type PushKind } from './push-message';
import { PushRow } from './push.entities';

/** The query of a push, as it came: nothing of it is believed before the signature was checked. */
export type PushQuery = Record<string, unknown>;

/**
 * What the platform tells by itself (消息推送). Here it is authenticated, read and written down, once each; what follows
 * from it is the work of the modules that handle `wechat.*`, after the answer.
 */
@Injectable()
export class WechatPush {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** The platform checks whose address this is. @returns `echostr` @throws Problem `wechat.push-refused` */
  greet(query: PushQuery): string {
    const { push } = this.config.wechat;
    if (!push || !isSigned(textOf(query.signature), [push.token, ...freshness(query)])) throw refused();
    return textOf(query.echostr);
  }

  /**
   * Takes a message, once: the same again changes nothing and is no error, for the platform repeats what was not answered
   * in five seconds.
   * @param body as it was sent, in JSON or XML
   * @throws Problem `wechat.push-refused` unless it certainly comes from the platform; `request.malformed`
   */
  async receive(ctx: Ctx, query: PushQuery, body: unknown): Promise<void> {
    const fields = this.authentic(query, body);
    const { event, pushed, unreadable } = readPush(fields);
    if (unreadable > 0) this.log.warn({ event, unreadable }, 'WeChat pushed something that is not as it is described');
    if (pushed.length === 0) return;
    await this.database.tx(ctx, async (tx) => {
      for (const content of pushed) await this.keep(tx, content);
    });
  }

  /** What was pushed under this id; null when it has been acted upon. */
  async read<K extends PushKind>(ctx: Ctx, id: string, kind: K): Promise<Extract<Pushed, { kind: K }> | null> {
    const row = await ctx.em.findOneBy(PushRow, { id });
    if (row?.content && row.content.kind !== kind) throw new Error(`The push ${id} is no ${kind}`);
    return (row?.content ?? null) as Extract<Pushed, { kind: K }> | null;
  }

  /** It was acted upon: that it came is remembered, what it said is not. */
  async forget(tx: TxCtx, id: string): Promise<void> {
    await tx.em.update(PushRow, { id }, { content: null });
  }

  /**
   * With an AES key only encrypted messages are believed. The signature of a plain one covers time and nonce but not the
   * body, so whoever has seen one request in some log could put another body under it.
   */
  private authentic(query: PushQuery, body: unknown): Fields {
    const { push, appId } = this.config.wechat;
    if (!push || typeof body !== 'string') throw refused();
    if (push.aesKey === null) {
      const isPlain =
        query.encrypt_type !== 'aes' && isSigned(textOf(query.signature), [push.token, ...freshness(query)]);
      if (!isPlain) throw refused();
      return readable(body);
    }
    const encrypted = fieldsOf(body)?.Encrypt;
    if (typeof encrypted !== 'string') throw refused();
    if (!isSigned(textOf(query.msg_signature), [push.token, ...freshness(query), encrypted])) throw refused();
    const opened = openEnvelope(encrypted, push.aesKey);
    if (opened?.appId !== appId) throw refused();
    return readable(opened.message);
  }

  private async keep(tx: TxCtx, content: Pushed): Promise<void> {
    const id = newId(tx.at);
    try {
      await insertRows(tx.em, PushRow, [{ id, fingerprint: bodyHash(content), content, receivedAt: tx.at }]);
    } catch (error) {
      if (isDuplicate(error)) return;
      throw error;
    }
    await this.outbox.emit(tx, `wechat.${content.kind}`, { pushId: id });
  }
}

function freshness({ timestamp, nonce }: PushQuery): [string, string] {
  return [textOf(timestamp), textOf(nonce)];
}

function readable(text: string): Fields {
  const fields = fieldsOf(text);
  if (!fields) throw new Problem('request.malformed');
  return fields;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** One answer to everything that cannot be authenticated: why is nobody's business. */
function refused(): Problem {
  return new Problem('wechat.push-refused');
}
