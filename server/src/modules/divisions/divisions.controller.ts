import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Does } from '../../platform/http';
import { DivisionList, DivisionsQuery } from './divisions.dto';
import { Divisions } from './divisions.service';

@ApiTags('divisions')
@Controller('divisions')
export class DivisionsController {
  constructor(private readonly divisions: Divisions) {}

  /** The divisions directly below one, or the provinces; with `code`, those that it lies in, from the province down. */
  @Get()
  @Does('division.list')
  @ApiOkResponse({ type: DivisionList })
  list(@Query() { parent, code }: DivisionsQuery): DivisionList {
    const items = code === undefined ? this.divisions.childrenOf(parent ?? null) : this.divisions.pathOfCode(code);
    return { items: items.map(({ id, name, level, code, rural }) => ({ id, name, level, code, rural })) };
  }
}
