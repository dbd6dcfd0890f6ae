import type { MigrationInterface, QueryRunner } from 'typeorm';

import { addColumnOnce, addIndexOnce, dropIndexOnce, varchar } from './columns';

const TABLE = 'outbox_job';

/** Jobs are looked for by the kind of their handler. Broken off, it goes on where it was. */
export class JobKinds1764000000017 implements MigrationInterface {
  name = 'JobKinds1764000000017';

  async up(runner: QueryRunner): Promise<void> {
    await addColumnOnce(runner, TABLE, { ...varchar('kind', 13), default: "'transactional'" });
    // The only handler so far that calls the network.
    await runner.query(`UPDATE ${TABLE} SET kind = 'external' WHERE handler = 'notification.send'`);
    await addIndexOnce(runner, TABLE, ['status', 'kind', 'run_at']);
    await dropIndexOnce(runner, TABLE, ['status', 'run_at']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
