import type { MigrationInterface, QueryRunner } from 'typeorm';

import { addColumnOnce, bigint, nullable } from './columns';

/**
 * What is kept from the family is kept from whoever once was confirmed as one of them. Of a kinship that has ended nobody
 * wrote down beside it whether it had been confirmed before: whoever took up its invitation said that they are the relative,
 * and counts as one. Broken off, it goes on where it was.
 */
export class KinForGood1764000000029 implements MigrationInterface {
  name = 'KinForGood1764000000029';

  async up(runner: QueryRunner): Promise<void> {
    await addColumnOnce(runner, 'kinship', nullable(bigint('confirmed_at')));
    await runner.query(
      `UPDATE kinship SET confirmed_at = decided_at
       WHERE status IN ('confirmed', 'ended') AND account_id IS NOT NULL AND confirmed_at IS NULL`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
