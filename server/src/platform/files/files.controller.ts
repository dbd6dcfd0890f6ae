import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import type { Ctx } from '../context/context';
import { Context, Does } from '../http/action';
import { Text, UlidField, Whole } from '../http/fields';
import { Files } from './files';

class FilePath {
  @UlidField({ label: '文件编号' })
  id!: string;
}

class LinkQuery {
  @Whole({ label: '有效期', min: 0, max: Number.MAX_SAFE_INTEGER, fromQuery: true })
  until!: number;

  @Text({ label: '签名', max: 64, min: 64 })
  signature!: string;
}

@ApiTags('platform')
@Controller('files')
export class FilesController {
  constructor(private readonly files: Files) {}

  /** A picture by a short-lived signed link; the link is the permission. */
  @Get(':id')
  @Does('file.link')
  @ApiProduces('image/jpeg', 'image/png')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async open(
    @Context() ctx: Ctx,
    @Param() { id }: FilePath,
    @Query() query: LinkQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { bytes, mediaType } = await this.files.open(ctx, id, query.until, query.signature);
    await reply.type(mediaType).header('cache-control', 'private, no-store').send(bytes);
  }
}
