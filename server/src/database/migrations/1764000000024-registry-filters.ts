import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLE = 'elder';

/**
 * The registry is filtered and counted on one index, by who is told first as well, and how it stands with the visits is
 * found on another. A name is looked for from its middle too, for which the index of names is no use. Broken off, it goes
 * on where it was.
 */
export class RegistryFilters1764000000024 implements MigrationInterface {
  name = 'RegistryFilters1764000000024';

  async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn(TABLE, 'has_first_contact')))
      await runner.query(`ALTER TABLE ${TABLE} ADD COLUMN has_first_contact boolean NOT NULL DEFAULT 0`);
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
    await this.exchangeIndexes(runner, TABLE, [['community_id', 'id'], ['name']], elder);
    const last = ['status', 'due_on', 'period_start', 'list_until', 'list_rank', 'programme', 'elder_id'];
    await this.exchangeIndexes(runner, 'obligation', [['status', 'due_on']], last);
  }

  private async exchangeIndexes(runner: QueryRunner, table: string, former: string[][], next: string[]): Promise<void> {
    const nameOf = (columns: string[]) => runner.dataSource.namingStrategy.indexName(table, columns);
    const there = (await runner.getTable(table))!.indices.map(({ name }) => name);
    if (!there.includes(nameOf(next)))
      await runner.createIndex(table, new TableIndex({ name: nameOf(next), columnNames: next }));
    for (const name of former.map(nameOf)) if (there.includes(name)) await runner.dropIndex(table, name);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
