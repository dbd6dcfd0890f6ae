import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, cpSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sourceOfShift, storyShift } from './story-time';

const root = join(__dirname, '../../../..');
/** The demo's half year is told before the server is ready: about ten seconds, more on a busy machine. */
const START_MS = 90_000;
const STOP_MS = 10_000;
/** A folder that needs no disk, where there is one: a journey waits for the product, not for commits. */
const IN_MEMORY = '/dev/shm';

/** One answer of the service; `body` is whatever JSON came. */
export interface Reply {
  status: number;
  // What a test reads is checked by its assertions.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

/** Calls the service as one person, beside the browser: what it says is what is true. */
export type Client = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) => Promise<Reply>;

/** Where the data lie that `tell-story.ts` has made, for all journeys of a run. */
export const TOLD_STORY = 'TANFANG_TOLD_STORY';

/** The whole product in a process of its own: server, simulated WeChat, the demo's story, a folder of data of its own. */
export class Product {
  private constructor(
    readonly origin: string,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  /** @param shiftMs how far its clock is put forward */
  static async start(shiftMs = storyShift): Promise<Product> {
    const built = ['server/dist/src/main.js', 'miniprogram/dist/h5/index.html'];
    const missing = built.find((file) => !existsSync(join(root, file)));
    if (missing) throw new Error(`没有 ${missing}，先构建：node scripts/build.mjs`);
    const folder = mkdtempSync(join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), 'tanfang-journeys-'));
    const told = process.env[TOLD_STORY];
    if (told) cpSync(told, join(folder, 'data'), { recursive: true });
    const port = await freePort();
    const log = openSync(join(folder, 'log'), 'a');
    const shift = `data:text/javascript,${encodeURIComponent(sourceOfShift(shiftMs))}`;
    const child = spawn(process.execPath, ['--import', shift, join(root, 'server/dist/src/main.js')], {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        DEMO: '1',
        PORT: String(port),
        DATA_DIR: join(folder, 'data'),
        LOG_LEVEL: 'info',
      },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    // A run that is broken off must not leave a server behind.
    process.once('exit', () => child.kill('SIGKILL'));
    const product = new Product(`http://localhost:${port}`, child, folder);
    try {
      await product.untilReady();
    } catch (error) {
      await product.stop();
      throw error;
    }
    return product;
  }

  /** The end of what the server wrote. */
  get log(): string {
    return readFileSync(join(this.folder, 'log'), 'utf8').split('\n').slice(-40).join('\n');
  }

  /** Ends the server and forgets its data; never rejects. */
  async stop(): Promise<void> {
    await this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Ends the server and leaves its data. */
  async end(): Promise<string> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill('SIGTERM');
      await Promise.race([ended, pause(STOP_MS, undefined, { ref: false })]);
      this.child.kill('SIGKILL');
    }
    return join(this.folder, 'data');
  }

  /** Signs in as somebody of the story. */
  async as(persona: string): Promise<Client> {
    const { body } = await this.call('POST', '/api/demo/sessions', {}, { persona });
    const authorization = `Bearer ${String(body.token)}`;
    return (method, path, sent) => this.call(method, `/api${path}`, { authorization }, sent);
  }

  /** What happens in the simulated world: `/phones/{openid}/messages`, see server/simulator/README.md. */
  readonly world: Client = (method, path, body) => this.call(method, `/simulator/world${path}`, {}, body);

  /** What is printed on the code at somebody's door. */
  async doorUrl(elderName: string): Promise<string> {
    const doors = (await this.world('GET', '/door-codes')).body.items as { label: string; url: string }[];
    const door = doors.find(({ label }) => label.startsWith(elderName));
    if (!door) throw new Error(`${elderName}家门上没有码`);
    return door.url;
  }

  private async call(method: string, path: string, headers: Record<string, string>, body?: object): Promise<Reply> {
    const response = await fetch(this.origin + path, {
      method,
      headers: {
        'x-tanfang-client': 'weapp',
        ...headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text };
  }

  private async untilReady(): Promise<void> {
    const until = Date.now() + START_MS;
    while (Date.now() < until) {
      if (this.child.exitCode !== null) throw new Error(`服务没有起来：\n${this.log}`);
      const answer = await fetch(`${this.origin}/api/health/ready`).catch(() => null);
      await answer?.arrayBuffer();
      if (answer?.status === 200) return;
      await pause(250);
    }
    throw new Error(`服务 ${START_MS / 1000} 秒还没有就绪：\n${this.log}`);
  }
}

/** A port nobody listens on just now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Openid of somebody of a place's story. */
export const openidOf = (persona: string, place = 'jinan') => `oDemo-${place}-${persona}`;

/**
 * Asks again and again until the answer is the wanted one.
 * @param look what is to become true, in words
 * @param within ms
 */
export async function eventually<T>(
  look: string,
  ask: () => Promise<T>,
  wanted: (answer: T) => boolean,
  within = 20_000,
): Promise<T> {
  const until = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > until) {
      throw new Error(`${look}：等了 ${within / 1000} 秒还不是。最后看到：${JSON.stringify(answer)?.slice(0, 800)}`);
    }
    await pause(200);
  }
}
