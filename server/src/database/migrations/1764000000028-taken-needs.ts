import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody took goes up as well when it is not done by its day. */
export class TakenNeeds1764000000028 implements MigrationInterface {
  name = 'TakenNeeds1764000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE need SET rises_at = close_by WHERE status = 'acknowledged' AND rises_at IS NULL`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
