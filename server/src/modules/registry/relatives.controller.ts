import { Body, Controller, Delete, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import type { Ctx } from '../../platform/context/context';
import { Context, Does } from '../../platform/http';
import { RelativeAnswer } from './elder.answers';
import { toNewRelative, toRelativeChanges } from './elder-bodies';
import { AmendRelative, ElderPath, NameFirstContact, RegisterRelative, RelativePath } from './elder.dto';
import { Relatives } from './relatives.service';

@ApiTags('registry')
@Controller('elders/:id')
export class RelativesController {
  constructor(private readonly relatives: Relatives) {}

  /** Registers a relative, or somebody who lives with the elder. */
  @Post('relatives')
  @Does('relative.register')
  @ApiCreatedResponse({ type: RelativeAnswer })
  add(@Context() ctx: Ctx, @Param() { id }: ElderPath, @Body() body: RegisterRelative): Promise<RelativeAnswer> {
    return this.relatives.add(ctx, id, toNewRelative(body));
  }

  @Patch('relatives/:relativeId')
  @Does('relative.amend')
  @ApiOkResponse({ type: RelativeAnswer })
  amend(@Context() ctx: Ctx, @Param() path: RelativePath, @Body() body: AmendRelative): Promise<RelativeAnswer> {
    return this.relatives.amend(ctx, path.id, path.relativeId, toRelativeChanges(body));
  }

  /** A relative who has died or was registered by mistake; their access ends. */
  @Delete('relatives/:relativeId')
  @HttpCode(204)
  @Does('relative.remove')
  @ApiNoContentResponse()
  remove(@Context() ctx: Ctx, @Param() path: RelativePath): Promise<void> {
    return this.relatives.remove(ctx, path.id, path.relativeId);
  }

  /** The community names who is told first (第一联系人). */
  @Put('first-contact')
  @Does('first-contact.name')
  @ApiOkResponse({ type: RelativeAnswer })
  nameFirstContact(
    @Context() ctx: Ctx,
    @Param() { id }: ElderPath,
    @Body() { relativeId }: NameFirstContact,
  ): Promise<RelativeAnswer> {
    return this.relatives.nameFirstContact(ctx, id, relativeId);
  }
}
