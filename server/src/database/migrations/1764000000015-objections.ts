import type { MigrationInterface, QueryRunner } from 'typeorm';

import { bigint, createTable, id, nullable, primary, text, varchar } from './columns';

/** What relatives say is not right, and notices that no visit caused. */
export class Objections1764000000015 implements MigrationInterface {
  name = 'Objections1764000000015';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'objection',
      [
        primary(),
        id('elder_id'),
        id('account_id'),
        text('note'),
        varchar('body_hash', 64),
        varchar('status', 10),
        bigint('sent_at'),
        nullable(id('closure_id')),
        nullable(varchar('closure_hash', 64)),
        nullable(varchar('outcome', 10)),
        nullable(text('answer')),
        nullable(id('closed_by')),
        nullable(bigint('closed_at')),
      ],
      {
        indexes: [
          ['elder_id', 'account_id'],
          ['status', 'sent_at'],
        ],
        unique: [['closure_id']],
      },
    );
    const visit = (await runner.getTable('notice'))!.findColumnByName('visit_id')!;
    const optional = visit.clone();
    optional.isNullable = true;
    await runner.changeColumn('notice', visit, optional);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
