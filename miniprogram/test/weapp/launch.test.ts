import { Phones } from './support/phones';

/** A busy machine takes its time. */
jest.setTimeout(60_000);

let phones: Phones;

beforeAll(async () => {
  phones = await Phones.switchOn();
}, 120_000);
afterAll(() => phones?.switchOff());

describe('小程序在微信里打开', () => {
  it('不用问就登录，周敏看到今天该看的三位', async () => {
    const zhoumin = phones.of('zhoumin');
    zhoumin.wechat.launch();
    await zhoumin.sees('李秀兰');
    expect(zhoumin.wechat.address).toBe('visitor/today/index');
    expect(zhoumin.words).toMatch(/孙桂英.*李秀兰.*刘长河/);
    expect(zhoumin.wechat.calls.filter(({ api }) => api === 'login')).toHaveLength(1);
    expect(zhoumin.wechat.errors).toEqual([]);
  });

  it('王静看到妈妈，刘芳看到今早要办的事', async () => {
    const wangjing = phones.of('wangjing');
    wangjing.wechat.launch();
    await wangjing.sees('李秀兰，82 岁');
    const liufang = phones.of('liufang');
    liufang.wechat.launch();
    await liufang.sees('先办哪几件');
    expect([...wangjing.wechat.errors, ...liufang.wechat.errors]).toEqual([]);
  });

  it('从微信扫门牌码直接打开', async () => {
    const zhoumin = phones.of('zhoumin');
    const door = await phones.product.doorUrl('李秀兰');
    zhoumin.wechat.launch(`visitor/scan/index?q=${encodeURIComponent(door)}`);
    await zhoumin.sees('门牌码对上了');
    await zhoumin.sees('听力不好');
    expect(zhoumin.wechat.address).toMatch(/^visitor\/card\/index\?elderId=/);
  });

  it('登录凭证过期：自己重新登录，人不用管', async () => {
    const zhoumin = phones.of('zhoumin');
    zhoumin.wechat.launch();
    await zhoumin.sees('李秀兰');
    zhoumin.wechat.storage.set('session-token', 'long-since-over');
    await zhoumin.taps('李秀兰');
    await zhoumin.sees('听力不好');
    expect(zhoumin.wechat.calls.filter(({ api }) => api === 'login')).toHaveLength(2);
  });
});

describe('网不好的时候', () => {
  it('慢：先画出样子，五秒还没来就说一声，来了就打开', async () => {
    const zhoumin = phones.of('zhoumin', 20);
    zhoumin.wechat.network.state = 'slow';
    zhoumin.wechat.network.delayMs = 900;
    zhoumin.wechat.launch();
    await zhoumin.sees('正在打开');
    await zhoumin.sees('网有点慢，再等等');
    await zhoumin.sees('李秀兰');
  });

  it('没有回音：说是网慢，给一个编号，再试一次就好', async () => {
    const zhoumin = phones.of('zhoumin', 50);
    zhoumin.wechat.launch();
    await zhoumin.sees('李秀兰');
    zhoumin.wechat.storage.clear();
    zhoumin.wechat.network.state = 'silent';
    await zhoumin.taps('记录');
    await zhoumin.sees('网有点慢，没等到回音');
    expect(zhoumin.words).toMatch(/编号 [0-9A-Z]{4}/);
    zhoumin.wechat.network.state = 'good';
    await zhoumin.taps('再试一次');
    await zhoumin.sees('已收到');
  });

  it('断了：说这一页要有网，不说是谁的错', async () => {
    const wangjing = phones.of('wangjing');
    wangjing.wechat.network.state = 'down';
    wangjing.wechat.launch();
    await wangjing.sees('这一页要有网才能看');
    expect(wangjing.wechat.network.sent).toEqual([]);
  });
});
