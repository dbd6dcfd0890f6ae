import type { MigrationInterface, QueryRunner } from 'typeorm';

import { bigint, createTable, flag, id, nullable, primary, text, varchar } from './columns';

export class Care1764000000006 implements MigrationInterface {
  name = 'Care1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'calendar_day', [primary(10), flag('working'), varchar('reason', 120)]);
    await this.createNeed(runner);
    await createTable(
      runner,
      'need_evidence',
      [
        primary(),
        id('need_id'),
        id('visit_id'),
        id('visitor_id'),
        varchar('severity', 20),
        flag('severity_rose'),
        text('observation'),
        bigint('seen_at'),
      ],
      { indexes: [['visit_id'], ['visitor_id']], unique: [['need_id', 'visit_id']] },
    );
    await createTable(
      runner,
      'need_step',
      [
        primary(),
        id('need_id'),
        id('account_id'),
        varchar('kind', 20),
        varchar('value', 20),
        varchar('body_hash', 64),
        bigint('at'),
      ],
      { indexes: [['need_id']] },
    );
  }

  private async createNeed(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'need',
      [
        primary(),
        id('elder_id'),
        id('community_id'),
        id('visit_id'),
        varchar('matter', 40),
        nullable(varchar('open_key', 80)),
        varchar('need_type', 30),
        varchar('severity', 20),
        text('title'),
        text('plain'),
        text('advice'),
        flag('held_from_family'),
        varchar('status', 20),
        nullable(varchar('handler', 20)),
        varchar('owner_kind', 20),
        flag('first_contact_missing'),
        varchar('inform', 60),
        text('because'),
        varchar('level', 20),
        nullable(varchar('family_wish', 20)),
        bigint('seen_at'),
        bigint('raised_at'),
        bigint('acknowledge_by'),
        bigint('close_by'),
        nullable(bigint('rises_at')),
        nullable(bigint('acknowledged_at')),
        nullable(id('acknowledged_by')),
        nullable(bigint('closed_at')),
        nullable(id('closed_by')),
        nullable(varchar('outcome', 20)),
        nullable(text('note')),
      ],
      {
        indexes: [['elder_id', 'matter'], ['community_id', 'status', 'acknowledge_by'], ['rises_at']],
        unique: [['open_key']],
      },
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
