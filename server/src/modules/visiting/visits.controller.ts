import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import type { Ctx } from '../../platform/context/context';
import { Context, Does } from '../../platform/http';
import { Records } from './records.service';
import { VisitFiles } from './visit-files.service';
import { NewVisit, VisitFilePath, VisitList, VisitPath, VisitReceipt, VisitReceived, VisitsQuery } from './visits.dto';
import { Visits } from './visits.service';

@ApiTags('visiting')
@Controller('visits')
export class VisitsController {
  constructor(
    private readonly visits: Visits,
    private readonly records: Records,
    private readonly files: VisitFiles,
  ) {}

  /** Hands in a visit. Sent again it is answered with the first result and 200. */
  @Post()
  @Does('visit.record')
  @ApiCreatedResponse({ type: VisitReceived })
  @ApiOkResponse({ type: VisitReceived, description: '这份记录已经收过' })
  async record(@Context() ctx: Ctx, @Body() body: NewVisit, @Res() reply: FastifyReply): Promise<void> {
    const { received, repeated } = await this.visits.record(ctx, body);
    await reply.status(repeated ? 200 : 201).send(received);
  }

  /** Records of one's own (`mine=1`), for officers also those of their divisions; of one elder with `elderId`. */
  @Get()
  @Does('visit.list')
  @ApiOkResponse({ type: VisitList })
  list(@Context() ctx: Ctx, @Query() query: VisitsQuery): Promise<VisitList> {
    return this.records.list(ctx, query);
  }

  /** What of a visit has been received, and what comes next. */
  @Get(':id')
  @Does('visit.read')
  @ApiOkResponse({ type: VisitReceipt })
  receipt(@Context() ctx: Ctx, @Param() { id }: VisitPath): Promise<VisitReceipt> {
    return this.records.receipt(ctx, id);
  }

  /** A photo or the signature, by the hash under which the record announced it. */
  @Put(':id/files/:sha256')
  @Does('visit.attach')
  @HttpCode(204)
  @ApiConsumes('image/jpeg', 'image/png')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiNoContentResponse()
  attach(@Context() ctx: Ctx, @Param() { id, sha256 }: VisitFilePath, @Body() bytes: unknown): Promise<void> {
    return this.files.put(ctx, id, sha256, bytes);
  }
}
