import type { MigrationInterface, QueryRunner } from 'typeorm';

import { addColumnOnce, addIndexOnce, bigint, createTable, id, nullable, primary, text, varchar } from './columns';

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
    for (const name of ['paused_for', 'paused_until']) await addColumnOnce(runner, ELDER, nullable(varchar(name, 10)));
    await addIndexOnce(runner, ELDER, ['community_id', 'paused_until']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
