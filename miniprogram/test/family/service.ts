import { act } from '@testing-library/react';
import { signInAsPersona, type Me } from '@/state';

type Json = Record<string, unknown>;

interface Call {
  method: string;
  path: string;
  body: Json | undefined;
  /** The account it was meant for. */
  account: string | null;
}

/** `stranger`: not the service answers, but something on the way to it. */
type Answer = { status: number; body?: unknown; stranger?: true } | 'offline';

const REQUEST_ID = '01JD00000000000000000007F3';

/** Stands in for the service: remembers what it was asked, and answers as it was told to. */
export class FakeService {
  readonly calls: Call[] = [];
  private readonly answers = new Map<string, Answer[]>();

  constructor() {
    globalThis.fetch = (async (url: string, init: RequestInit) => {
      const method = init.method ?? 'GET';
      const path = url.replace(/\?.*$/, '');
      this.calls.push({
        method,
        path,
        account: new Headers(init.headers).get('x-tanfang-account'),
        body: typeof init.body === 'string' ? (JSON.parse(init.body) as Json) : undefined,
      });
      const queue = this.answers.get(`${method} ${path}`) ?? [];
      const answer = queue.length > 1 ? queue.shift() : queue[0];
      if (answer === 'offline') throw new TypeError('Failed to fetch');
      return response(answer ?? { status: 404, body: { code: 'access.not-found', detail: `没有 ${method} ${path}` } });
    }) as typeof fetch;
  }

  /** The answers of a route, one after the other; the last one stays. */
  on(route: string, ...answers: Answer[]): this {
    this.answers.set(route, answers);
    return this;
  }

  /** Everything that was written with this method and path. */
  written(route: string): Json[] {
    return this.calls.filter(({ method, path }) => `${method} ${path}` === route).map(({ body }) => body ?? {});
  }

  async signIn(me: Me): Promise<void> {
    this.on('POST /api/demo/sessions', { status: 201, body: { token: null, me } });
    await act(() => signInAsPersona('somebody'));
  }
}

const response = ({ status, body, stranger }: Exclude<Answer, 'offline'>) =>
  ({
    ok: status < 400,
    status,
    headers: new Headers(stranger ? {} : { 'x-tanfang-receipt': REQUEST_ID }),
    text: async () => (body === undefined ? '' : JSON.stringify(body)),
  }) as Response;

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Lets what was started come to its end, with the calls that follow from it. */
export const settle = () =>
  act(async () => {
    for (let turns = 0; turns < 4; turns += 1) await turn();
  });
