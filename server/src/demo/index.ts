import type { FastifyInstance } from 'fastify';

import { newId } from '../platform/database';
import { simulator, World, type AppSeed, type UserSeed } from '../../simulator';
import type { App, AppOptions } from '../app';
import { demoPlaces, type DemoAccount, type DemoPlace } from '../database/seeds/demo';
import { Accounts } from '../modules/identity';
import { Registry } from '../modules/registry';
import { Audit, AuditEntry } from '../platform/audit';
import { calendarDate } from '../platform/clock/clock';
import { DEMO_WECHAT, type Config } from '../platform/config/config';
import { OperatorProblem } from '../platform/problems/operator-problem';
import { DemoClock } from './demo-clock';
import { simulatedWechatApp } from './simulated-wechat';
import { Storyteller } from './storyteller';
import { tell } from './tell';

export interface Demo {
  options: AppOptions;
  /** Tells the story on the first start, and sets the simulated world as the database remembers it. Needs a listening server. */
  prepare(app: App): Promise<void>;
}

/** The demonstration: a simulated WeChat at `/simulator`, and people with a history in the database. */
export function openDemo(config: Config): Demo {
  const wechat = simulatedWechatApp(config);
  const clock = new DemoClock();
  const places = demoPlaces(calendarDate(Date.now()));
  const accounts = places.flatMap(({ people }) => people.accounts);
  const world = new World({
    apps: [{ ...wechat, ...pushesTo(config) }],
    users: places.flatMap(toUsers),
    clock: () => clock.now(),
  });
  const mount = async (instance: FastifyInstance) => {
    await instance.register(simulator, { prefix: '/simulator', apps: [wechat], world });
  };
  const prepare = async (app: App) => {
    const teller = new Storyteller(app, clock);
    const begun = await isBegun(app, teller, accounts);
    if (begun && !(await isTold(app))) {
      throw new OperatorProblem(
        `演示的人和事不全，上次布置时被打断了，或者是旧版布置的。请删掉数据目录 ${config.dataDir}（或清空数据库）再启动`,
      );
    }
    if (!begun) {
      process.stdout.write('正在布置五个地方的演示数据，约半分钟……\n');
      await tell(app, teller, places, Date.now());
      clock.comeBack();
      for (const accountId of relatives(places)) await allowNotices(teller, wechat, accountId);
      await app.database.tx(teller.ctx(), (tx) =>
        app.nest.get(Audit).record(tx, { action: 'demo.seed', subjectId: TOLD }),
      );
    }
    await hangDoorCodes(app, teller, world, places);
    await remindWechat(teller, world, accounts, relatives(places));
    await teller.leave();
  };
  return { options: { clock, mount }, prepare };
}

/** The simulated platform pushes to this very server, a moment after it has answered. */
function pushesTo({ port, wechat: { push } }: Config): Pick<AppSeed, 'push'> {
  if (!push) return {};
  const url = `http://127.0.0.1:${port}/api/wechat/push`;
  // In plain mode the console asks for a key as well, and it does not matter which.
  const encodingAesKey = push.aesKey?.toString('base64').slice(0, -1) ?? DEMO_WECHAT.pushAesKey;
  return { push: { url, token: push.token, encodingAesKey, mode: push.aesKey ? 'safe' : 'plain', delayMs: 500 } };
}

/** Marks in the audit that the story was told to its end; another name when it becomes another story. */
const TOLD = 'demo-five-places';

function isTold(app: App): Promise<boolean> {
  return app.database.read.existsBy(AuditEntry, { action: 'demo.seed', subjectId: TOLD });
}

async function isBegun(app: App, teller: Storyteller, accounts: readonly DemoAccount[]): Promise<boolean> {
  const first = accounts[0];
  return first !== undefined && (await app.nest.get(Accounts).byOpenid(teller.ctx(), first.openid)) !== null;
}

/** What hangs on the doors, for "scanning" it in the simulated world. */
async function hangDoorCodes(app: App, teller: Storyteller, world: World, places: readonly DemoPlace[]): Promise<void> {
  const registry = app.nest.get(Registry);
  for (const { id, name, place, doorCode } of places.flatMap(({ people }) => people.elders)) {
    if (!doorCode) continue;
    const { url } = await app.database.tx(teller.ctx(), (tx) => registry.issueDoorCode(tx, id, doorCode.id));
    world.doorCodes.add({ id: doorCode.id, label: `${name}家的门，${place}`, url });
  }
}

/** Accounts whose kinship the community has confirmed. */
function relatives(places: readonly DemoPlace[]): string[] {
  const kinships = places.flatMap(({ people }) =>
    people.elders.flatMap(({ relatives: kin }) => kin.map(({ kinship }) => kinship)),
  );
  return [...new Set(kinships.flatMap((kinship) => (kinship?.status === 'confirmed' ? [kinship.account] : [])))];
}

/** They have tapped 「有事微信告诉我」 before, so the first notice of the demo arrives. */
async function allowNotices(teller: Storyteller, wechat: AppSeed, accountId: string): Promise<void> {
  const results = wechat.templates.map(({ id }) => ({ templateId: id, result: 'accept' }));
  for (let times = 0; times < 2; times += 1)
    await teller.act(accountId, 'POST', '/subscriptions', { id: newId(teller.ctx().at), results });
}

/** The simulated platform forgets everything when the process ends; our ledger says how many messages each person allows. */
async function remindWechat(
  teller: Storyteller,
  world: World,
  accounts: readonly DemoAccount[],
  kin: readonly string[],
): Promise<void> {
  for (const { id, openid } of accounts.filter((account) => kin.includes(account.id))) {
    const user = world.people.getOrThrow(openid);
    const asked = { id: newId(teller.ctx().at), results: [] };
    const { credits } = await teller.act<{ credits: { templateId: string; left: number }[] }>(
      id,
      'POST',
      '/subscriptions',
      asked,
    );
    for (const { templateId, left } of credits) {
      for (let n = 0; n < left; n += 1)
        world.subscriptions.request(user, world.appOf(user), { results: { [templateId]: 'accept' } });
    }
  }
}

function toUsers({ name: place, people }: DemoPlace): UserSeed[] {
  return people.accounts.map(({ openid, name, phone, persona }) => ({
    ...{ openid, name, phone },
    note: persona ? `${place}，${persona.role}` : place,
  }));
}
