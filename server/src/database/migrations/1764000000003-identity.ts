import type { MigrationInterface, QueryRunner } from 'typeorm';

import { bigint, createTable, id, int, nullable, primary, text, varchar } from './columns';

export class Identity1764000000003 implements MigrationInterface {
  name = 'Identity1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'account',
      [
        primary(),
        nullable(varchar('openid', 64)),
        varchar('name', 50),
        nullable(text('phone')),
        nullable(varchar('phone_index', 64)),
        int('wrong_codes'),
        bigint('wrong_codes_since'),
        bigint('created_at'),
      ],
      { unique: [['openid'], ['phone_index']] },
    );
    await createTable(
      runner,
      'session',
      [
        primary(),
        id('account_id'),
        varchar('token_hash', 64),
        nullable(varchar('device', 80)),
        bigint('created_at'),
        bigint('expires_at'),
        nullable(bigint('revoked_at')),
      ],
      { indexes: [['account_id']], unique: [['token_hash']] },
    );
    await createTable(
      runner,
      'membership',
      [
        primary(),
        id('account_id'),
        varchar('role', 10),
        nullable(id('division_id')),
        nullable(varchar('body', 20)),
        varchar('since', 10),
        nullable(varchar('until', 10)),
      ],
      { indexes: [['account_id'], ['division_id', 'role']] },
    );
    await createTable(
      runner,
      'kinship',
      [
        primary(),
        id('elder_id'),
        id('community_id'),
        id('relative_id'),
        nullable(id('account_id')),
        varchar('status', 10),
        nullable(varchar('code_index', 64)),
        bigint('expires_at'),
        varchar('body_hash', 64),
        nullable(id('acceptance_id')),
        nullable(varchar('acceptance_hash', 64)),
        nullable(bigint('accepted_at')),
        nullable(bigint('decided_at')),
        bigint('created_at'),
      ],
      {
        indexes: [['elder_id', 'status'], ['account_id'], ['relative_id'], ['community_id', 'status']],
        unique: [['code_index'], ['acceptance_id']],
      },
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
