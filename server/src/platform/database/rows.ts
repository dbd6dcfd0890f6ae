import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Driver } from 'typeorm/driver/Driver';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';

import { isPreparable, runPrepared } from './prepared';

/** Rows of a long list that go into one statement; its text is always the same, so it stays prepared. */
const CHUNK = 100;

/**
 * Inserts rows, every value transformed (encrypted, as a number for a boolean) as its entity says: what `em.insert` does,
 * without building the statement anew each time, which costs more than the statement itself on the paths that every visit
 * takes.
 */
export async function insertRows<Row extends ObjectLiteral>(
  em: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<void> {
  const { head, row, read } = statementOf(em, em.dataSource.getMetadata(entity));
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    const values: unknown[] = [];
    for (const each of chunk) for (const value of read) values.push(value(each));
    const sql = `${head}${Array<string>(chunk.length).fill(row).join(', ')}`;
    await runPrepared(em, sql, values, chunk.length === CHUNK);
  }
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
  /** For each column, what of a row goes to the database. */
  read: ((row: ObjectLiteral) => unknown)[];
}

const statements = new WeakMap<EntityMetadata, InsertStatement>();

function statementOf({ dataSource: { driver } }: EntityManager, metadata: EntityMetadata): InsertStatement {
  const known = statements.get(metadata);
  if (known) return known;
  const names = metadata.columns.map(({ databaseName }) => driver.escape(databaseName));
  const made = {
    head: `INSERT INTO ${driver.escape(metadata.tableName)} (${names.join(', ')}) VALUES `,
    row: `(${names.map(() => '?').join(', ')})`,
    read: metadata.columns.map((column) => readerOf(column, driver)),
  };
  statements.set(metadata, made);
  return made;
}

/** Columns that every driver takes as they are; asking it for each value costs more than writing the value. */
const TAKEN_AS_IT_IS = new Set<unknown>(['varchar', 'text', 'int']);

function readerOf(column: ColumnMetadata, driver: Driver): (row: ObjectLiteral) => unknown {
  const { propertyName, type, transformer } = column;
  if (TAKEN_AS_IT_IS.has(type) && !transformer) return (row) => (row[propertyName] as unknown) ?? null;
  return (row) => (driver.preparePersistentValue(row[propertyName], column) as unknown) ?? null;
}
