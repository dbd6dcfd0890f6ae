import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** What somebody took has a clock, and what ended only because a record did is known by it. Broken off, it goes on where it was. */
export class OpenWork1764000000028 implements MigrationInterface {
  name = 'OpenWork1764000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE need SET rises_at = close_by WHERE status = 'acknowledged' AND rises_at IS NULL`);
    await this.addIndex(runner, 'need', ['community_id', 'status', 'close_by']);
    await this.addFlag(runner, 'visitor_assignment', 'ended_with_record');
    await this.addFlag(runner, 'door_code', 'revoked_with_record');
  }

  private async addIndex(runner: QueryRunner, table: string, columnNames: string[]): Promise<void> {
    const name = runner.dataSource.namingStrategy.indexName(table, columnNames);
    const there = (await runner.getTable(table))!.indices.some((index) => index.name === name);
    if (!there) await runner.createIndex(table, new TableIndex({ name, columnNames }));
  }

  private async addFlag(runner: QueryRunner, table: string, name: string): Promise<void> {
    const type = runner.dataSource.driver.normalizeType({ type: 'boolean' as never });
    if (!(await runner.hasColumn(table, name))) await runner.query(`ALTER TABLE ${table} ADD COLUMN ${name} ${type}`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
