import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import type { Ctx } from '../../platform/context/context';
import { Context, Does } from '../../platform/http';
import { ElderPath } from './elder.dto';
import { KinDesk } from './kin-desk.service';
import {
  AcceptanceAnswer,
  AcceptInvitation,
  CreateInvitation,
  InvitationAnswer,
  KinshipList,
  KinshipPath,
  KinshipsQuery,
  KinshipStateAnswer,
  RefuseKinship,
} from './kinship.dto';

@ApiTags('kinship')
@Controller()
export class KinshipsController {
  constructor(private readonly desk: KinDesk) {}

  /** A code for one relative, good for seven days and one use. */
  @Post('elders/:id/invitations')
  @Does('invitation.create')
  @ApiCreatedResponse({ type: InvitationAnswer })
  invite(@Context() ctx: Ctx, @Param() { id }: ElderPath, @Body() body: CreateInvitation): Promise<InvitationAnswer> {
    return this.desk.invite(ctx, id, body);
  }

  /** Somebody uses a code; the community still has to confirm them. */
  @Post('invitations/acceptances')
  @Does('invitation.accept')
  @RouteConfig({ rateLimit: { max: 10, timeWindow: 60_000 } })
  @ApiCreatedResponse({ type: AcceptanceAnswer })
  accept(@Context() ctx: Ctx, @Body() body: AcceptInvitation): Promise<AcceptanceAnswer> {
    return this.desk.accept(ctx, body);
  }

  /** Those who wait for the community, or are confirmed. */
  @Get('kinships')
  @Does('kinship.list')
  @ApiOkResponse({ type: KinshipList })
  list(@Context() ctx: Ctx, @Query() { status, ...page }: KinshipsQuery): Promise<KinshipList> {
    return this.desk.list(ctx, status, page);
  }

  /** The community has checked that it is them. */
  @Post('kinships/:id/confirmations')
  @HttpCode(200)
  @Does('kinship.confirm')
  @ApiOkResponse({ type: KinshipStateAnswer })
  async confirm(@Context() ctx: Ctx, @Param() { id }: KinshipPath): Promise<KinshipStateAnswer> {
    const { status } = await this.desk.confirm(ctx, id);
    return { id, status };
  }

  @Post('kinships/:id/refusals')
  @HttpCode(200)
  @Does('kinship.refuse')
  @ApiOkResponse({ type: KinshipStateAnswer })
  async refuse(
    @Context() ctx: Ctx,
    @Param() { id }: KinshipPath,
    @Body() { reason }: RefuseKinship,
  ): Promise<KinshipStateAnswer> {
    const { status } = await this.desk.refuse(ctx, id, reason);
    return { id, status };
  }

  /** By the community, or by the relative themselves. */
  @Delete('kinships/:id')
  @HttpCode(204)
  @Does('kinship.end')
  @ApiNoContentResponse()
  end(@Context() ctx: Ctx, @Param() { id }: KinshipPath): Promise<void> {
    return this.desk.end(ctx, id);
  }
}
