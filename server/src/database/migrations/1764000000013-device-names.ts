import type { MigrationInterface, QueryRunner } from 'typeorm';

import { encryptText } from '../../platform/crypto';
import { addColumnOnce, nullable, text } from './columns';
import { rewrite } from './rewrite';

/** What people call their devices is their own text: it was in the clear. Broken off, it goes on where it was. */
export class DeviceNames1764000000013 implements MigrationInterface {
  name = 'DeviceNames1764000000013';
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await addColumnOnce(runner, 'session', nullable(text('device_name')));
    if (await runner.hasColumn('session', 'device')) await this.seal(runner);
    // Also where a start was killed between the two: what was in the clear must go.
    await rewrite(runner, 'session');
  }

  private async seal(runner: QueryRunner): Promise<void> {
    const named = 'SELECT id, device FROM session WHERE device IS NOT NULL AND device_name IS NULL';
    for (const { id, device } of (await runner.query(named)) as { id: string; device: string }[]) {
      const sealed = encryptText(device, 'session.device_name');
      await runner.query('UPDATE session SET device_name = ? WHERE id = ?', [sealed, id]);
    }
    await runner.query('ALTER TABLE session DROP COLUMN device');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
