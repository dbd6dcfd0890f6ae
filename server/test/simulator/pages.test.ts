import fastify from 'fastify';
import { simulator } from '../../simulator';
import { MORNING, PROGRESS, RESULT, startStory, storySeed, WANG, ZHOU, type Story } from './story';

const DAY = 86_400_000;

let story: Story;
beforeEach(() => {
  story = startStory();
});
afterEach(() => story.close());

const phone = async () => (await story.get(`/phones/${WANG}`)).text;
const submit = (url: string, form: Record<string, string>) =>
  story.app.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

describe('the world', () => {
  it('takes in another person, once', async () => {
    const created = await story.post('/world/users', { name: '刘芳', note: '社区', phone: '14200000003' });
    expect(created.status).toBe(201);
    expect(created.body.openid).toMatch(/^o[0-9A-Za-z]{27}$/);
    expect((await story.post('/world/users', { name: '又一个', openid: created.body.openid })).status).toBe(409);
    expect((await story.post('/world/users', { name: '怪', openid: '"><script>' })).status).toBe(400);
    expect((await story.post('/world/users', { name: '怪', appid: 'wx0' })).status).toBe(400);
    expect((await story.post('/world/users', {})).status).toBe(400);
    expect((await story.post('/world/users', '{')).status).toBe(400);
    expect((await story.get('/world/users')).body.items.at(-1)).toMatchObject({ name: '刘芳' });
  });

  it('knows no phone of nobody', async () => {
    for (const path of ['login-codes', 'phone-codes', 'subscriptions']) {
      expect((await story.post(`/world/phones/nobody/${path}`, { results: {} })).status).toBe(404);
    }
    expect((await story.get('/world/phones/nobody/messages')).status).toBe(404);
    expect((await story.get('/phones/nobody')).status).toBe(404);
  });

  it('hangs door codes up and takes them down', async () => {
    await story.post('/world/door-codes', { label: '孙桂英家', url: 'https://tanfang.example.cn/d/02' });
    expect((await story.get('/world/door-codes')).body.items).toHaveLength(2);
    const { items } = (
      await story.put('/world/door-codes', { items: [{ id: 'new', label: '新', url: 'https://a/b' }] })
    ).body;
    expect(items).toEqual([{ id: 'new', label: '新', url: 'https://a/b' }]);
    expect((await story.get('/world/door-codes')).body.items).toEqual(items);
    expect((await story.get('/world/door-codes/new/qr.png')).bytes.subarray(1, 4).toString()).toBe('PNG');
    expect((await story.get('/world/door-codes/door-li/qr.png')).status).toBe(404);
    expect((await story.post('/world/door-codes', { label: '没有链接' })).status).toBe(400);
    expect((await story.post('/world/door-codes', items[0])).status).toBe(409);
  });
});

describe('the list of phones', () => {
  it('says what it is, and who has how many notices', async () => {
    await story.accept();
    await story.send();
    const { text, type } = await story.get('/');
    expect(type).toContain('text/html');
    expect(text).toContain('微信模拟器，样例数据');
    expect(text).toContain(`href="/phones/${ZHOU}"`);
    expect(text.match(/\d 条通知/g)).toEqual(['1 条通知']);
  });
});

describe('a phone', () => {
  it('shows notices as the chat does, with the way into the app', async () => {
    expect(await phone()).toContain('还没有通知');
    await story.accept();
    await story.accept();
    await story.send({ page: 'family/need/index?id=01NEED&from=notice' });
    await story.send();
    const text = await phone();
    expect(text).toContain('服务通知');
    expect(text).toContain('微信模拟器，样例数据 · 王静的手机');
    expect(text).toContain('今天 9:48');
    expect(text).toMatch(/<dt>探访结果<\/dt>\s*<dd>有事待看<\/dd>/);
    expect(text).toContain('href="/#/family/need/index?id=01NEED&amp;from=notice"');
    // The second notice named no page, so its card opens nothing.
    expect(text.match(/进入小程序查看/g)).toHaveLength(1);
  });

  it('never lets a notice write markup', async () => {
    await story.accept(PROGRESS);
    await story.send({ template_id: PROGRESS, data: { thing1: { value: '<img src=x>"\'&' } } });
    const text = await phone();
    expect(text).toContain('&lt;img src=x&gt;&quot;&#39;&amp;');
    expect(text).not.toContain('<img src=x>');
  });

  it.each([
    [DAY, '昨天 9:48'],
    [3 * DAY, '11月24日 9:48'],
    [40 * DAY, '2026年11月24日 9:48'],
  ])('dates a notice of %d ms ago', async (ms, words) => {
    await story.accept();
    await story.send();
    story.clock.now = MORNING + ms;
    expect(await phone()).toContain(`>${words}</time>`);
  });

  it('offers the door codes to be scanned, the link as q', async () => {
    const q = encodeURIComponent('https://tanfang.example.cn/d/01ABC?a=1&b=2');
    const text = await phone();
    expect(text).toContain('src="/world/door-codes/door-li/qr.png"');
    expect(text).toContain(`href="/#/visitor/scan/index?q=${q}"`);
  });

  it('changes credits and switches by plain forms', async () => {
    const url = `/phones/${WANG}/switches`;
    const answer = await submit(url, { templateId: RESULT, popup: 'accept' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/phones/${WANG}#subscriptions`]);
    expect(await phone()).toContain('还能收 1 条');
    await submit(url, { templateId: RESULT, kept: 'reject' });
    expect(await phone()).toContain('不收');
    await submit(url, { mainSwitch: 'off' });
    expect(await phone()).toContain('aria-checked="false"');
  });

  it('breaks and mends the platform by plain forms', async () => {
    const form = { endpoint: '*', kind: 'slow', times: '2', delayMs: '10', openid: WANG };
    expect((await submit('/faults', form)).headers.location).toBe(`/phones/${WANG}#faults`);
    expect(await phone()).toContain('还坏 2 次，碰上 0 次，先等 10 毫秒');
    const [fault] = story.world.faults.list();
    expect((await submit(`/faults/${fault?.id}/removal`, {})).headers.location).toBe('/#faults');
    expect(await phone()).toContain('现在一切正常');
    expect((await submit(`/faults/${fault?.id}/removal`, {})).statusCode).toBe(303);
    expect((await submit('/faults', { endpoint: '*', kind: 'nothing' })).statusCode).toBe(400);
  });
});

describe('under a prefix', () => {
  it('keeps every address below it, and leads into the app elsewhere', async () => {
    const app = fastify();
    await app.register(simulator, { prefix: '/simulator', ...storySeed(() => MORNING), appUrl: 'http://app.test' });
    const page = await app.inject(`/simulator/phones/${WANG}`);
    const addresses = [...page.body.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, address = '']) => address);
    const outside = addresses.filter((address) => !address.startsWith('/simulator/') && !address.startsWith('#'));
    expect(outside.every((address) => address.startsWith('http://app.test/#/'))).toBe(true);
    for (const path of [
      '/simulator',
      '/simulator/',
      '/simulator/assets/simulator.css',
      '/simulator/assets/simulator.js',
    ]) {
      expect((await app.inject(path)).statusCode).toBe(200);
    }
    const token = await app.inject('/simulator/api.weixin.qq.com/cgi-bin/token');
    expect(token.json().errcode).toBe(40002);
    await app.close();
  });

  it('leaves the host its own way of reading bodies and telling errors', async () => {
    const app = fastify();
    await app.register(simulator, { prefix: '/simulator', ...storySeed(() => MORNING) });
    app.post('/host', async (request) => ({ got: request.body }));
    const reply = await app.inject({ method: 'POST', url: '/host', payload: { a: 1 } });
    expect(reply.json()).toEqual({ got: { a: 1 } });
    const text = { method: 'POST' as const, url: '/host', payload: 'x', headers: { 'content-type': 'text/xml' } };
    expect((await app.inject(text)).statusCode).toBe(415);
    await app.close();
  });
});
