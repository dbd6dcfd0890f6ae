import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';

import { isPreparable, runPrepared } from './prepared';

/**
 * Inserts rows by one statement, every value transformed (encrypted, as a number for a boolean) as its entity says: what
 * `em.insert` does, without building the statement anew each time, which costs more than the statement itself on the
 * paths that every visit takes. SQLite takes at most 32,766 values in a statement.
 */
export async function insertRows<Row extends ObjectLiteral>(
  em: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const metadata = em.dataSource.getMetadata(entity);
  const { driver } = em.dataSource;
  const values = rows.flatMap((row) =>
    metadata.columns.map(
      (column) => (driver.preparePersistentValue(column.getEntityValue(row), column) as unknown) ?? null,
    ),
  );
  const { head, row } = statementOf(metadata, (name) => driver.escape(name));
  await runPrepared(em, `${head}${Array<string>(rows.length).fill(row).join(', ')}`, values);
}

/** Changes rows by a statement that every engine reads alike, inside a transaction. @returns how many it found */
export async function changeRows(em: EntityManager, sql: string, parameters: readonly unknown[]): Promise<number> {
  if (!em.queryRunner) throw new Error('Rows are changed inside a transaction only');
  if (isPreparable(em, parameters)) {
    return ((await runPrepared(em, sql, parameters)) as { affectedRows: number }).affectedRows;
  }
  const { affected } = await em.queryRunner.query(sql, [...parameters], true);
  return affected ?? 0;
}

interface InsertStatement {
  head: string;
  row: string;
}

const statements = new WeakMap<EntityMetadata, InsertStatement>();

function statementOf(metadata: EntityMetadata, escape: (name: string) => string): InsertStatement {
  const known = statements.get(metadata);
  if (known) return known;
  const names = metadata.columns.map(({ databaseName }) => escape(databaseName));
  const made = {
    head: `INSERT INTO ${escape(metadata.tableName)} (${names.join(', ')}) VALUES `,
    row: `(${names.map(() => '?').join(', ')})`,
  };
  statements.set(metadata, made);
  return made;
}
