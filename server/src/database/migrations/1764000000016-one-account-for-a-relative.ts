import type { MigrationInterface, QueryRunner } from 'typeorm';

import { SystemClock } from '../../platform/clock/clock';
import { newId } from '../../platform/database';
import { addColumnOnce, addIndexOnce, nullable, varchar } from './columns';

interface Confirmed {
  id: string;
  elderId: string;
  relativeId: string;
}

/**
 * One relative is one account: two confirmations in the same moment could make them two. Where that has happened the
 * earlier one stays, and the later one waits once more for the community to look who it is; the audit tells.
 *
 * MySQL commits every statement by itself. Broken off, it goes on where it was.
 */
export class OneAccountForARelative1764000000016 implements MigrationInterface {
  name = 'OneAccountForARelative1764000000016';
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await addColumnOnce(runner, 'kinship', nullable(varchar('confirmed_as', 26)));
    const kept = new Map<string, string>();
    for (const row of await confirmed(runner)) {
      const earlier = kept.get(row.relativeId);
      if (earlier) await reconsider(runner, row, earlier);
      else kept.set(row.relativeId, row.id);
    }
    await runner.query("UPDATE kinship SET confirmed_as = relative_id WHERE status = 'confirmed'");
    await addIndexOnce(runner, 'kinship', ['confirmed_as'], { isUnique: true });
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}

/** Earliest first. */
function confirmed(runner: QueryRunner): Promise<Confirmed[]> {
  return runner.query(
    `SELECT id, elder_id AS elderId, relative_id AS relativeId FROM kinship
     WHERE status = 'confirmed' ORDER BY decided_at, id`,
  ) as Promise<Confirmed[]>;
}

async function reconsider(runner: QueryRunner, { id, elderId }: Confirmed, confirmedId: string): Promise<void> {
  const at = new SystemClock().now();
  await runner.startTransaction();
  await runner.query("UPDATE kinship SET status = 'awaiting', decided_at = NULL WHERE id = ?", [id]);
  await runner.query(
    `INSERT INTO audit_entry (id, at, action, subject_id, detail, request_id)
     VALUES (?, ?, 'kinship.reconsider', ?, ?, 'migration')`,
    [newId(at), at, elderId, JSON.stringify({ kinshipId: id, confirmedId })],
  );
  await runner.commitTransaction();
}
