import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import type { Ctx } from '../../platform/context/context';
import { Context, Does } from '../../platform/http';
import {
  DecideReading,
  DecisionItem,
  DistrictList,
  DistrictPath,
  DistrictReadingsReply,
  WithdrawReading,
} from './readings.dto';
import { ReadingsDesk } from './readings-desk.service';

@ApiTags('policy')
@Controller('districts')
export class ReadingsController {
  constructor(private readonly desk: ReadingsDesk) {}

  /** The districts whose own rules concern the caller. */
  @Get()
  @Does('reading.list')
  @ApiOkResponse({ type: DistrictList })
  districts(@Context() ctx: Ctx): DistrictList {
    return { items: this.desk.districts(ctx) };
  }

  /** What the plan leaves open, our reading of it, and what the district has decided. */
  @Get(':districtId/readings')
  @Does('reading.list')
  @ApiOkResponse({ type: DistrictReadingsReply })
  read(@Context() ctx: Ctx, @Param() { districtId }: DistrictPath): Promise<DistrictReadingsReply> {
    return this.desk.read(ctx, districtId);
  }

  /** Decides one reading from a day on. Sent again it is answered with the first result and 200. */
  @Post(':districtId/readings')
  @Does('reading.decide')
  @ApiCreatedResponse({ type: DecisionItem })
  @ApiOkResponse({ type: DecisionItem, description: '已经定过' })
  async decide(
    @Context() ctx: Ctx,
    @Param() { districtId }: DistrictPath,
    @Body() body: DecideReading,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { decision, repeated } = await this.desk.decide(ctx, districtId, body);
    await reply.status(repeated ? 200 : 201).send(decision);
  }

  /** Back to the reading of the product, from a day on. */
  @Post(':districtId/reading-withdrawals')
  @Does('reading.withdraw')
  @ApiCreatedResponse({ type: DecisionItem })
  @ApiOkResponse({ type: DecisionItem, description: '已经改回过' })
  async withdraw(
    @Context() ctx: Ctx,
    @Param() { districtId }: DistrictPath,
    @Body() body: WithdrawReading,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { decision, repeated } = await this.desk.withdraw(ctx, districtId, body);
    await reply.status(repeated ? 200 : 201).send(decision);
  }
}
