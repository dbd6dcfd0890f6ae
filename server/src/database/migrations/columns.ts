import { Table, TableIndex, type QueryRunner, type TableColumnOptions } from 'typeorm';

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
