import type { MigrationInterface, QueryRunner } from 'typeorm';

import { endOfDay, SystemClock } from '../../platform/clock/clock';
import { addIndexOnce } from './columns';

/** From any day of the week at least three that are worked. */
const DAYS = 5;
const DAY_MS = 86_400_000;

/**
 * What offices had taken before it had a clock, and whose day was past, would all be taken from them at once: they get days
 * to see to it first. And whoever has lapsed is found without reading all elders. Broken off, it goes on where it was.
 */
export class OpenWorkInHand1764000000031 implements MigrationInterface {
  name = 'OpenWorkInHand1764000000031';

  async up(runner: QueryRunner): Promise<void> {
    const now = new SystemClock().now();
    await runner.query(
      `UPDATE need SET rises_at = ? WHERE status = 'acknowledged' AND handler <> 'family' AND rises_at <= ?`,
      [endOfDay(now + DAYS * DAY_MS), now],
    );
    await addIndexOnce(runner, 'elder', ['community_id', 'lapsed_on', 'id']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
