import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';

import { Database } from '../database';
import { Problem } from '../problems/problem';
import { Does } from './action';
import { Readiness } from './readiness';

class Health {
  @ApiProperty({ enum: ['ok'] })
  status!: 'ok';
}

@ApiTags('platform')
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly readiness: Readiness,
  ) {}

  /** The process runs. */
  @Get('live')
  @Does('health.read')
  @ApiOkResponse({ type: Health })
  live(): Health {
    return { status: 'ok' };
  }

  /** The process has finished starting and its database answers. */
  @Get('ready')
  @Does('health.read')
  @ApiOkResponse({ type: Health })
  async ready(): Promise<Health> {
    if (!this.readiness.declared) throw new Problem('server.starting');
    await this.database.ping().catch(() => {
      throw new Problem('server.busy');
    });
    return { status: 'ok' };
  }
}
