import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import type { Ctx } from '../../platform/context/context';
import { Context, Does, PageQuery } from '../../platform/http';
import { ElderPath } from './assignments.dto';
import { PauseDesk } from './pause-desk.service';
import { AmendPause, EndPause, PausedElderList, PauseItem, PauseList, PausePath, SetPause } from './pauses.dto';

@ApiTags('visiting')
@Controller()
export class PausesController {
  constructor(private readonly desk: PauseDesk) {}

  /** 暂时不用去: whose visits rest, and whose pause has run out within a week; the next to be back first. */
  @Get('pauses')
  @Does('pause.list')
  @ApiOkResponse({ type: PausedElderList })
  list(@Context() ctx: Ctx, @Query() query: PageQuery): Promise<PausedElderList> {
    return this.desk.list(ctx, query);
  }

  /** The elder's pauses, the latest first. */
  @Get('elders/:id/pauses')
  @Does('pause.list')
  @ApiOkResponse({ type: PauseList })
  async ofElder(@Context() ctx: Ctx, @Param() { id }: ElderPath): Promise<PauseList> {
    return { items: await this.desk.ofElder(ctx, id) };
  }

  /** Lets visits rest until a day. Sent again it is answered with the first result and 200. */
  @Post('elders/:id/pauses')
  @Does('pause.set')
  @ApiCreatedResponse({ type: PauseItem })
  @ApiOkResponse({ type: PauseItem, description: '这一次已经收过' })
  async set(
    @Context() ctx: Ctx,
    @Param() { id }: ElderPath,
    @Body() body: SetPause,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { pause, repeated } = await this.desk.set(ctx, id, body);
    await reply.status(repeated ? 200 : 201).send(pause);
  }

  /** Another day of return, or the same once more, which settles that the elder was seen meanwhile. */
  @Patch('elders/:id/pauses/:pauseId')
  @Does('pause.set')
  @ApiOkResponse({ type: PauseItem })
  amend(@Context() ctx: Ctx, @Param() { id, pauseId }: PausePath, @Body() body: AmendPause): Promise<PauseItem> {
    return this.desk.amend(ctx, id, pauseId, body);
  }

  /** 已经回来了: visits are owed again. One that has ended already stays as it is. */
  @Post('elders/:id/pauses/:pauseId/endings')
  @Does('pause.end')
  @HttpCode(200)
  @ApiOkResponse({ type: PauseItem })
  end(@Context() ctx: Ctx, @Param() { id, pauseId }: PausePath, @Body() { how }: EndPause): Promise<PauseItem> {
    return this.desk.end(ctx, id, pauseId, how);
  }
}
