import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import type { Ctx } from '../../platform/context/context';
import { Context, Does } from '../../platform/http';
import { CloseObjection, ObjectionList, ObjectionPath, ObjectionsQuery, SendObjection } from './objections.dto';
import { ObjectionDesk } from './objection-desk.service';
import { Objections } from './objections.service';
import { ElderPath } from './elder.dto';

@ApiTags('registry')
@Controller()
export class ObjectionsController {
  constructor(
    private readonly objections: Objections,
    private readonly desk: ObjectionDesk,
  ) {}

  /** A relative says what is not right. */
  @Post('parents/:id/objections')
  @Does('objection.send')
  @HttpCode(204)
  @ApiNoContentResponse()
  send(@Context() ctx: Ctx, @Param() { id }: ElderPath, @Body() body: SendObjection): Promise<void> {
    return this.objections.send(ctx, id, body);
  }

  /** What relatives say is not right: open ones the oldest first, closed ones the latest first. */
  @Get('objections')
  @Does('objection.list')
  @ApiOkResponse({ type: ObjectionList })
  list(@Context() ctx: Ctx, @Query() query: ObjectionsQuery): Promise<ObjectionList> {
    return this.desk.list(ctx, query);
  }

  /** Somebody has looked; the relative reads what came of it. */
  @Post('objections/:id/closures')
  @Does('objection.close')
  @HttpCode(204)
  @ApiNoContentResponse()
  close(@Context() ctx: Ctx, @Param() { id }: ObjectionPath, @Body() body: CloseObjection): Promise<void> {
    return this.objections.close(ctx, id, { ...body, answer: body.answer ?? null });
  }
}
