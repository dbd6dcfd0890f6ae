import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import type { Ctx } from '../../platform/context/context';
import { Context, Does } from '../../platform/http';
import { DistrictPath, EffectPage, EffectQuery } from './district-effects.dto';
import { DistrictEffects } from './district-effects.service';

@ApiTags('policy')
@Controller('districts')
export class DistrictEffectsController {
  constructor(private readonly effects: DistrictEffects) {}

  /** For how many elders a decision would change something; page by page, so that a large district blocks nobody. */
  @Get(':districtId/reading-effects')
  @Does('reading.weigh')
  @ApiOkResponse({ type: EffectPage })
  weigh(@Context() ctx: Ctx, @Param() { districtId }: DistrictPath, @Query() query: EffectQuery): Promise<EffectPage> {
    return this.effects.weigh(ctx, districtId, query);
  }
}
