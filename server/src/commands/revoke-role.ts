import { ROLES } from '@tanfang/shared';

import { Divisions } from '../modules/divisions';
import { Accounts } from '../modules/identity';
import { OperatorProblem } from '../platform/problems/operator-problem';
import { accountOf, grantOf } from './grant-role';
import { inHouse } from './house';
import { expectNoMore, readArgs, type Command } from './terminal';

const OPTIONS = {
  phone: { type: 'string' },
  openid: { type: 'string' },
  role: { type: 'string' },
  division: { type: 'string' },
} as const;

/** The community sees on 今早 to whom nobody goes. */
const SEND_OTHERS = '。派给这个人的老人要另外派人，社区在「今早」看得到是哪几位';

/** Takes a role back: somebody leaves the job, or the phone of an officer whom nobody above can sign out is lost. */
export const revokeRoleCommand: Command = {
  name: 'revoke',
  usage: '(--phone 手机号 | --openid 编号) --role 身份 [--division 编码]',
  about: '收回一个人的一个身份，他登录着的设备都退出',
  async run(args, terminal) {
    const { values, positionals } = readArgs(args, OPTIONS);
    expectNoMore(positionals);
    return inHouse(terminal, async ({ app, change }) => {
      const accounts = app.nest.get(Accounts);
      const { role, division } = grantOf(values, app.nest.get(Divisions));
      await change('revoke', async (tx) => {
        const account = await accountOf(tx, accounts, values);
        const revoked = account && (await accounts.revoke(tx, account.id, role, division?.id ?? null));
        if (!revoked) throw new OperatorProblem('这个人没有这个身份。身份和区划要和给的时候一样');
      });
      terminal.print(`好了：这个人不再是${ROLES[role]}，登录着的设备都退出了${role === 'visitor' ? SEND_OTHERS : ''}`);
      return 0;
    });
  },
};
