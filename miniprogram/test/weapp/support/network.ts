import { setTimeout as pause } from 'node:timers/promises';

interface RequestOption {
  url: string;
  method?: string;
  header?: Record<string, string>;
  data?: string | ArrayBuffer;
  timeout?: number;
  success?: (reply: { statusCode: number; data: string; header: Record<string, string>; errMsg: string }) => void;
  fail?: (said: { errMsg: string }) => void;
  complete?: () => void;
}

export interface Sent {
  method: string;
  path: string;
  body: unknown;
}

/** wx.request, connected to a really running service. */
export class Network {
  /**
   * `slow`: answers take `delayMs`. `down`: nothing is reached. `silent`: nothing is reached, and no answer ever comes.
   * `deaf`: all of it is reached and done, and no answer ever comes.
   */
  state: 'good' | 'slow' | 'down' | 'silent' | 'deaf' = 'good';
  delayMs = 0;
  /** Everything that left the phone. */
  readonly sent: Sent[] = [];

  /**
   * @param origin of the service
   * @param haste how many times faster than life a phone's patience runs out
   */
  constructor(
    private readonly origin: string,
    private readonly haste: number,
  ) {}

  readonly request = (option: RequestOption): { abort(): void } => {
    this.answer(option).then(
      (reply) => {
        option.success?.(reply);
        option.complete?.();
      },
      (error: Error) => {
        option.fail?.({ errMsg: error.message });
        option.complete?.();
      },
    );
    return { abort: () => undefined };
  };

  private async answer(option: RequestOption) {
    const { url, method = 'GET', header = {}, data, timeout = 60_000 } = option;
    const path = url.replace(/^https?:\/\/[^/]+/, '');
    if (this.state === 'down') throw new Error('request:fail ');
    this.sent.push({ method, path, body: typeof data === 'string' ? JSON.parse(data) : (data ?? null) });
    const { state } = this;
    if (state === 'silent') return this.runOut(timeout);
    if (state === 'slow') await pause(this.delayMs);
    const body = data === undefined ? null : typeof data === 'string' ? data : Buffer.from(data);
    const reply = await fetch(this.origin + path, { method, headers: header, body: body as BodyInit | null });
    const text = await reply.text();
    if (state === 'deaf') return this.runOut(timeout);
    return { statusCode: reply.status, data: text, header: Object.fromEntries(reply.headers), errMsg: 'request:ok' };
  }

  private async runOut(timeout: number): Promise<never> {
    await pause(timeout / this.haste, undefined, { ref: false });
    throw new Error('request:fail timeout');
  }
}
