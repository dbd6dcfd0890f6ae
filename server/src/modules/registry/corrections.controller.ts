import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import type { Ctx } from '../../platform/context/context';
import { Context, Does } from '../../platform/http';
import { CloseCorrection, CorrectionList, CorrectionPath, CorrectionsQuery, SendCorrection } from './corrections.dto';
import { CorrectionDesk } from './correction-desk.service';
import { Corrections } from './corrections.service';
import { ElderPath } from './elder.dto';

@ApiTags('registry')
@Controller()
export class CorrectionsController {
  constructor(
    private readonly corrections: Corrections,
    private readonly desk: CorrectionDesk,
  ) {}

  /** A relative says what is not right. */
  @Post('parents/:id/corrections')
  @Does('correction.send')
  @HttpCode(204)
  @ApiNoContentResponse()
  send(@Context() ctx: Ctx, @Param() { id }: ElderPath, @Body() body: SendCorrection): Promise<void> {
    return this.corrections.send(ctx, id, body);
  }

  /** What relatives say is not right: open ones the oldest first, closed ones the latest first. */
  @Get('corrections')
  @Does('correction.list')
  @ApiOkResponse({ type: CorrectionList })
  list(@Context() ctx: Ctx, @Query() query: CorrectionsQuery): Promise<CorrectionList> {
    return this.desk.list(ctx, query);
  }

  /** Somebody has looked; the relative reads what came of it. */
  @Post('corrections/:id/closures')
  @Does('correction.close')
  @HttpCode(204)
  @ApiNoContentResponse()
  close(@Context() ctx: Ctx, @Param() { id }: CorrectionPath, @Body() body: CloseCorrection): Promise<void> {
    return this.corrections.close(ctx, id, { ...body, answer: body.answer ?? null });
  }
}
