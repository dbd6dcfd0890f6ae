import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';

import type { Ctx } from '../../platform/context/context';
import { Context, Does } from '../../platform/http';
import {
  AcknowledgementBody,
  AnswerBody,
  ClosureBody,
  ElderPath,
  FamilyNeedDetail,
  MatterList,
  NeedList,
  NeedPath,
  NeedsQuery,
  NoAnswerNews,
  OfficerNeedDetail,
  ParentPage,
  type NeedDetail,
} from './care.dto';
import { NoAnswerNewsDesk } from './no-answer-news.service';
import { Needs } from './needs.service';
import { Parents } from './parents.service';
import { NeedSteps } from './steps.service';

const DETAIL = {
  schema: { oneOf: [OfficerNeedDetail, FamilyNeedDetail].map((view) => ({ $ref: getSchemaPath(view) })) },
};

@ApiTags('care')
@ApiExtraModels(OfficerNeedDetail, FamilyNeedDetail)
@Controller('needs')
export class NeedsController {
  constructor(
    private readonly needs: Needs,
    private readonly steps: NeedSteps,
  ) {}

  /** Needs within the caller's reach, danger to life first, each in the shape that fits the caller. */
  @Get()
  @Does('need.list')
  @ApiOkResponse({ type: NeedList })
  list(@Context() ctx: Ctx, @Query() query: NeedsQuery): Promise<NeedList> {
    return this.needs.list(ctx, query);
  }

  @Get(':id')
  @Does('need.read')
  @ApiOkResponse(DETAIL)
  read(@Context() ctx: Ctx, @Param() { id }: NeedPath): Promise<NeedDetail> {
    return this.needs.read(ctx, id);
  }

  /** The family decides: 我来处理 or 请社区协助. */
  @Post(':id/answers')
  @Does('need.answer')
  @ApiCreatedResponse(DETAIL)
  async answer(@Context() ctx: Ctx, @Param() { id }: NeedPath, @Body() body: AnswerBody): Promise<NeedDetail> {
    await this.steps.answer(ctx, id, body.id, body.choice);
    return this.needs.read(ctx, id);
  }

  /** An officer takes it. */
  @Post(':id/acknowledgements')
  @Does('need.acknowledge')
  @ApiCreatedResponse(DETAIL)
  async acknowledge(
    @Context() ctx: Ctx,
    @Param() { id }: NeedPath,
    @Body() body: AcknowledgementBody,
  ): Promise<NeedDetail> {
    await this.steps.acknowledge(ctx, id, body.id);
    return this.needs.read(ctx, id);
  }

  /** 办好了: by an officer, or by the family for what a family took. */
  @Post(':id/closures')
  @Does('need.close')
  @ApiCreatedResponse(DETAIL)
  async close(@Context() ctx: Ctx, @Param() { id }: NeedPath, @Body() body: ClosureBody): Promise<NeedDetail> {
    await this.steps.close(ctx, id, { id: body.id, outcome: body.outcome, note: body.note ?? null });
    return this.needs.read(ctx, id);
  }
}

@ApiTags('care')
@Controller()
export class CareController {
  constructor(
    private readonly needs: Needs,
    private readonly parents: Parents,
    private readonly noAnswerNews: NoAnswerNewsDesk,
  ) {}

  /** What the last visits left open, for the card at the door. */
  @Get('elders/:id/matters')
  @Does('elder.card')
  @ApiOkResponse({ type: MatterList })
  matters(@Context() ctx: Ctx, @Param() { id }: ElderPath): Promise<MatterList> {
    return this.needs.matters(ctx, id);
  }

  /** What became of the doors that stayed shut, for whoever stood there and whoever visits the elder now. */
  @Get('no-answers')
  @Does('no-answer.list')
  @ApiOkResponse({ type: NoAnswerNews })
  noAnswers(@Context() ctx: Ctx): Promise<NoAnswerNews> {
    return this.noAnswerNews.read(ctx);
  }

  /** The family's page about their parent. */
  @Get('parents/:id')
  @Does('parent.read')
  @ApiOkResponse({ type: ParentPage })
  parent(@Context() ctx: Ctx, @Param() { id }: ElderPath): Promise<ParentPage> {
    return this.parents.read(ctx, id);
  }
}
