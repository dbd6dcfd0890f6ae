import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { Does } from '../../platform/http';
import { Forms } from './forms.service';
import { FormPath, FormReply } from './policies.dto';

@ApiTags('policy')
@Controller('forms')
export class FormsController {
  constructor(private readonly forms: Forms) {}

  /** A form in one version. Old versions stay; a phone that has it asks with `If-None-Match` and gets 304. */
  @Get(':formId/:version')
  @Does('form.read')
  @ApiOkResponse({ type: FormReply })
  @ApiResponse({ status: 304, description: '没有变' })
  async read(
    @Param() path: FormPath,
    @Headers('if-none-match') has: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = this.forms.get(path.formId, path.version);
    const tag = `"${form.hash}"`;
    void reply.header('etag', tag).header('cache-control', 'private, no-cache');
    const same = has !== undefined && has.split(',').some((part) => part.trim().replace(/^W\//, '') === tag);
    await (same ? reply.status(304).send() : reply.send({ definition: form.definition, hash: form.hash }));
  }
}
