import { writeFileSync } from 'node:fs';
import { connect, createServer, type Server as Listener, type Socket } from 'node:net';
import { join } from 'node:path';

import type { FaultRequest, Message, WorldSeed } from '../../../simulator';
import { freePort, Program, until } from './program';

const ENTRY = join(__dirname, '../../../dist/simulator/main.js');
export const SEND = '/cgi-bin/message/subscribe/send';

export type Accepted = Message & { openid: string };

/** WeChat, simulated in a process of its own: it lives on when a server dies, and remembers what it took. */
export class Wechat {
  private constructor(
    private readonly world: string,
    private readonly program: Program,
    /** Between the servers and the platform; cut, nobody reaches it. */
    readonly wire: Wire,
    private readonly templateIds: readonly string[],
  ) {}

  static async start(folder: string, seed: WorldSeed, clockPath: string): Promise<Wechat> {
    const seeds = join(folder, 'wechat.json');
    writeFileSync(seeds, JSON.stringify(seed));
    const port = await freePort();
    const env = { PORT: String(port), SIMULATOR_WORLD: seeds, TEST_CLOCK_FILE: clockPath };
    const program = new Program(process.execPath, [ENTRY], join(folder, 'wechat.log'), env);
    const world = `http://127.0.0.1:${port}/world`;
    const answers = () =>
      fetch(`${world}/faults`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until('The simulated WeChat answers', answers, { why: () => program.output });
    const templateIds = seed.apps.flatMap(({ templates }) => templates.map(({ id }) => id));
    return new Wechat(world, program, await Wire.to(port), templateIds);
  }

  /** Where the servers reach the platform. */
  get baseUrl(): string {
    return `http://127.0.0.1:${this.wire.port}/api.weixin.qq.com`;
  }

  /** Each of these people taps 允许 so often, for every template. */
  async accept(people: readonly { openid: string }[], taps: number): Promise<void> {
    const results = Object.fromEntries(this.templateIds.map((id) => [id, 'accept']));
    for (const { openid } of people) {
      for (let tap = 0; tap < taps; tap += 1) await this.call('POST', `/phones/${openid}/subscriptions`, { results });
    }
  }

  /** Every message that the platform took. It tells no two apart that say the same. */
  async journal(): Promise<Accepted[]> {
    return (await this.call<{ items: Accepted[] }>('GET', '/messages')).items;
  }

  async fail(...faults: FaultRequest[]): Promise<void> {
    for (const fault of faults) await this.call('POST', '/faults', fault);
  }

  /** How often each kind of fault was met; those that were used up are not listed any more. */
  async hits(): Promise<Record<string, number>> {
    const { items } = await this.call<{ items: { kind: string; hits: number }[] }>('GET', '/faults');
    const hits: Record<string, number> = {};
    for (const { kind, hits: count } of items) hits[kind] = (hits[kind] ?? 0) + count;
    return hits;
  }

  async mend(): Promise<void> {
    await fetch(`${this.world}/faults`, { method: 'DELETE' });
  }

  async stop(): Promise<void> {
    await this.wire.cut();
    await this.program.kill();
  }

  private async call<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(this.world + path, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    if (!answer.ok) throw new Error(`The simulated world refuses ${method} ${path}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}

/** Passes bytes on, until it is cut: then connections break and new ones are refused. */
class Wire {
  private listener: Listener | null = null;
  private readonly sockets = new Set<Socket>();

  private constructor(
    readonly port: number,
    private readonly target: number,
  ) {}

  static async to(target: number): Promise<Wire> {
    const wire = new Wire(await freePort(), target);
    await wire.mend();
    return wire;
  }

  async cut(): Promise<void> {
    const over = new Promise<void>((resolve) => (this.listener ? this.listener.close(() => resolve()) : resolve()));
    this.listener = null;
    for (const socket of this.sockets) socket.destroy();
    await over;
  }

  mend(): Promise<void> {
    const listener = createServer((near) => {
      const far = connect(this.target, '127.0.0.1');
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(socket);
        socket.on('close', () => {
          this.sockets.delete(socket);
          other.destroy();
        });
        socket.on('error', () => other.destroy());
        socket.pipe(other);
      }
    });
    this.listener = listener;
    return new Promise((resolve, reject) => {
      listener.once('error', reject);
      listener.listen(this.port, '127.0.0.1', resolve);
    });
  }
}
