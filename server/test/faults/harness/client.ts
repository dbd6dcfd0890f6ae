import type { Person } from '../../api/registry/story';
import { pause } from './program';
import type { Stage } from './stage';

export interface Reply {
  status: number;
  // What a test reads is checked by its assertions.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

const PATIENCE_MS = 20_000;
const BETWEEN_TRIES_MS = 40;

/** Asks as the phones do: without an answer, or with "later" (5xx), the same again, until somebody answers. */
export class Client {
  /** How often each status came; `none` where no answer did. */
  readonly met = new Map<number | 'none', number>();
  private turn = 0;

  constructor(private readonly stage: Pick<Stage, 'origins'>) {}

  async call(as: Person, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Reply> {
    for (;;) {
      const reply = await this.once(as, method, path, body);
      if (reply && reply.status < 500) return reply;
      await pause(BETWEEN_TRIES_MS);
    }
  }

  /** One try. @returns null when no answer came */
  async once(as: Person, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Reply | null> {
    const { origins } = this.stage;
    const origin = origins[(this.turn += 1) % Math.max(origins.length, 1)];
    if (!origin) return null;
    const isBytes = Buffer.isBuffer(body);
    try {
      const answer = await fetch(`${origin}/api${path}`, {
        method,
        headers: {
          ...{ 'x-tanfang-client': 'weapp', authorization: `Bearer ${as.token}` },
          ...(body ? { 'content-type': isBytes ? 'image/jpeg' : 'application/json' } : {}),
        },
        ...(body ? { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const text = await answer.text();
      this.count(answer.status);
      return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
    } catch {
      this.count('none');
      return null;
    }
  }

  private count(status: number | 'none'): void {
    this.met.set(status, (this.met.get(status) ?? 0) + 1);
  }
}
