import { join } from 'node:path';

import { createConnection } from 'mysql2/promise';
import { DataSource, type DataSourceOptions } from 'typeorm';

import { Database } from './database';
import { SnakeNaming } from './naming';
import { SqliteConnection } from './sqlite-driver';

/** The tables of the whole server: its entity classes and the migrations that make them. */
export interface Schema {
  entities: NonNullable<DataSourceOptions['entities']>;
  migrations: NonNullable<DataSourceOptions['migrations']>;
}

const POOL_SIZE = 20;
const LONGEST_MIGRATION_S = 600;

/**
 * Opens the database, runs what migrations are missing, and returns it.
 * @param databaseUrl `mysql://user:password@host:port/name`, or null for SQLite in `dataDir`
 */
export async function openDatabase(databaseUrl: string | null, dataDir: string, schema: Schema): Promise<Database> {
  const sources = databaseUrl ? await mysqlSources(databaseUrl, schema) : sqliteSources(dataDir, schema);
  const [writer, reader] = sources;
  await writer.initialize();
  if (databaseUrl) await useReadCommitted(writer);
  if (databaseUrl) await useBinaryCollation(writer);
  const migrate = () => writer.runMigrations({ transaction: 'each' });
  await (databaseUrl ? oneAtATime(databaseUrl, migrate) : migrate());
  if (reader !== writer) await reader.initialize();
  return new Database(writer, reader);
}

/** Where the embedded database lies. */
export function sqliteFile(dataDir: string): string {
  return join(dataDir, 'tanfang.sqlite');
}

const SQLITE = { type: 'better-sqlite3', driver: SqliteConnection, timeout: 5000 } as const;

export function sqliteSources(dataDir: string, schema: Schema): [DataSource, DataSource] {
  const options = (synchronous: 'FULL' | 'NORMAL'): DataSourceOptions => ({
    ...SQLITE,
    database: sqliteFile(dataDir),
    prepareDatabase: (connection: SqliteConnection) => {
      connection.pragma('journal_mode = WAL');
      // An acknowledged visit must survive a power cut: the writer waits for the disk at every commit.
      connection.pragma(`synchronous = ${synchronous}`);
    },
    namingStrategy: new SnakeNaming(),
    ...schema,
  });
  return [new DataSource(options('FULL')), new DataSource(options('NORMAL'))];
}

/** The embedded database for a look beside the server that has it: nothing is locked and nothing can be written. */
export function sqliteReader(dataDir: string, schema: Schema): DataSource {
  const database = sqliteFile(dataDir);
  return new DataSource({ ...SQLITE, database, readonly: true, namingStrategy: new SnakeNaming(), ...schema });
}

export async function mysqlSources(databaseUrl: string, schema: Schema): Promise<[DataSource, DataSource]> {
  const source = new DataSource({
    // TypeORM tells the two apart when it compares schemas; the wrong one reports differences that are none.
    type: (await isMariaDb(databaseUrl)) ? 'mariadb' : 'mysql',
    url: databaseUrl,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    dateStrings: ['DATE'],
    supportBigNumbers: true,
    bigNumberStrings: true,
    poolSize: POOL_SIZE,
    // Before every statement the driver would note the stack, for the case that it fails.
    trace: false,
    namingStrategy: new SnakeNaming(),
    ...schema,
  } as DataSourceOptions);
  return [source, source];
}

async function isMariaDb(databaseUrl: string): Promise<boolean> {
  const connection = await createConnection(databaseUrl);
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version');
    return (rows as { version: string }[])[0]!.version.includes('MariaDB');
  } finally {
    await connection.end();
  }
}

/** Of servers that start at the same moment one makes the tables, and the others wait until it has. */
async function oneAtATime(databaseUrl: string, migrate: () => Promise<unknown>): Promise<void> {
  const connection = await createConnection(databaseUrl);
  try {
    const sql = "SELECT GET_LOCK(CONCAT('tanfang:', DATABASE()), ?) AS mine";
    const [rows] = await connection.query(sql, [LONGEST_MIGRATION_S]);
    if (Number((rows as { mine: number }[])[0]!.mine) !== 1) throw new Error('数据库结构一直有别的进程在改，没有启动');
    await migrate();
  } finally {
    // The lock ends with its connection, however this process ends.
    await connection.end();
  }
}

interface Connection {
  query(sql: string): void;
  promise(): unknown;
}

interface Pool {
  on(event: 'connection', listen: (connection: Connection) => void): void;
}

/**
 * Sets the isolation once for every connection. As an option of the data source it would be a statement, and a wait for
 * the database, in front of every transaction.
 */
async function useReadCommitted(source: DataSource): Promise<void> {
  const sql = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED';
  (source.driver as unknown as { pool: Pool }).pool.on('connection', (connection) => {
    // Commands queue on a connection, so this one is the first that each connection runs.
    connection.query(sql);
    // TypeORM asks for this face of the connection at every statement; one of them serves them all.
    const face = connection.promise();
    connection.promise = () => face;
  });
  // The one connection that is open already.
  await source.query(sql);
}

/** Ids and codes must compare byte by byte: under a case-blind collation `a` equals `A`. New tables inherit this. */
async function useBinaryCollation(source: DataSource): Promise<void> {
  const [row] = (await source.query('SELECT DATABASE() AS name, @@collation_database AS collation')) as {
    name: string;
    collation: string;
  }[];
  if (row!.collation === 'utf8mb4_bin') return;
  await source.query(`ALTER DATABASE \`${row!.name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
}
