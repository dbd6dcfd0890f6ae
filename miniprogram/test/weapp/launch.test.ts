import { join } from 'node:path';
import { openidOf, Product } from '../journeys/support/product';
import { Person } from './support/person';
import { isBuilt, WeChat } from './support/wechat';

const dist = join(__dirname, '../../dist/weapp');

let product: Product;
const phones: WeChat[] = [];

beforeAll(async () => {
  if (!isBuilt(dist)) throw new Error('先构建小程序：node scripts/build.mjs weapp');
  product = await Product.start();
}, 120_000);
afterAll(async () => {
  for (const phone of phones) phone.close();
  await product?.stop();
});

/** Somebody's phone with WeChat on it; nobody has opened the mini-program yet. */
function phoneOf(persona: string, haste = 1): Person {
  const loginCode = async () => {
    const { body } = await product.world('POST', `/phones/${openidOf(persona)}/login-codes`);
    return body.code as string;
  };
  const wechat = new WeChat({ dist, origin: product.origin, loginCode, haste });
  phones.push(wechat);
  return new Person(wechat);
}

describe('小程序在微信里启动', () => {
  it('不用问就登录，周敏看到今天该看的三位', async () => {
    const zhoumin = phoneOf('zhoumin');
    zhoumin.wechat.launch();
    await zhoumin.sees('李秀兰');
    expect(zhoumin.wechat.address).toBe('visitor/today/index');
    expect(zhoumin.words).toMatch(/孙桂英.*李秀兰.*刘长河/);
    expect(zhoumin.wechat.calls.map(({ api }) => api)).toContain('login');
    expect(zhoumin.wechat.errors).toEqual([]);
  }, 60_000);
});
