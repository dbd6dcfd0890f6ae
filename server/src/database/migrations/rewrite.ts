import type { QueryRunner } from 'typeorm';

/**
 * Writes the file of a table anew, because old versions of changed rows stay in its pages: what was in the clear is then
 * gone from it. Not inside a transaction.
 */
export async function rewrite(runner: QueryRunner, table: string): Promise<void> {
  if (runner.dataSource.options.type === 'better-sqlite3') {
    await runner.query('VACUUM');
    await runner.query('PRAGMA wal_checkpoint(TRUNCATE)');
    return;
  }
  const [{ version }] = (await runner.query('SELECT VERSION() AS version')) as [{ version: string }];
  // TiDB has no pages of its own to rewrite; it drops old versions by itself.
  if (!version.includes('TiDB')) await runner.query(`ALTER TABLE ${table} FORCE`);
}
