import { ROLES, VISITOR_BODIES, codesOf, type VisitorBody } from '@tanfang/shared';

import { Divisions, type DivisionView } from '../modules/divisions';
import { Accounts, type AccountView } from '../modules/identity';
import type { Ctx, TxCtx } from '../platform/context/context';
import { OperatorProblem } from '../platform/problems/operator-problem';
import { inHouse } from './house';
import { expectNoMore, readArgs, type Command } from './terminal';

/** An officer's division is of the level the role is named after: one level up, the role would reach too far. */
const LEVEL_OF: Partial<Record<Granted, DivisionView['level'][]>> = {
  visitor: ['community', 'street'],
  community: ['community'],
  street: ['street'],
  district: ['district'],
  city: ['city', 'province'],
};
const { family: _, ...GRANTED } = ROLES;
type Granted = keyof typeof GRANTED;

const OPTIONS = {
  phone: { type: 'string' },
  openid: { type: 'string' },
  role: { type: 'string' },
  division: { type: 'string' },
  name: { type: 'string' },
  body: { type: 'string' },
} as const;

export interface Grant {
  role: Granted;
  division: DivisionView | null;
  body: VisitorBody | null;
}

/** Gives somebody a role: how a new installation comes by its first officer. */
export const grantRoleCommand: Command = {
  name: 'grant',
  usage: '(--phone 手机号 | --openid 编号) --role 身份 [--division 编码] [--name 姓名] [--body 探访主体]',
  about: '给一个人一个身份，例如第一位社区工作人员',
  async run(args, terminal) {
    const { values, positionals } = readArgs(args, OPTIONS);
    expectNoMore(positionals);
    return inHouse(terminal, async ({ app, change }) => {
      const accounts = app.nest.get(Accounts);
      const grant = grantOf(values, app.nest.get(Divisions));
      await change('grant', async (tx) => {
        const account = await find(tx, accounts, values);
        if (values.name) await accounts.giveName(tx, account.id, nameOf(values.name));
        await accounts.grant(tx, account.id, grant.role, grant.division?.id ?? null, grant.body);
      });
      const where = grant.division ? `${grant.division.name}（${values.division}）的` : '';
      terminal.print(`好了：这个人现在是${where}${ROLES[grant.role]}`);
      return 0;
    });
  },
};

export type Values = { [Option in keyof typeof OPTIONS]?: string | undefined };

/** Which role, and where. @throws OperatorProblem */
export function grantOf({ role, division: code, body }: Values, divisions: Divisions): Grant {
  if (!isGranted(role)) {
    const known = Object.entries(GRANTED).map(([one, word]) => `${one}（${word}）`);
    throw new OperatorProblem(`--role 要是 ${known.join('、')} 之一`);
  }
  return { role, division: divisionFor(role, code, divisions), body: bodyFor(role, body) };
}

function isGranted(role: string | undefined): role is Granted {
  return role !== undefined && Object.hasOwn(GRANTED, role);
}

function divisionFor(role: Granted, code: string | undefined, divisions: Divisions): DivisionView | null {
  const levels = LEVEL_OF[role];
  if (!levels && code === undefined) return null;
  const division = code === undefined ? undefined : divisions.byCode(code);
  if (!division) throw new OperatorProblem('--division 要写一个已经导入的区划编码');
  if (levels?.includes(division.level) === false)
    throw new OperatorProblem(`${division.name} 的级别和身份「${ROLES[role]}」对不上`);
  return division;
}

function bodyFor(role: Granted, body: string | undefined): VisitorBody | null {
  if (body === undefined) return null;
  if (role === 'visitor' && Object.hasOwn(VISITOR_BODIES, body)) return body as VisitorBody;
  throw new OperatorProblem(`--body 只用于探访员，要是 ${codesOf(VISITOR_BODIES).join('、')} 之一`);
}

/** Whose phone or openid this is; null for nobody's. @throws OperatorProblem unless exactly one of them is given */
export async function accountOf(ctx: Ctx, accounts: Accounts, { phone, openid }: Values): Promise<AccountView | null> {
  if ((phone === undefined) === (openid === undefined))
    throw new OperatorProblem('--phone 和 --openid 要写一个，也只写一个');
  return phone === undefined ? accounts.byOpenid(ctx, openid!) : accounts.byPhone(ctx, phone);
}

/** A phone belongs to an account only after its owner has bound it; an openid is enough to make one. */
async function find(tx: TxCtx, accounts: Accounts, values: Values): Promise<AccountView> {
  const known = await accountOf(tx, accounts, values);
  if (known) return known;
  const { phone, openid, name } = values;
  if (phone !== undefined)
    throw new OperatorProblem('没有账号绑了这个手机号。请本人先打开小程序登录，在「我的」里绑定手机号');
  if (!name) throw new OperatorProblem('这个 openid 还没登录过，要同时写 --name 姓名');
  return accounts.register(tx, { openid: openidOf(openid!), name: nameOf(name) });
}

function openidOf(text: string): string {
  if (/^[\w-]{1,64}$/.test(text)) return text;
  throw new OperatorProblem('--openid 要照抄微信给的编号：字母、数字、- 和 _');
}

function nameOf(text: string): string {
  const name = text.trim();
  if (name.length >= 1 && name.length <= 50) return name;
  throw new OperatorProblem('--name 要填 1 到 50 个字');
}
