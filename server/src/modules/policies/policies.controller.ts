import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Does } from '../../platform/http';
import type { Evaluation, Explanation } from '../../policy';
import { EvaluationQuestion, EvaluationReply, ExplanationReply, PackList, PackPath } from './policies.dto';
import { Policies } from './policies.service';

@ApiTags('policy')
@Controller('policies')
export class PoliciesController {
  constructor(private readonly policies: Policies) {}

  /** The plans that the product knows. */
  @Get()
  @Does('policy.list')
  @ApiOkResponse({ type: PackList })
  list(): PackList {
    return { items: this.policies.list() };
  }

  /** What a plan says of an elder on a day. Needs no login: it holds no personal data. */
  @Post(':packId/evaluate')
  @Does('policy.evaluate')
  @HttpCode(200)
  @ApiBody({ type: EvaluationQuestion })
  @ApiOkResponse({ type: EvaluationReply })
  evaluate(@Param() { packId }: PackPath, @Body() question: unknown): Evaluation {
    return this.policies.evaluate(packId, question);
  }

  /** The same, and why it names the service provider that it names. */
  @Post(':packId/explanations')
  @Does('policy.evaluate')
  @HttpCode(200)
  @ApiBody({ type: EvaluationQuestion })
  @ApiOkResponse({ type: ExplanationReply })
  explain(@Param() { packId }: PackPath, @Body() question: unknown): Explanation {
    return this.policies.explain(packId, question);
  }
}
