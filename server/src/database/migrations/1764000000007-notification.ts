import type { MigrationInterface, QueryRunner } from 'typeorm';

import { bigint, createTable, flag, id, int, nullable, primary, text, varchar } from './columns';

export class Notification1764000000007 implements MigrationInterface {
  name = 'Notification1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    await this.createNotices(runner);
    await this.createLedger(runner);
    await this.createPhoneTasks(runner);
  }

  private async createNotices(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'notice',
      [
        primary(),
        varchar('event_key', 80),
        id('account_id'),
        varchar('audience', 10),
        nullable(id('relative_id')),
        id('elder_id'),
        id('community_id'),
        id('visit_id'),
        text('need_ids'),
        flag('life_danger'),
        text('title'),
        text('lines'),
        varchar('page', 200),
        nullable(varchar('template', 20)),
        nullable(text('data')),
        varchar('state', 10),
        bigint('state_at'),
        bigint('due_at'),
        nullable(bigint('settle_at')),
        bigint('created_at'),
        nullable(bigint('read_at')),
      ],
      {
        indexes: [['account_id', 'id'], ['visit_id'], ['settle_at']],
        unique: [['event_key', 'account_id']],
      },
    );
    await createTable(
      runner,
      'notice_attempt',
      [
        primary(),
        id('notice_id'),
        int('number'),
        varchar('state', 10),
        nullable(varchar('failure', 20)),
        nullable(varchar('msgid', 32)),
        bigint('started_at'),
        nullable(bigint('ended_at')),
      ],
      { indexes: [['msgid']], unique: [['notice_id', 'number']] },
    );
  }

  private async createLedger(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'subscription_entry',
      [
        primary(),
        id('account_id'),
        varchar('template_id', 80),
        int('sequence'),
        int('amount'),
        int('balance'),
        varchar('ref', 140),
        bigint('at'),
      ],
      { unique: [['account_id', 'template_id', 'sequence'], ['ref']] },
    );
    await createTable(runner, 'subscription_report', [
      primary(),
      id('account_id'),
      varchar('body_hash', 64),
      bigint('at'),
    ]);
  }

  private async createPhoneTasks(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'phone_task',
      [
        primary(),
        varchar('source_key', 110),
        nullable(id('notice_id')),
        id('elder_id'),
        id('community_id'),
        id('visit_id'),
        id('relative_id'),
        text('need_ids'),
        nullable(id('account_id')),
        varchar('reason', 20),
        flag('life_danger'),
        varchar('status', 10),
        nullable(varchar('closed_by', 20)),
        int('no_answers'),
        bigint('created_at'),
        nullable(bigint('done_at')),
      ],
      { indexes: [['community_id', 'status', 'id'], ['visit_id'], ['elder_id']], unique: [['source_key']] },
    );
    await createTable(
      runner,
      'phone_call',
      [
        primary(),
        id('task_id'),
        id('account_id'),
        varchar('outcome', 12),
        nullable(text('note')),
        varchar('body_hash', 64),
        bigint('at'),
      ],
      { indexes: [['task_id']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
