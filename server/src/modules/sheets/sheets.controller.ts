import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import type { Ctx } from '../../platform/context/context';
import { Context, Does } from '../../platform/http';
import { SheetDesk } from './sheet-desk.service';
import {
  BlankSheet,
  BlankSheetPath,
  ElderSheetsPath,
  NewSheet,
  SheetDetail,
  SheetList,
  SheetPath,
  SheetReceived,
} from './sheets.dto';
import { SheetRecording } from './sheet-recording.service';

@ApiTags('sheets')
@Controller()
export class SheetsController {
  constructor(
    private readonly recording: SheetRecording,
    private readonly desk: SheetDesk,
  ) {}

  /** Hands in a filled form. Sent again it is answered with the first result and 200. */
  @Post('sheets')
  @Does('sheet.record')
  @ApiCreatedResponse({ type: SheetReceived })
  @ApiOkResponse({ type: SheetReceived, description: '这一份已经收过' })
  async record(@Context() ctx: Ctx, @Body() body: NewSheet, @Res() reply: FastifyReply): Promise<void> {
    const { received, repeated } = await this.recording.record(ctx, body);
    await reply.status(repeated ? 200 : 201).send(received);
  }

  /** A filled form, as it was on that day. */
  @Get('sheets/:id')
  @Does('sheet.read')
  @ApiOkResponse({ type: SheetDetail })
  read(@Context() ctx: Ctx, @Param() { id }: SheetPath): Promise<SheetDetail> {
    return this.desk.read(ctx, id);
  }

  /** The forms that can be filled for an elder, and those that were. */
  @Get('elders/:id/sheets')
  @Does('sheet.list')
  @ApiOkResponse({ type: SheetList })
  list(@Context() ctx: Ctx, @Param() { id }: ElderSheetsPath): Promise<SheetList> {
    return this.desk.list(ctx, id);
  }

  /** A form to fill: what the registry knows, and what the last one says. */
  @Get('elders/:id/sheets/:kind')
  @Does('sheet.open')
  @ApiOkResponse({ type: BlankSheet })
  open(@Context() ctx: Ctx, @Param() { id, kind }: BlankSheetPath): Promise<BlankSheet> {
    return this.desk.open(ctx, id, kind);
  }
}
