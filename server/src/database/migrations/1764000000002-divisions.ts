import type { MigrationInterface, QueryRunner } from 'typeorm';

import { createTable, flag, id, nullable, primary, varchar } from './columns';

export class Divisions1764000000002 implements MigrationInterface {
  name = 'Divisions1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'division',
      [primary(), nullable(id('parent_id')), varchar('name', 80), varchar('level', 10), flag('rural')],
      { indexes: [['parent_id']] },
    );
    await createTable(
      runner,
      'division_code',
      [primary(), id('division_id'), varchar('code', 12), varchar('since', 10), nullable(varchar('until', 10))],
      { indexes: [['division_id']], unique: [['code', 'since']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
