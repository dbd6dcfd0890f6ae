import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import type { Ctx } from '../../platform/context/context';
import { Context, Does } from '../../platform/http';
import { ElderPath } from './elder.dto';
import { FamilyWhyAnswer } from './family-why.dto';
import { FamilyWhy } from './family-why.service';

@ApiTags('registry')
@Controller('parents')
export class FamilyWhyController {
  constructor(private readonly why: FamilyWhy) {}

  /** Why a parent is visited as they are, in words for the family and in the plan's. */
  @Get(':id/why')
  @Does('parent.read')
  @ApiOkResponse({ type: FamilyWhyAnswer })
  read(@Context() ctx: Ctx, @Param() { id }: ElderPath): Promise<FamilyWhyAnswer> {
    return this.why.read(ctx, id);
  }
}
