import type { AppSeed, TemplateSeed, WorldSeed } from '../seeds';
import { WechatError } from '../errors';
import { Codes } from './codes';
import { dataTypeOf } from './data-types';
import { DoorCodes } from './door-codes';
import { Faults } from './faults';
import { Messages } from './messages';
import { People, type User } from './people';
import { Pushes } from './pushes';
import { Quotas } from './quotas';
import { Subscriptions } from './subscriptions';
import { Tokens } from './tokens';

export interface MadeWxacode {
  appid: string;
  scene: string;
  page: string;
  envVersion: string;
  checked: boolean;
}

/** The whole simulated platform, in memory: gone when the process ends. */
export class World {
  readonly apps: readonly AppSeed[];
  readonly clock: () => number;
  readonly appUrl: string;
  readonly quotas: Quotas;
  readonly tokens: Tokens;
  readonly people: People;
  readonly codes: Codes;
  readonly subscriptions = new Subscriptions();
  readonly messages: Messages;
  readonly faults = new Faults();
  readonly doorCodes: DoorCodes;
  readonly pushes: Pushes;
  readonly wxacodes: MadeWxacode[] = [];

  /** @throws Error when a template asks for a data type the platform does not have */
  constructor(seed: WorldSeed) {
    this.apps = seed.apps;
    this.clock = seed.clock ?? Date.now;
    this.appUrl = seed.appUrl ?? '';
    this.quotas = new Quotas(this.clock);
    this.tokens = new Tokens(this.clock, this.quotas);
    this.people = new People(seed.apps);
    this.codes = new Codes(this.clock);
    this.messages = new Messages(this.clock);
    this.doorCodes = new DoorCodes(seed.doorCodes ?? []);
    this.pushes = new Pushes(this.clock, seed.apps);
    for (const template of seed.apps.flatMap((app) => app.templates)) requireDataTypes(template);
    for (const user of seed.users ?? []) this.people.add(user);
  }

  /** @throws WechatError 41002, 40013, 41004, 40125 */
  authenticate(appid: string, secret: string): AppSeed {
    if (appid === '') throw new WechatError(41002);
    const app = this.apps.find((candidate) => candidate.appid === appid);
    if (!app) throw new WechatError(40013);
    if (secret === '') throw new WechatError(41004);
    if (app.secret !== secret) throw new WechatError(40125);
    return app;
  }

  /** @throws WechatError 41001, 40001, 42001 */
  appOfToken(token: string): AppSeed {
    return this.appOf({ appid: this.tokens.appidOf(token) });
  }

  appOf({ appid }: Pick<User, 'appid'>): AppSeed {
    const app = this.apps.find((candidate) => candidate.appid === appid);
    if (!app) throw new WechatError(40013);
    return app;
  }
}

function requireDataTypes(template: TemplateSeed): void {
  const wrong = template.fields.find(({ key }) => dataTypeOf(key) === null);
  if (wrong) throw new Error(`Template ${template.id}: the platform has no data type for ${wrong.key}`);
}
