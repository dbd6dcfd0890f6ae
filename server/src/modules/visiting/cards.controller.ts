import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import type { Ctx } from '../../platform/context/context';
import { Context, Does } from '../../platform/http';
import { ElderPath } from './assignments.dto';
import { ElderCard, NewCheckIn } from './cards.dto';
import { Cards } from './cards.service';

@ApiTags('visiting')
@Controller()
export class CardsController {
  constructor(private readonly cards: Cards) {}

  /** The code on the door was scanned. */
  @Post('check-ins')
  @Does('elder.card')
  @ApiCreatedResponse({ type: ElderCard })
  checkIn(@Context() ctx: Ctx, @Body() body: NewCheckIn): Promise<ElderCard> {
    return this.cards.checkIn(ctx, body);
  }

  /** For a visit by phone, or when the code is not at hand. */
  @Get('elders/:id/card')
  @Does('elder.card')
  @ApiOkResponse({ type: ElderCard })
  open(@Context() ctx: Ctx, @Param() { id }: ElderPath): Promise<ElderCard> {
    return this.cards.open(ctx, id);
  }
}
