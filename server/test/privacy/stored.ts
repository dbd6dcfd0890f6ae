import type { EntityManager, EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

import { SCHEMA } from '../../src/database/schema';
import { wordsOf } from '../../src/platform/audit';
import { readSnapshot } from '../../src/platform/database';
import type { Secret } from './search';
import { wordsIn } from './secrets';

const CIPHERTEXT = /^k1\.[\w-]{38,}$/;

export interface EncryptedColumn {
  /** `elder.phone` */
  name: string;
  /** How many values it holds, and how many of them are not encrypted. */
  values: number;
  plain: number;
}

/** Every encrypted column of the database, whichever there are, and what it holds behind its key. */
export async function encryptedColumns(storage: {
  dataDir: string;
  databaseUrl: string | null;
}): Promise<{ columns: EncryptedColumn[]; secrets: Secret[] }> {
  const secrets: Secret[] = [];
  const columns = await readSnapshot(storage, SCHEMA, async (em) => {
    const found: EncryptedColumn[] = [];
    for (const [table, column, open] of opened(em)) {
      const name = `${table}.${column}`;
      const stored = await valuesOf(em, table, column);
      const sealed = stored.filter((value) => CIPHERTEXT.test(value));
      found.push({ name, values: stored.length, plain: stored.length - sealed.length });
      for (const value of sealed.flatMap((one) => wordsIn(open(one))))
        secrets.push({ kind: '加密的内容', of: `库里 ${name}`, value });
    }
    return found;
  });
  return { columns, secrets };
}

type Opened = [table: string, column: string, open: (stored: string) => unknown];

function opened(em: EntityManager): Opened[] {
  const byTransformer = em.dataSource.entityMetadatas.flatMap((table: EntityMetadata) =>
    table.columns.filter(isEncrypted).map((column): Opened => {
      const { from } = column.transformer as { from(stored: string): unknown };
      return [table.tableName, column.databaseName, from];
    }),
  );
  // The chain reads this one as it is stored, so no transformer is on it.
  return [...byTransformer, ['audit_entry', 'words', (words) => wordsOf({ words })]];
}

function isEncrypted({ transformer }: ColumnMetadata): boolean {
  if (!transformer || Array.isArray(transformer)) return false;
  try {
    return CIPHERTEXT.test(String(transformer.to('x')));
  } catch {
    return false;
  }
}

async function valuesOf(em: EntityManager, table: string, column: string): Promise<string[]> {
  const [from, what] = [table, column].map((name) => em.dataSource.driver.escape(name));
  const rows = await em.query<{ stored: string }[]>(`SELECT ${what} AS stored FROM ${from} WHERE ${what} IS NOT NULL`);
  return rows.map(({ stored }) => stored);
}
