import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

import { bigint, createTable, id, nullable, primary, text, varchar } from './columns';

const ELDER = 'visited_elder';

/** 暂时不用去: visits rest while somebody is in hospital, away or does not want them. Broken off, it goes on where it was. */
export class VisitPauses1764000000022 implements MigrationInterface {
  name = 'VisitPauses1764000000022';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'visit_pause',
      [
        primary(),
        id('elder_id'),
        nullable(id('open_key')),
        varchar('reason', 10),
        varchar('from_on', 10),
        varchar('back_on', 10),
        text('note'),
        id('set_by'),
        bigint('set_at'),
        nullable(varchar('ended_how', 12)),
        nullable(id('ended_by')),
        nullable(bigint('ended_at')),
        varchar('body_hash', 64),
      ],
      { indexes: [['elder_id', 'back_on']], unique: [['open_key']] },
    );
    for (const name of ['paused_for', 'paused_until']) {
      if (!(await runner.hasColumn(ELDER, name)))
        await runner.addColumn(ELDER, new TableColumn(nullable(varchar(name, 10))));
    }
    const columnNames = ['community_id', 'paused_until'];
    const name = runner.dataSource.namingStrategy.indexName(ELDER, columnNames);
    const there = (await runner.getTable(ELDER))!.indices.some((index) => index.name === name);
    if (!there) await runner.createIndex(ELDER, new TableIndex({ name, columnNames }));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
