import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import type { Ctx } from '../../platform/context/context';
import { Context, Does } from '../../platform/http';
import {
  AssignVisitor,
  ElderPath,
  ElderVisitorItem,
  ElderVisitorList,
  ElderVisitorPath,
  RevealedVisitor,
  RevealVisitorBody,
  VisitorList,
} from './assignments.dto';
import { Assignments } from './assignments.service';

@ApiTags('visiting')
@Controller()
export class AssignmentsController {
  constructor(private readonly assignments: Assignments) {}

  /** Everybody who may be given to the elder, whether they visit already or not. */
  @Get('elders/:id/visitors/candidates')
  @Does('visitor.list')
  @ApiOkResponse({ type: VisitorList })
  async candidates(@Context() ctx: Ctx, @Param() { id: elderId }: ElderPath): Promise<VisitorList> {
    const visitors = await this.assignments.candidates(ctx, elderId);
    return { items: visitors.map(({ id, name, phoneMasked }) => ({ id, name, phoneMasked })) };
  }

  /** The elder's visitors of now. */
  @Get('elders/:id/visitors')
  @Does('visitor.list')
  @ApiOkResponse({ type: ElderVisitorList })
  async list(@Context() ctx: Ctx, @Param() { id }: ElderPath): Promise<ElderVisitorList> {
    return { items: await this.assignments.ofElder(ctx, id) };
  }

  /** Gives the elder a visitor; one who visits already stays as it is. */
  @Post('elders/:id/visitors')
  @Does('visitor.assign')
  @ApiCreatedResponse({ type: ElderVisitorItem })
  assign(@Context() ctx: Ctx, @Param() { id }: ElderPath, @Body() body: AssignVisitor): Promise<ElderVisitorItem> {
    return this.assignments.add(ctx, id, body);
  }

  /** The whole number of a visitor; the reason is written down. */
  @Post('elders/:id/visitors/:accountId/reveals')
  @Does('visitor.reveal')
  @ApiCreatedResponse({ type: RevealedVisitor })
  reveal(
    @Context() ctx: Ctx,
    @Param() { id, accountId }: ElderVisitorPath,
    @Body() { reason }: RevealVisitorBody,
  ): Promise<RevealedVisitor> {
    return this.assignments.reveal(ctx, id, accountId, reason);
  }

  /** Ends it. Visits of before may still be uploaded. */
  @Delete('elders/:id/visitors/:accountId')
  @Does('visitor.assign')
  @HttpCode(204)
  @ApiNoContentResponse()
  end(@Context() ctx: Ctx, @Param() { id, accountId }: ElderVisitorPath): Promise<void> {
    return this.assignments.end(ctx, id, accountId);
  }
}
