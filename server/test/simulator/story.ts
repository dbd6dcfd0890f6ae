import { createSimulator, type RunningSimulator, type WorldSeed } from '../../simulator';

export const APPID = 'wx1111111111111111';
export const SECRET = 'secret-of-tanfang';
export const ZHOU = 'oZhouMin0000000000000000001';
export const WANG = 'oWangJing000000000000000002';
export const RESULT = 'template-visit-result';
export const PROGRESS = 'template-progress';
export const CITY = 'template-city-long-term';

/** A notice that fits `RESULT`. */
export const NOTICE = {
  thing1: { value: '您的母亲' },
  time2: { value: '2026年11月24日 09:48' },
  phrase3: { value: '有事待看' },
  thing4: { value: '她人平安，有件事请您拿主意' },
};

/** Tuesday 24 November 2026, 09:48 in Shanghai. */
export const MORNING = Date.UTC(2026, 10, 24, 1, 48);

export interface Story extends RunningSimulator {
  clock: { now: number; advance(ms: number): void };
  get(path: string): Promise<Reply>;
  post(path: string, body?: unknown): Promise<Reply>;
  put(path: string, body: unknown): Promise<Reply>;
  /** A fresh access_token of the stable line. */
  token(): Promise<string>;
  /** Sends `NOTICE`, or what is given instead of its parts, to the daughter. */
  send(changes?: Record<string, unknown>, token?: string): Promise<Reply>;
  /** The daughter taps 允许. */
  accept(templateId?: string): Promise<Reply>;
}

export interface Reply {
  status: number;
  type: string;
  text: string;
  bytes: Buffer;
  body: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests read replies of unknown shape
}

export function storySeed(now: () => number, app: Partial<WorldSeed['apps'][number]> = {}): WorldSeed {
  return {
    clock: now,
    apps: [
      {
        appid: APPID,
        secret: SECRET,
        name: '探访关爱',
        pages: ['pages/landing/index', 'family/need/index', 'visitor/scan/index'],
        templates: [
          {
            id: RESULT,
            title: '探访结果提醒',
            fields: [
              { key: 'thing1', label: '探访对象' },
              { key: 'time2', label: '探访时间' },
              { key: 'phrase3', label: '探访结果' },
              { key: 'thing4', label: '温馨提示' },
            ],
          },
          { id: PROGRESS, title: '事项进展提醒', fields: [{ key: 'thing1', label: '事项内容' }] },
          { id: CITY, title: '政务通知', kind: 'long-term', fields: [{ key: 'thing1', label: '内容' }] },
          { id: 'template-same-title', title: '探访结果提醒', fields: [{ key: 'thing1', label: '内容' }] },
          { id: 'template-banned', title: '停用的提醒', banned: true, fields: [{ key: 'thing1', label: '内容' }] },
          { id: 'template-many', title: '许多提醒', fields: [{ key: 'thing1', label: '内容' }] },
        ],
        ...app,
      },
      { appid: 'wx2222222222222222', secret: 'another-secret', templates: [] },
    ],
    users: [
      { openid: ZHOU, name: '周敏', note: '楼下邻居', phone: '14200000001', unionid: 'uZhouMin' },
      { openid: WANG, name: '王静', note: '女儿，在上海', phone: '14200000002', countryCode: 86 },
      { openid: 'oElsewhere', name: '别的小程序的人', appid: 'wx2222222222222222' },
      { openid: 'oBlocked', name: '被限制的人', blocked: true },
    ],
    doorCodes: [{ id: 'door-li', label: '李秀兰家', url: 'https://tanfang.example.cn/d/01ABC?a=1&b=2' }],
  };
}

/** A simulator at 09:48, whose clock only moves when told to. */
export function startStory(app: Partial<WorldSeed['apps'][number]> = {}): Story {
  const clock = {
    now: MORNING,
    advance(ms: number) {
      clock.now += ms;
    },
  };
  const simulator = createSimulator(storySeed(() => clock.now, app));
  const call = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown): Promise<Reply> => {
    const payload = body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) };
    const response = await simulator.app.inject({ method, url, ...payload });
    const type = String(response.headers['content-type'] ?? '');
    return {
      status: response.statusCode,
      type,
      text: response.body,
      bytes: response.rawPayload,
      body: /^[{[]/.test(response.body) ? JSON.parse(response.body) : null,
    };
  };
  const story: Story = {
    ...simulator,
    clock,
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    put: (path, body) => call('PUT', path, body),
    async token() {
      const request = { grant_type: 'client_credential', appid: APPID, secret: SECRET };
      return (await call('POST', api('/cgi-bin/stable_token'), request)).body.access_token;
    },
    async send(changes = {}, token) {
      const path = api('/cgi-bin/message/subscribe/send', { access_token: token ?? (await story.token()) });
      return call('POST', path, { touser: WANG, template_id: RESULT, data: NOTICE, ...changes });
    },
    accept: (templateId = RESULT) =>
      call('POST', `/world/phones/${WANG}/subscriptions`, { results: { [templateId]: 'accept' } }),
  };
  return story;
}

export function api(path: string, query: Record<string, string> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `/api.weixin.qq.com${path}${search ? `?${search}` : ''}`;
}
