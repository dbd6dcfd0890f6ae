import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is kept from the family is kept from whoever once was confirmed as one of them. Of a kinship that has ended nobody
 * wrote down beside it whether it had been confirmed before: whoever took up its invitation said that they are the relative,
 * and counts as one. Broken off, it goes on where it was.
 */
export class KinForGood1764000000029 implements MigrationInterface {
  name = 'KinForGood1764000000029';

  async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn('kinship', 'confirmed_at')))
      await runner.query('ALTER TABLE kinship ADD COLUMN confirmed_at bigint');
    await runner.query(
      `UPDATE kinship SET confirmed_at = decided_at
       WHERE status IN ('confirmed', 'ended') AND account_id IS NOT NULL AND confirmed_at IS NULL`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
