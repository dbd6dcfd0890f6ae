import type { FastifyInstance } from 'fastify';

import { simulator, World, type UserSeed } from '../../simulator';
import type { App, AppOptions } from '../app';
import { demoPlaces, type DemoAccount, type DemoPlace } from '../database/seeds/demo';
import { Accounts } from '../modules/identity';
import { Registry } from '../modules/registry';
import { calendarDate } from '../platform/clock/clock';
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
export function openDemo(): Demo {
  const clock = new DemoClock();
  const places = demoPlaces(calendarDate(Date.now())).filter(({ packId }) => packId === 'jinan');
  const accounts = places.flatMap(({ people }) => people.accounts);
  const world = new World({ apps: [simulatedWechatApp()], users: accounts.map(toUser), clock: () => clock.now() });
  const mount = async (instance: FastifyInstance) => {
    await instance.register(simulator, { prefix: '/simulator', apps: [simulatedWechatApp()], world });
  };
  const prepare = async (app: App) => {
    const teller = new Storyteller(app, clock);
    if (!(await isTold(app, teller, accounts))) {
      process.stdout.write('正在布置演示数据，约半分钟……\n');
      for (const place of places) await tell(app, teller, place, Date.now());
      clock.comeBack();
      await teller.leave();
    }
    await hangDoorCodes(app, teller, world, places);
  };
  return { options: { clock, mount }, prepare };
}

async function isTold(app: App, teller: Storyteller, accounts: readonly DemoAccount[]): Promise<boolean> {
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

function toUser({ openid, name, phone, persona }: DemoAccount): UserSeed {
  return { openid, name, phone, ...(persona ? { note: persona.role } : {}) };
}
