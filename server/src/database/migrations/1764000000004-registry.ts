import type { MigrationInterface, QueryRunner } from 'typeorm';

import { bigint, createTable, flag, id, int, nullable, primary, text, varchar } from './columns';

export class Registry1764000000004 implements MigrationInterface {
  name = 'Registry1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'elder',
      [
        primary(),
        id('community_id'),
        varchar('pack_id', 20),
        varchar('name', 50),
        varchar('sex', 6),
        varchar('birth_date', 10),
        text('id_number'),
        nullable(varchar('id_number_index', 64)),
        nullable(text('phone')),
        nullable(varchar('phone_index', 64)),
        text('address'),
        varchar('address_index', 64),
        nullable(text('place')),
        varchar('call_name', 20),
        text('traits'),
        flag('relatives_known'),
        text('hints'),
        nullable(id('first_contact_id')),
        varchar('categories', 160),
        nullable(varchar('tier', 10)),
        nullable(varchar('every', 10)),
        varchar('evaluated_on', 10),
        varchar('registered_on', 10),
        nullable(varchar('ended_on', 10)),
        nullable(varchar('end_reason', 10)),
        varchar('body_hash', 64),
        int('version'),
        bigint('created_at'),
        bigint('updated_at'),
      ],
      {
        indexes: [['community_id', 'id'], ['name'], ['phone_index'], ['address_index'], ['evaluated_on']],
        unique: [['id_number_index']],
      },
    );
    await createTable(
      runner,
      'relative',
      [
        primary(),
        id('elder_id'),
        varchar('name', 50),
        varchar('relation', 10),
        nullable(varchar('kin_word', 10)),
        nullable(varchar('calls_elder', 10)),
        nullable(text('phone')),
        flag('lives_with_elder'),
        flag('emergency_contact'),
        flag('guardian'),
        text('circumstances'),
        varchar('body_hash', 64),
        bigint('created_at'),
        nullable(bigint('removed_at')),
      ],
      { indexes: [['elder_id']] },
    );
    await createTable(
      runner,
      'door_code',
      [
        primary(),
        id('elder_id'),
        text('code'),
        varchar('code_index', 64),
        bigint('issued_at'),
        nullable(id('issued_by')),
        nullable(bigint('revoked_at')),
      ],
      { indexes: [['elder_id']], unique: [['code_index']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
