import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';

import { Database } from '../database';
import { Problem } from '../problems/problem';
import { Does } from './action';

class Health {
  @ApiProperty({ enum: ['ok'] })
  status!: 'ok';
}

@ApiTags('platform')
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process runs. */
  @Get('live')
  @Does('health.read')
  @ApiOkResponse({ type: Health })
  live(): Health {
    return { status: 'ok' };
  }

  /** The process can serve: its database answers. */
  @Get('ready')
  @Does('health.read')
  @ApiOkResponse({ type: Health })
  async ready(): Promise<Health> {
    await this.database.ping().catch(() => {
      throw new Problem('server.busy');
    });
    return { status: 'ok' };
  }
}
