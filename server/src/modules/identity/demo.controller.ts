import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Ctx } from '../../platform/context/context';
import { Context, Does } from '../../platform/http';
import { DemoSignIn, Persona, SignedInAnswer } from './identity.dto';
import { DemoPeople } from './demo-people.service';
import { perAddress } from './rate-limits';
import { SessionCookie } from './session-cookie';

/** Signing in without a password: this controller exists in the demo only, where everybody is invented. */
@ApiTags('demo')
@Controller('demo')
export class DemoController {
  constructor(
    private readonly people: DemoPeople,
    private readonly cookie: SessionCookie,
  ) {}

  /** The people of the demo story that one can be. */
  @Get('personas')
  @Does('demo.use')
  @ApiOkResponse({ type: [Persona] })
  personas(@Context() ctx: Ctx): Persona[] {
    return this.people.personas(ctx);
  }

  /** Signs in as one of them. */
  @Post('sessions')
  @Does('demo.use')
  @RouteConfig(perAddress(60))
  @ApiCreatedResponse({ type: SignedInAnswer })
  async open(
    @Context() ctx: Ctx,
    @Body() { persona }: DemoSignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInAnswer> {
    return this.cookie.handOver(request, reply, await this.people.signInAs(ctx, persona));
  }
}
