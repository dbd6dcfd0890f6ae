import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import type { Ctx } from '../../platform/context/context';
import { Context, Does } from '../../platform/http';
import { ElderPath } from './assignments.dto';
import { EmergencyList, EmergencyReceived, NewEmergency } from './emergencies.dto';
import { Emergencies } from './emergencies.service';

@ApiTags('visiting')
@Controller()
export class EmergenciesController {
  constructor(private readonly emergencies: Emergencies) {}

  /** 紧急求助，事后记下经过. Sent again it is answered with the first result and 200. */
  @Post('emergencies')
  @Does('emergency.record')
  @ApiCreatedResponse({ type: EmergencyReceived })
  @ApiOkResponse({ type: EmergencyReceived, description: '这一次已经收过' })
  async record(@Context() ctx: Ctx, @Body() body: NewEmergency, @Res() reply: FastifyReply): Promise<void> {
    const { received, repeated } = await this.emergencies.record(ctx, body);
    await reply.status(repeated ? 200 : 201).send(received);
  }

  /** The record of what was done, for the file. */
  @Get('elders/:id/emergencies')
  @Does('emergency.list')
  @ApiOkResponse({ type: EmergencyList })
  list(@Context() ctx: Ctx, @Param() { id }: ElderPath): Promise<EmergencyList> {
    return this.emergencies.ofElder(ctx, id);
  }
}
