import type { MigrationInterface, QueryRunner } from 'typeorm';

import { addColumnOnce, addIndexOnce, dropIndexOnce, flag } from './columns';

const TABLE = 'elder';

/**
 * The registry is filtered and counted on one index, by who is told first as well, and how it stands with the visits is
 * found on another. A name is looked for from its middle too, for which the index of names is no use. Broken off, it goes
 * on where it was.
 */
export class RegistryFilters1764000000024 implements MigrationInterface {
  name = 'RegistryFilters1764000000024';

  async up(runner: QueryRunner): Promise<void> {
    await addColumnOnce(runner, TABLE, { ...flag('has_first_contact'), default: '0' });
    await runner.query(`UPDATE ${TABLE} SET has_first_contact = 1 WHERE EXISTS (
      SELECT 1 FROM relative r
      WHERE r.id = ${TABLE}.first_contact_id AND r.elder_id = ${TABLE}.id AND r.removed_at IS NULL)`);
    // Where the plan itself says who it is, the next assessment, which is due at once, works it out.
    await runner.query(
      `UPDATE ${TABLE} SET evaluated_on = '1970-01-01' WHERE pack_id = 'beijing' AND ended_on IS NULL`,
    );
    const elder = [
      'community_id',
      'id',
      'ended_on',
      'tier',
      'has_first_contact',
      'categories',
      'name',
      'address_index',
    ];
    await addIndexOnce(runner, TABLE, elder);
    for (const former of [['community_id', 'id'], ['name']]) await dropIndexOnce(runner, TABLE, former);
    const last = ['status', 'due_on', 'period_start', 'list_until', 'list_rank', 'programme', 'elder_id'];
    await addIndexOnce(runner, 'obligation', last);
    await dropIndexOnce(runner, 'obligation', ['status', 'due_on']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
