import type { MigrationInterface, QueryRunner } from 'typeorm';

import { addColumnOnce, nullable, varchar } from './columns';

/** Since when nothing is owed to an elder although nobody has said so: a certificate has run out. Broken off, it goes on where it was. */
export class LapsedElders1764000000027 implements MigrationInterface {
  name = 'LapsedElders1764000000027';

  async up(runner: QueryRunner): Promise<void> {
    await addColumnOnce(runner, 'elder', nullable(varchar('lapsed_on', 10)));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
