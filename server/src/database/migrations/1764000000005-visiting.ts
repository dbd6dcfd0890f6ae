import type { MigrationInterface, QueryRunner } from 'typeorm';

import { bigint, createTable, flag, id, int, nullable, primary, text, varchar } from './columns';

export class Visiting1764000000005 implements MigrationInterface {
  name = 'Visiting1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await createElders(runner);
    await createObligations(runner);
    await createVisits(runner);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}

async function createElders(runner: QueryRunner): Promise<void> {
  await createTable(runner, 'visited_elder', [
    { ...id('elder_id'), isPrimary: true },
    id('community_id'),
    varchar('pack_id', 20),
    varchar('name', 60),
    varchar('birth_date', 10),
    text('place'),
    nullable(text('note')),
    nullable(id('visitor_id')),
    nullable(varchar('every', 10)),
    varchar('every_since', 10),
    varchar('seen_on', 10),
  ]);
  await createTable(
    runner,
    'visitor_assignment',
    [
      primary(),
      id('elder_id'),
      id('account_id'),
      nullable(flag('running')),
      bigint('since'),
      nullable(bigint('until')),
      varchar('body_hash', 64),
    ],
    { indexes: [['account_id', 'running']], unique: [['elder_id', 'account_id', 'running']] },
  );
}

async function createObligations(runner: QueryRunner): Promise<void> {
  await createTable(
    runner,
    'obligation',
    [
      primary(),
      id('elder_id'),
      id('community_id'),
      varchar('programme', 20),
      varchar('every', 10),
      varchar('period_start', 10),
      varchar('due_on', 10),
      varchar('list_until', 10),
      varchar('status', 10),
      int('list_rank'),
      nullable(id('visit_id')),
      nullable(bigint('visited_at')),
      nullable(id('visited_by')),
      nullable(varchar('excuse', 10)),
      bigint('created_at'),
    ],
    {
      indexes: [
        ['community_id', 'status', 'list_rank', 'due_on', 'period_start', 'id', 'list_until'],
        ['status', 'due_on'],
      ],
      unique: [['elder_id', 'programme', 'period_start']],
    },
  );
  await createTable(
    runner,
    'obligation_change',
    [
      primary(),
      id('obligation_id'),
      varchar('status', 10),
      bigint('effective_at'),
      bigint('known_at'),
      nullable(id('visit_id')),
    ],
    { indexes: [['obligation_id']] },
  );
}

async function createVisits(runner: QueryRunner): Promise<void> {
  await createTable(
    runner,
    'check_in',
    [
      primary(),
      id('elder_id'),
      id('account_id'),
      id('door_code_id'),
      bigint('at'),
      bigint('received_at'),
      varchar('body_hash', 64),
    ],
    { indexes: [['elder_id']] },
  );
  await createTable(
    runner,
    'visit',
    [
      primary(),
      varchar('number', 20),
      id('elder_id'),
      id('community_id'),
      id('visitor_id'),
      nullable(id('obligation_id')),
      nullable(id('check_in_id')),
      varchar('mode', 20),
      varchar('form_id', 60),
      int('form_version'),
      text('answers'),
      bigint('started_at'),
      bigint('ended_at'),
      bigint('received_at'),
      varchar('signature_kind', 10),
      nullable(text('proxy_name')),
      nullable(varchar('review', 60)),
      varchar('body_hash', 64),
    ],
    {
      indexes: [
        ['elder_id', 'started_at'],
        ['visitor_id', 'received_at', 'id'],
        ['community_id', 'received_at', 'id'],
      ],
    },
  );
  await createTable(
    runner,
    'visit_file',
    [
      primary(),
      id('visit_id'),
      varchar('sha256', 64),
      varchar('kind', 10),
      nullable(varchar('field', 60)),
      int('place'),
      nullable(id('file_id')),
    ],
    { unique: [['visit_id', 'sha256']] },
  );
}
