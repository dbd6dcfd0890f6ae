import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLE = 'outbox_job';

/** Jobs are looked for by the kind of their handler. Broken off, it goes on where it was. */
export class JobKinds1764000000017 implements MigrationInterface {
  name = 'JobKinds1764000000017';

  async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn(TABLE, 'kind')))
      await runner.query(`ALTER TABLE ${TABLE} ADD COLUMN kind varchar(13) NOT NULL DEFAULT 'transactional'`);
    // The only handler so far that calls the network.
    await runner.query(`UPDATE ${TABLE} SET kind = 'external' WHERE handler = 'notification.send'`);
    await this.exchangeIndex(runner, ['status', 'run_at'], ['status', 'kind', 'run_at']);
  }

  private async exchangeIndex(runner: QueryRunner, former: string[], next: string[]): Promise<void> {
    const nameOf = (columns: string[]) => runner.dataSource.namingStrategy.indexName(TABLE, columns);
    const there = (await runner.getTable(TABLE))!.indices.map(({ name }) => name);
    if (!there.includes(nameOf(next)))
      await runner.createIndex(TABLE, new TableIndex({ name: nameOf(next), columnNames: next }));
    if (there.includes(nameOf(former))) await runner.dropIndex(TABLE, nameOf(former));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
