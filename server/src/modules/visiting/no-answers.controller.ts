import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import type { Ctx } from '../../platform/context/context';
import { Context, Does } from '../../platform/http';
import { NewNoAnswer, NoAnswerReceived } from './no-answers.dto';
import { NoAnswers } from './no-answers.service';

@ApiTags('visiting')
@Controller('no-answers')
export class NoAnswersController {
  constructor(private readonly noAnswers: NoAnswers) {}

  /** 没人开门: hands over to the community. Sent again it is answered with the first result and 200. */
  @Post()
  @Does('no-answer.record')
  @ApiCreatedResponse({ type: NoAnswerReceived })
  @ApiOkResponse({ type: NoAnswerReceived, description: '这一次已经收过' })
  async record(@Context() ctx: Ctx, @Body() body: NewNoAnswer, @Res() reply: FastifyReply): Promise<void> {
    const { received, repeated } = await this.noAnswers.record(ctx, body);
    await reply.status(repeated ? 200 : 201).send(received);
  }
}
