import type { MigrationInterface, QueryRunner } from 'typeorm';

import { addColumnOnce, nullable, varchar } from './columns';

/** Whom somebody saw at home although visits rest. Broken off, it goes on where it was. */
export class SeenWhilePaused1764000000032 implements MigrationInterface {
  name = 'SeenWhilePaused1764000000032';

  async up(runner: QueryRunner): Promise<void> {
    await addColumnOnce(runner, 'visited_elder', nullable(varchar('seen_while_paused', 10)));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
