import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';

import { addColumnOnce, bigint, createTable, id, nullable, primary, varchar } from './columns';

/** What the plans' clocks were before a district could decide otherwise; all packs had the same. */
const CLOCKS = { 'life-danger': '10m', urgent: '24h', ordinary: '3wd', information: '5wd' };

export class DistrictReadings1764000000012 implements MigrationInterface {
  name = 'DistrictReadings1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'reading_decision',
      [
        primary(),
        id('district_id'),
        varchar('pack_id', 20),
        varchar('rule_id', 80),
        nullable(varchar('value', 60)),
        varchar('holds_from', 10),
        varchar('reason', 200),
        id('decided_by'),
        bigint('decided_at'),
        varchar('body_hash', 64),
      ],
      { indexes: [['district_id', 'decided_at']] },
    );
    await createTable(runner, 'earlier_home', [primary(), id('elder_id'), id('community_id'), varchar('until', 10)], {
      indexes: [['elder_id', 'until']],
    });
    await this.giveNeedsTheirClock(runner);
  }

  /** Needs that were raised before keep the clock they were raised with. Broken off, it goes on where it was. */
  private async giveNeedsTheirClock(runner: QueryRunner): Promise<void> {
    const column = varchar('acknowledge_within', 10);
    await addColumnOnce(runner, 'need', nullable(column));
    for (const [severity, clock] of Object.entries(CLOCKS)) {
      const sql = 'UPDATE need SET acknowledge_within = ? WHERE severity = ? AND acknowledge_within IS NULL';
      await runner.query(sql, [clock, severity]);
    }
    await runner.changeColumn('need', 'acknowledge_within', new TableColumn(column));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
