import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import type { Ctx } from '../../platform/context/context';
import { Context, Does } from '../../platform/http';
import { ElderDetailAnswer, ElderList, ExplanationAnswer, RevealAnswer } from './elder.answers';
import { AmendElder, ElderPath, EldersQuery, RegisterElder, ReopenBody, RevealBody, SearchElders } from './elder.dto';
import { ElderDesk } from './elder-desk.service';
import { toElderChanges, toNewElder } from './elder-bodies';
import { Explanations, type ElderExplanation } from './explanation.service';
import { Registration } from './registration.service';

@ApiTags('registry')
@Controller('elders')
export class EldersController {
  constructor(
    private readonly desk: ElderDesk,
    private readonly explanations: Explanations,
    private readonly registration: Registration,
  ) {}

  /** The registry, masked; `status=lapsed`: whom time has put outside the plan; `status=ended`: who left it. */
  @Get()
  @Does('elder.list')
  @ApiOkResponse({ type: ElderList })
  list(@Context() ctx: Ctx, @Query() query: EldersQuery): Promise<ElderList> {
    return this.desk.list(ctx, query);
  }

  /** Whom a question and filters find in it; a division outside one's own is not found. */
  @Post('searches')
  @HttpCode(200)
  @Does('elder.list')
  @ApiOkResponse({ type: ElderList })
  search(@Context() ctx: Ctx, @Body() body: SearchElders): Promise<ElderList> {
    return this.desk.list(ctx, body);
  }

  /** Registers an elder, with relatives. */
  @Post()
  @Does('elder.register')
  @ApiCreatedResponse({ type: ElderDetailAnswer })
  async register(@Context() ctx: Ctx, @Body() body: RegisterElder): Promise<ElderDetailAnswer> {
    await this.registration.register(ctx, toNewElder(body));
    return this.desk.detail(ctx, body.id);
  }

  /** One elder, masked, with what the plan says and why. */
  @Get(':id')
  @Does('elder.read')
  @ApiOkResponse({ type: ElderDetailAnswer })
  read(@Context() ctx: Ctx, @Param() { id }: ElderPath): Promise<ElderDetailAnswer> {
    return this.desk.detail(ctx, id);
  }

  /** The facts that the plan asks for, without name or number, what follows from them and why. */
  @Get(':id/explanation')
  @Does('elder.read')
  @ApiOkResponse({ type: ExplanationAnswer })
  explanation(@Context() ctx: Ctx, @Param() { id }: ElderPath): Promise<ElderExplanation> {
    return this.explanations.read(ctx, id);
  }

  /** Changes what is given; what is owed is worked out anew. */
  @Patch(':id')
  @Does('elder.amend')
  @ApiOkResponse({ type: ElderDetailAnswer })
  async amend(@Context() ctx: Ctx, @Param() { id }: ElderPath, @Body() body: AmendElder): Promise<ElderDetailAnswer> {
    await this.registration.amend(ctx, id, toElderChanges(body), body.version ?? null);
    return this.desk.detail(ctx, id);
  }

  /** Takes back that the record has ended: visits are owed again from today on. One that runs stays as it is. */
  @Post(':id/reopenings')
  @Does('elder.amend')
  @ApiCreatedResponse({ type: ElderDetailAnswer })
  async reopen(@Context() ctx: Ctx, @Param() { id }: ElderPath, @Body() body: ReopenBody): Promise<ElderDetailAnswer> {
    await this.registration.reopen(ctx, id, body.reason);
    return this.desk.detail(ctx, id);
  }

  /** Tells one whole value; who asked and why is written down. */
  @Post(':id/reveals')
  @Does('elder.reveal')
  @ApiCreatedResponse({ type: RevealAnswer })
  reveal(@Context() ctx: Ctx, @Param() { id }: ElderPath, @Body() body: RevealBody): Promise<RevealAnswer> {
    return this.desk.reveal(ctx, id, body);
  }
}
