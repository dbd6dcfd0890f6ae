import type { MigrationInterface, QueryRunner } from 'typeorm';

import { encryptText } from '../../platform/crypto';
import { rewrite } from './rewrite';

/** What people call their devices is their own text: it was in the clear. Broken off, it goes on where it was. */
export class DeviceNames1764000000013 implements MigrationInterface {
  name = 'DeviceNames1764000000013';
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn('session', 'device_name')))
      await runner.query('ALTER TABLE session ADD COLUMN device_name text');
    if (!(await runner.hasColumn('session', 'device'))) return;
    const named = 'SELECT id, device FROM session WHERE device IS NOT NULL AND device_name IS NULL';
    for (const { id, device } of (await runner.query(named)) as { id: string; device: string }[]) {
      const sealed = encryptText(device, 'session.device_name');
      await runner.query('UPDATE session SET device_name = ? WHERE id = ?', [sealed, id]);
    }
    await runner.query('ALTER TABLE session DROP COLUMN device');
    await rewrite(runner, 'session');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
