import type { MigrationInterface, QueryRunner } from 'typeorm';

import { SystemClock } from '../../platform/clock/clock';
import { newId } from '../../platform/database';
import { addColumnOnce, addIndexOnce, nullable, varchar } from './columns';

interface Running {
  id: string;
  elderId: string;
  accountId: string;
}

/**
 * One account stands once beside one elder: two codes taken up in the same moment could make it stand there twice. Where
 * that has happened the confirmed one stays, else the earlier, and the other ends; the audit tells.
 *
 * MySQL commits every statement by itself. Broken off, it goes on where it was.
 */
export class OneKinshipForAnAccount1764000000023 implements MigrationInterface {
  name = 'OneKinshipForAnAccount1764000000023';
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await addColumnOnce(runner, 'kinship', nullable(varchar('running_as', 53)));
    const kept = new Map<string, string>();
    for (const row of await running(runner)) {
      const place = `${row.accountId}:${row.elderId}`;
      const keptId = kept.get(place);
      if (keptId) await end(runner, row, keptId);
      else kept.set(place, row.id);
    }
    const isSqlite = runner.dataSource.options.type === 'better-sqlite3';
    const place = isSqlite ? "account_id || ':' || elder_id" : "CONCAT(account_id, ':', elder_id)";
    await runner.query(
      `UPDATE kinship SET running_as = ${place} WHERE status IN ('awaiting', 'confirmed') AND account_id IS NOT NULL`,
    );
    await addIndexOnce(runner, 'kinship', ['running_as'], { isUnique: true });
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}

/** Those that stay first: confirmed ones, then the earliest. */
function running(runner: QueryRunner): Promise<Running[]> {
  return runner.query(
    `SELECT id, elder_id AS elderId, account_id AS accountId FROM kinship
     WHERE status IN ('awaiting', 'confirmed') AND account_id IS NOT NULL
     ORDER BY CASE status WHEN 'confirmed' THEN 0 ELSE 1 END, accepted_at, id`,
  ) as Promise<Running[]>;
}

async function end(runner: QueryRunner, { id, elderId }: Running, keptId: string): Promise<void> {
  const at = new SystemClock().now();
  await runner.startTransaction();
  await runner.query(
    "UPDATE kinship SET status = 'ended', decided_at = ?, confirmed_as = NULL, running_as = NULL WHERE id = ?",
    [at, id],
  );
  await runner.query(
    `INSERT INTO audit_entry (id, at, action, subject_id, detail, request_id)
     VALUES (?, ?, 'kinship.end', ?, ?, 'migration')`,
    [newId(at), at, elderId, JSON.stringify({ kinshipId: id, keptId })],
  );
  await runner.commitTransaction();
}
