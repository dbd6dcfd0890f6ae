import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

import type { Ctx } from '../context/context';
import { Context, Does } from '../http/action';
import { WechatPush, type PushQuery } from './push.service';

/** 消息推送: its contract is WeChat's and not ours, so it is not in the document that our clients are made from. */
@ApiExcludeController()
@Controller('wechat/push')
export class PushController {
  constructor(private readonly push: WechatPush) {}

  /** Asked once, when an operator enters this address in WeChat's console. */
  @Get()
  @Does('wechat.push')
  @Header('content-type', 'text/plain; charset=utf-8')
  greet(@Query() query: PushQuery): string {
    return this.push.greet(query);
  }

  /** The body is text, see `readPushesRaw`. */
  @Post()
  @Does('wechat.push')
  @HttpCode(200)
  @Header('content-type', 'text/plain; charset=utf-8')
  async receive(@Context() ctx: Ctx, @Query() query: PushQuery, @Body() body: unknown): Promise<string> {
    await this.push.receive(ctx, query, body);
    return 'success';
  }
}
