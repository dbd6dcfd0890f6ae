import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Ctx } from '../../platform/context/context';
import { Context, Does } from '../../platform/http';
import { Accounts } from './accounts.service';
import { AccountPath, MeAnswer, PhoneBinding, PhoneBindingAnswer, SignedInAnswer, WechatSignIn } from './identity.dto';
import { MeService } from './me.service';
import { perAddress } from './rate-limits';
import { SessionCookie } from './session-cookie';
import { Sessions } from './sessions.service';
import { SignIn } from './sign-in.service';

@ApiTags('identity')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly me: MeService,
    private readonly cookie: SessionCookie,
  ) {}

  /** Signs in with the code of wx.login. The first time makes an account. */
  @Post('wechat')
  @Does('session.open')
  @RouteConfig(perAddress(20))
  @ApiCreatedResponse({ type: SignedInAnswer })
  async open(
    @Context() ctx: Ctx,
    @Body() { code, device }: WechatSignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInAnswer> {
    return this.cookie.handOver(request, reply, await this.signIn.withWechat(ctx, code, device ?? null));
  }

  /** Who am I, and what may I do? */
  @Get('current')
  @Does('session.read')
  @ApiOkResponse({ type: MeAnswer })
  current(
    @Context() ctx: Ctx,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeAnswer> {
    this.cookie.renew(request, reply);
    return this.me.of(ctx);
  }

  /** Signs out this device. */
  @Delete('current')
  @HttpCode(204)
  @Does('session.close')
  @ApiNoContentResponse()
  async close(@Context() ctx: Ctx, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.close(ctx);
    this.cookie.clear(reply);
  }
}

@ApiTags('identity')
@Controller()
export class AccountsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly accounts: Accounts,
  ) {}

  /** Binds the caller's phone with the code of the phone-number button. */
  @Post('phone-bindings')
  @Does('phone.bind')
  @ApiCreatedResponse({ type: PhoneBindingAnswer })
  bindPhone(@Context() ctx: Ctx, @Body() { code }: PhoneBinding): Promise<PhoneBindingAnswer> {
    return this.signIn.bindPhone(ctx, code);
  }

  /** A lost phone: ends all sessions of the account and cuts it from WeChat. */
  @Post('accounts/:id/sign-outs')
  @HttpCode(204)
  @Does('account.sign-out')
  @ApiNoContentResponse()
  signOut(@Context() ctx: Ctx, @Param() { id }: AccountPath): Promise<void> {
    return this.accounts.signOutEverywhere(ctx, id);
  }
}
