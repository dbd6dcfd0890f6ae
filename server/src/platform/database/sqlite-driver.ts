import { DatabaseSync } from '@photostructure/sqlite';

type StatementSync = ReturnType<DatabaseSyncInstance['prepare']>;
type DatabaseSyncInstance = InstanceType<typeof DatabaseSync>;

/**
 * Lets TypeORM's better-sqlite3 driver run on `@photostructure/sqlite`, whose binaries ship inside its package so that
 * nothing has to be compiled on a fresh machine. Only the part of the better-sqlite3 API that TypeORM calls is here.
 */
class Statement {
  /** Whether the statement returns rows. */
  readonly reader: boolean;

  constructor(private readonly statement: StatementSync) {
    this.reader = statement.columns().length > 0;
  }

  all(...parameters: unknown[]): unknown[] {
    return this.statement.all(...(parameters.map(bindable) as never[]));
  }

  run(...parameters: unknown[]): { changes: number; lastInsertRowid: number } {
    const { changes, lastInsertRowid } = this.statement.run(...(parameters.map(bindable) as never[]));
    return { changes: Number(changes), lastInsertRowid: Number(lastInsertRowid) };
  }
}

/** The file name of the database is the first argument of the constructor, as TypeORM calls it. */
export class SqliteConnection {
  private readonly connection: DatabaseSyncInstance;

  constructor(path: string, options: { timeout?: number; readonly?: boolean } = {}) {
    this.connection = new DatabaseSync(path, { timeout: options.timeout ?? 5000, readOnly: options.readonly ?? false });
  }

  prepare(sql: string): Statement {
    return new Statement(this.connection.prepare(sql));
  }

  exec(sql: string): void {
    this.connection.exec(sql);
  }

  pragma(text: string): unknown[] {
    return this.connection.prepare(`PRAGMA ${text}`).all();
  }

  close(): void {
    this.connection.close();
  }
}

function bindable(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  return value === undefined ? null : value;
}
