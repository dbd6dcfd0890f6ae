import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import type { Ctx } from '../../platform/context/context';
import { Context, Does } from '../../platform/http';
import { DoorCodes } from './door-codes.service';
import { DoorCodeAnswer } from './elder.answers';
import { DoorCodePath, ElderPath, IssueDoorCode } from './elder.dto';

@ApiTags('registry')
@Controller('elders/:id/door-codes')
export class DoorCodesController {
  constructor(private readonly doorCodes: DoorCodes) {}

  /** A new code for the door; the ones before it stop working. */
  @Post()
  @Does('door-code.issue')
  @ApiCreatedResponse({ type: DoorCodeAnswer })
  issue(@Context() ctx: Ctx, @Param() { id }: ElderPath, @Body() body: IssueDoorCode): Promise<DoorCodeAnswer> {
    return this.doorCodes.issue(ctx, id, body.id);
  }

  @Delete(':codeId')
  @HttpCode(204)
  @Does('door-code.revoke')
  @ApiNoContentResponse()
  revoke(@Context() ctx: Ctx, @Param() { id, codeId }: DoorCodePath): Promise<void> {
    return this.doorCodes.revoke(ctx, id, codeId);
  }

  /** The code as a picture to print. */
  @Get(':codeId/qr.png')
  @Does('door-code.print')
  @ApiProduces('image/png')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async print(@Context() ctx: Ctx, @Param() { id, codeId }: DoorCodePath, @Res() reply: FastifyReply): Promise<void> {
    const png = await this.doorCodes.print(ctx, id, codeId);
    await reply.type('image/png').header('cache-control', 'private, no-store').send(png);
  }
}
