import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import type { Ctx } from '../../platform/context/context';
import { Context, Does } from '../../platform/http';
import { Worklist, WorklistPageQuery } from './worklist.dto';
import { Worklists } from './worklist.service';

@ApiTags('visiting')
@Controller('worklist')
export class WorklistController {
  constructor(private readonly worklists: Worklists) {}

  /**
   * Who is to be seen: whoever was missed last time first, then by due date. A visitor gets the assigned elders, at the
   * end those whose visits rest and those visited today; an officer what is still owed in the own divisions.
   */
  @Get()
  @Does('worklist.read')
  @ApiOkResponse({ type: Worklist })
  read(@Context() ctx: Ctx, @Query() query: WorklistPageQuery): Promise<Worklist> {
    return this.worklists.read(ctx, query);
  }
}
