import { Table, TableColumn, TableIndex, type QueryRunner, type TableColumnOptions } from 'typeorm';

import { faultPoint } from '../../platform/fault-points';

/** Column shorthands for migrations. All types exist unchanged on SQLite, MariaDB, MySQL and TiDB. */

export const primary = (length = 26): TableColumnOptions => ({ ...varchar('id', length), isPrimary: true });
export const id = (name: string): TableColumnOptions => varchar(name, 26);
export const varchar = (name: string, length: number): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
});
export const text = (name: string): TableColumnOptions => ({ name, type: 'text' });
export const bigint = (name: string): TableColumnOptions => ({ name, type: 'bigint' });
export const int = (name: string): TableColumnOptions => ({ name, type: 'int' });
export const flag = (name: string): TableColumnOptions => ({ name, type: 'boolean' });
export const nullable = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isNullable: true });

interface Indexes {
  indexes?: string[][];
  unique?: string[][];
}

/**
 * Creates a table with its indexes, named as TypeORM names those declared on the entity, so that no drift appears.
 *
 * MySQL commits every statement by itself. So one statement makes the whole table, and a start after one that was killed
 * half-way takes what it finds as made.
 */
export async function createTable(
  runner: QueryRunner,
  name: string,
  columns: TableColumnOptions[],
  { indexes = [], unique = [] }: Indexes = {},
): Promise<void> {
  const normalised = columns.map((column) => ({
    ...column,
    type: runner.dataSource.driver.normalizeType({ type: column.type as never }),
  }));
  const named = (columnNames: string[], isUnique: boolean) =>
    new TableIndex({ name: runner.dataSource.namingStrategy.indexName(name, columnNames), columnNames, isUnique });
  const indices = [...indexes.map((names) => named(names, false)), ...unique.map((names) => named(names, true))];
  await runner.createTable(new Table({ name, columns: normalised, indices }), true);
  faultPoint('table.made');
}

/**
 * Adds a column, or takes the one that a start which was killed has left. Not by the schema builder: on SQLite that would
 * copy the whole table. So on SQLite a column that must hold something needs a default.
 */
export async function addColumnOnce(runner: QueryRunner, table: string, column: TableColumnOptions): Promise<void> {
  if (await runner.hasColumn(table, column.name)) return;
  const { driver } = runner.dataSource;
  const type = driver.createFullType(
    new TableColumn({ ...column, type: driver.normalizeType({ type: column.type as never }) }),
  );
  const kept = column.isNullable ? '' : ' NOT NULL';
  const filled = column.default === undefined ? '' : ` DEFAULT ${column.default}`;
  await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column.name} ${type}${kept}${filled}`);
}

/** Adds an index named as those of the entities, or takes the one that a start which was killed has left. */
export async function addIndexOnce(
  runner: QueryRunner,
  table: string,
  columnNames: string[],
  { isUnique = false } = {},
): Promise<void> {
  const name = runner.dataSource.namingStrategy.indexName(table, columnNames);
  if (!(await hasIndex(runner, table, name)))
    await runner.createIndex(table, new TableIndex({ name, columnNames, isUnique }));
}

/** Drops an index, unless a start which was killed has done so. */
export async function dropIndexOnce(runner: QueryRunner, table: string, columnNames: string[]): Promise<void> {
  const name = runner.dataSource.namingStrategy.indexName(table, columnNames);
  if (await hasIndex(runner, table, name)) await runner.dropIndex(table, name);
}

async function hasIndex(runner: QueryRunner, table: string, name: string): Promise<boolean> {
  return (await runner.getTable(table))!.indices.some((index) => index.name === name);
}
