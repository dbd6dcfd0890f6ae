import type { MigrationInterface, QueryRunner } from 'typeorm';

import { addColumnOnce, bigint, createTable, nullable, primary, text, varchar } from './columns';

/** What WeChat pushes, each once; and when a message was confirmed to have arrived. */
export class WechatPush1764000000014 implements MigrationInterface {
  name = 'WechatPush1764000000014';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'wechat_push',
      [primary(), varchar('fingerprint', 64), nullable(text('content')), bigint('received_at')],
      { unique: [['fingerprint']] },
    );
    await addColumnOnce(runner, 'notice_attempt', nullable(bigint('confirmed_at')));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
