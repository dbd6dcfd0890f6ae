import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createConnection, type RowDataPacket } from 'mysql2/promise';

import { SCHEMA } from '../../../src/database/schema';
import { openDatabase } from '../../../src/platform/database';

export interface TestDatabase {
  databaseUrl: string | null;
  dataDir: string;
  drop(): Promise<void>;
}

const isOnMariadb = process.env.TEST_DATABASE === 'mariadb';
const MARIADB = process.env.TEST_MARIADB_URL ?? 'mysql://root@127.0.0.1:3306';

/** A database of its own, still without tables: SQLite in a new folder, or with `TEST_DATABASE=mariadb` a new schema. */
export async function createTestDatabase(): Promise<TestDatabase> {
  if (!isOnMariadb) return sqlite();
  const name = `tanfang_test_${randomBytes(6).toString('hex')}`;
  await query('mysql', `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  return mariadb(name, () => dropSchema(name));
}

/**
 * A database with the tables of now and no rows, for one test. The migrations, which take longer than most tests, run
 * once in a test file.
 */
export async function lendTestDatabase(): Promise<TestDatabase> {
  if (!isOnMariadb) {
    const [{ dataDir }, copy] = [await (template ??= createMigrated()), sqlite()];
    cpSync(dataDir, copy.dataDir, { recursive: true });
    return copy;
  }
  const name = emptied.pop() ?? nameOf(await createMigrated());
  return mariadb(name, () => takeBack(name));
}

let template: Promise<TestDatabase> | undefined;
/** The tables that the migrations make. */
let made: string[] = [];
/** Schemas that a test has done with. */
const emptied: string[] = [];
let isFileOver = false;

afterAll(async () => {
  isFileOver = true;
  await (await template)?.drop();
  for (const name of emptied.splice(0)) await dropSchema(name);
});

async function createMigrated(): Promise<TestDatabase> {
  const place = await createTestDatabase();
  await (await openDatabase(place.databaseUrl, place.dataDir, SCHEMA)).close();
  if (isOnMariadb) {
    rmSync(place.dataDir, { recursive: true });
    made = await tablesOf(nameOf(place));
  }
  return place;
}

/** Empties the tables for the next test. Where a test has renamed or dropped one, the schema is of no use to another. */
async function takeBack(name: string): Promise<void> {
  const tables = await tablesOf(name);
  if (isFileOver || tables.join() !== made.join()) return dropSchema(name);
  const full = tables.filter((table) => table !== 'migrations');
  await query(name, full.map((table) => `DELETE FROM ${table}`).join(';'));
  emptied.push(name);
}

function sqlite(): TestDatabase {
  const dataDir = newFolder();
  return { databaseUrl: null, dataDir, drop: () => Promise.resolve(rmSync(dataDir, { recursive: true, force: true })) };
}

function mariadb(name: string, dropData: () => Promise<void>): TestDatabase {
  const dataDir = newFolder();
  const drop = async () => {
    rmSync(dataDir, { recursive: true, force: true });
    await dropData();
  };
  return { databaseUrl: `${MARIADB}/${name}`, dataDir, drop };
}

/** In memory where there is such a folder: waiting for the disk at every commit is half of the time, and proves nothing. */
const newFolder = () => mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'tanfang-test-'));
const nameOf = ({ databaseUrl }: TestDatabase) => new URL(databaseUrl!).pathname.slice(1);

async function tablesOf(name: string): Promise<string[]> {
  return (await query(name, 'SHOW TABLES')).map((row) => String(Object.values(row)[0]));
}

async function dropSchema(name: string): Promise<void> {
  await query('mysql', `DROP DATABASE ${name}`);
}

async function query(name: string, sql: string): Promise<RowDataPacket[]> {
  const connection = await createConnection({ uri: `${MARIADB}/${name}`, multipleStatements: true });
  try {
    const [rows] = await connection.query<RowDataPacket[]>(sql);
    return rows;
  } finally {
    await connection.end();
  }
}
