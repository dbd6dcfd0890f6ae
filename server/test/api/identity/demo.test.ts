import { randomBytes } from 'node:crypto';

import { Accounts } from '../../../src/modules/identity';
import { loadConfig } from '../../../src/platform/config/config';
import { startTestApp, type TestApp } from '../support/app';

const key = () => randomBytes(32).toString('base64');
/** What a real installation sets. */
const REAL = {
  ...{ DEMO: '0', ENCRYPTION_KEYS: `k1:${key()}`, INDEX_KEY: key(), LINK_KEY: key() },
  ...{ WECHAT_APP_ID: 'wx-of-the-city', WECHAT_APP_SECRET: 'secret' },
};

type Persona = {
  persona: string;
  name: string;
  role: string;
  story: string;
  side: string;
  place: { name: string; lead: string };
};

describe('in the demo', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startTestApp();
  });
  afterAll(() => t.close());

  it('the people of the story introduce themselves', async () => {
    const { body } = await t.call<Persona[]>('GET', '/demo/personas');
    expect(body.map(({ persona }) => persona)).toEqual(expect.arrayContaining(['zhoumin', 'wangjing', 'liufang']));
    expect(body.find(({ persona }) => persona === 'zhoumin')).toEqual({
      ...{ persona: 'zhoumin', name: '周敏' },
      ...{ role: expect.stringContaining('探访员'), story: expect.stringMatching(/。$/), side: 'visitor' },
      place: { name: '济南', lead: expect.stringMatching(/。$/) },
    });
  });

  it('five places, each with somebody who visits, a child, the community and the street', async () => {
    const { body } = await t.call<Persona[]>('GET', '/demo/personas');
    const places = [...new Set(body.map(({ place }) => place.name))];
    expect(places).toEqual(['济南', '北京', '黑龙江', '辽宁', '石狮']);
    for (const name of places) {
      const people = body.filter(({ place }) => place.name === name);
      expect(new Set(people.map(({ side }) => side))).toEqual(new Set(['visitor', 'family', 'officer']));
      for (const word of [/探访员/, /女儿|儿子/, /社区工作人员|村委会工作人员/, /街道工作人员|镇里工作人员/]) {
        expect(people.some(({ role }) => word.test(role))).toBe(true);
      }
    }
    expect(new Set(body.map(({ persona }) => persona)).size).toBe(body.length);
  });

  it('one can be one of them, once the story is in the database', async () => {
    const signIn = (persona: unknown) => t.call('POST', '/demo/sessions', { body: { persona } });
    expect(await signIn('zhoumin')).toMatchObject({ status: 404, body: { code: 'access.not-found' } });
    await t.app.database.tx(t.ctx(), (tx) =>
      t.app.nest.get(Accounts).register(tx, { openid: 'oDemo-jinan-zhoumin', name: '周敏' }),
    );
    expect(await signIn('zhoumin')).toMatchObject({
      status: 201,
      body: {
        token: expect.any(String),
        me: { account: { name: '周敏' }, demo: { phoneUrl: '/simulator/phones/oDemo-jinan-zhoumin' } },
      },
    });
    expect(await signIn('nobody')).toMatchObject({ status: 404 });
    expect(await signIn(5)).toMatchObject({ status: 400, body: { fields: [{ field: 'persona' }] } });
    expect(await signIn(undefined)).toMatchObject({
      status: 400,
      body: { fields: [{ message: expect.stringContaining('演示人物') }] },
    });
  });
});

describe('outside the demo', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startTestApp({ env: REAL });
  });
  afterAll(() => t.close());

  it('there is no way in without WeChat', async () => {
    for (const [method, path] of [
      ['GET', '/demo/personas'],
      ['POST', '/demo/sessions'],
    ] as const) {
      const body = method === 'POST' ? { body: { persona: 'zhoumin' } } : {};
      expect(await t.call(method, path, body)).toMatchObject({ status: 404, body: { code: 'access.not-found' } });
    }
  });

  it('nobody is told of a simulated phone', async () => {
    const { people, codes } = t.simulator.world;
    // The simulator knows the demo's app only; a real one answers for its own.
    expect(codes.issue('login', people.add({ openid: 'o-x', name: '王静' }))).toEqual(expect.any(String));
    const documented = await t.call<{ paths: object }>('GET', '/openapi.json');
    expect(Object.keys(documented.body.paths).filter((path) => path.includes('demo'))).toEqual([]);
  });
});

describe('the configuration', () => {
  const demo = { DEMO: '1', ENCRYPTION_KEYS: REAL.ENCRYPTION_KEYS, INDEX_KEY: REAL.INDEX_KEY, LINK_KEY: REAL.LINK_KEY };

  it('refuses the demo in production', () => {
    expect(() => loadConfig({ ...demo, NODE_ENV: 'production', PUBLIC_URL: 'https://example.org' })).toThrow(
      /DEMO=1.*production/,
    );
  });

  it('refuses the demo with the real WeChat', () => {
    for (const host of ['https://api.weixin.qq.com', 'https://api2.weixin.qq.com/x', 'http://weixin.qq.com']) {
      expect(() => loadConfig({ ...demo, WECHAT_BASE_URL: host })).toThrow(/DEMO=1 不能连真实的微信/);
    }
    expect(loadConfig(demo).wechat.baseUrl).toContain('127.0.0.1');
  });
});
