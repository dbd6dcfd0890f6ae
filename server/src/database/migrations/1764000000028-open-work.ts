import type { MigrationInterface, QueryRunner } from 'typeorm';

import { addColumnOnce, addIndexOnce, flag, nullable } from './columns';

/** What somebody took has a clock, and what ended only because a record did is known by it. Broken off, it goes on where it was. */
export class OpenWork1764000000028 implements MigrationInterface {
  name = 'OpenWork1764000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE need SET rises_at = close_by WHERE status = 'acknowledged' AND rises_at IS NULL`);
    await addIndexOnce(runner, 'need', ['community_id', 'status', 'close_by']);
    await addColumnOnce(runner, 'visitor_assignment', nullable(flag('ended_with_record')));
    await addColumnOnce(runner, 'door_code', nullable(flag('revoked_with_record')));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
