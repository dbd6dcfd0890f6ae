import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Audit } from '../../platform/audit';
import type { TxCtx } from '../../platform/context/context';
import { Outbox } from '../../platform/outbox';
import { WechatPush } from '../../platform/wechat';
import { AccountsRepository } from './accounts.repository';
import { Sessions } from './sessions.service';

/** RevokeInfo of the phone number; nothing else that can be withdrawn in WeChat is kept here by that permission. */
const PHONE = '8';

/** What people take back in WeChat, and what has to be forgotten then. Doing it again changes nothing. */
@Injectable()
export class Withdrawals implements OnModuleInit {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: Sessions,
    private readonly pushes: WechatPush,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.outbox.on('wechat.authorization-withdrawn', {
      kind: 'transactional',
      name: 'identity.forget-what-was-withdrawn',
      run: (tx, { pushId }) => this.forgetWithdrawn(tx, pushId),
    });
    this.outbox.on('wechat.user-left', {
      kind: 'transactional',
      name: 'identity.forget-who-left',
      run: (tx, { pushId }) => this.forgetWhoLeft(tx, pushId),
    });
  }

  private async forgetWithdrawn(tx: TxCtx, pushId: string): Promise<void> {
    const withdrawn = await this.pushes.read(tx, pushId, 'authorization-withdrawn');
    if (!withdrawn) return;
    const account = await this.accounts.byOpenid(tx, withdrawn.openid);
    if (account?.phone && withdrawn.what.split(',').includes(PHONE)) {
      await this.accounts.forgetPhone(tx, account.id);
      await this.audit.record(tx, { action: 'phone.forget', subjectId: account.id });
    }
    await this.pushes.forget(tx, pushId);
  }

  /**
   * The account is cut from WeChat, as after a lost phone: openid and number are forgotten, every session ends. What the
   * person did here stays, under the name they did it with; whoever should still hear of an elder is phoned.
   */
  private async forgetWhoLeft(tx: TxCtx, pushId: string): Promise<void> {
    const left = await this.pushes.read(tx, pushId, 'user-left');
    if (!left) return;
    const account = await this.accounts.byOpenid(tx, left.openid);
    if (account) {
      const sessions = await this.sessions.revokeAll(tx, account.id);
      await this.accounts.unbind(tx, account.id);
      await this.audit.record(tx, { action: 'account.leave', subjectId: account.id, detail: { sessions } });
    }
    await this.pushes.forget(tx, pushId);
  }
}
