import type { MigrationInterface, QueryRunner } from 'typeorm';

import { encryptText, sha256 } from '../../platform/crypto';
import { addColumnOnce, nullable, text } from './columns';
import { rewrite } from './rewrite';

/** The acts that had a person's reason in their detail, in the clear. */
const REASONED = ['elder.reveal', 'kinship.refuse', 'phone-task.reveal'];
const BATCH = 200;

interface Row {
  id: string;
  detail: string;
  sequence: string | number | null;
}

/**
 * Reasons leave the detail and are encrypted in a column of their own.
 *
 * What is in the chain keeps its hash, which covers the reason where it stood; so an empty `reason` keeps its place, and
 * the check of the chain puts the decrypted words back in. What waits for the sealer takes the form of today.
 *
 * Not in one transaction: SQLite compacts its file outside of one only. Broken off, it goes on where it was.
 */
export class AuditWords1764000000011 implements MigrationInterface {
  name = 'AuditWords1764000000011';
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await addColumnOnce(runner, 'audit_entry', nullable(text('words')));
    let last = '';
    for (let rows = await reasoned(runner, last); rows.length > 0; rows = await reasoned(runner, last)) {
      await runner.startTransaction();
      for (const row of rows) await seal(runner, row);
      await runner.commitTransaction();
      last = rows.at(-1)!.id;
    }
    const [sealed] = (await runner.query('SELECT id FROM audit_entry WHERE words IS NOT NULL LIMIT 1')) as unknown[];
    if (sealed) await rewrite(runner, 'audit_entry');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}

function reasoned(runner: QueryRunner, after: string): Promise<Row[]> {
  return runner.query(
    `SELECT id, detail, sequence FROM audit_entry
     WHERE id > ? AND words IS NULL AND action IN (?, ?, ?) AND detail LIKE '%"reason":"%' ORDER BY id LIMIT ${BATCH}`,
    [after, ...REASONED],
  ) as Promise<Row[]>;
}

async function seal(runner: QueryRunner, { id, detail, sequence }: Row): Promise<void> {
  const { reason, ...rest } = JSON.parse(detail) as { reason: string };
  const words = encryptText(reason, 'audit_entry.words');
  const kept =
    sequence === null ? { ...rest, words: sha256(words) } : { ...(JSON.parse(detail) as object), reason: null };
  await runner.query('UPDATE audit_entry SET detail = ?, words = ? WHERE id = ?', [JSON.stringify(kept), words, id]);
}
