import type { MigrationInterface, QueryRunner } from 'typeorm';

import { bigint, createTable, id, int, nullable, primary, text, varchar } from './columns';

export class Platform1764000000001 implements MigrationInterface {
  name = 'Platform1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'outbox_job',
      [
        primary(),
        varchar('event', 40),
        varchar('handler', 60),
        text('payload'),
        varchar('status', 10),
        int('attempts'),
        bigint('run_at'),
        bigint('lease_until'),
        nullable(id('lease_owner')),
        nullable(varchar('error', 200)),
        bigint('created_at'),
      ],
      { indexes: [['status', 'run_at']] },
    );
    await createTable(
      runner,
      'audit_entry',
      [
        primary(),
        bigint('at'),
        nullable(id('actor_id')),
        varchar('action', 40),
        id('subject_id'),
        text('detail'),
        varchar('request_id', 36),
        nullable(bigint('sequence')),
        nullable(varchar('hash', 64)),
      ],
      { indexes: [['subject_id']], unique: [['sequence']] },
    );
    await createTable(runner, 'audit_head', [primary(10), bigint('sequence'), varchar('hash', 64)]);
    await createTable(runner, 'stored_file', [
      primary(),
      varchar('sent_sha256', 64),
      varchar('media_type', 20),
      int('bytes'),
      varchar('key_id', 12),
      bigint('created_at'),
    ]);
  }

  /** Migrations go forward only: data that a newer version wrote must not be dropped. */
  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
