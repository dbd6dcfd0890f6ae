import { openidOf, Product } from '../journeys/support/product';
import { Phone, type Behaviour } from './phone';

/** wx.request, connected to the running service. */
function connectedTo(product: Product): Behaviour {
  return async ({ url, method, header, data }) => {
    const response = await fetch(product.origin + String(url), {
      method: (method as string | undefined) ?? 'GET',
      headers: header as Record<string, string>,
      ...(data === undefined || method === 'GET' ? {} : { body: data as string }),
    });
    const headers = Object.fromEntries(response.headers.entries());
    return { statusCode: response.status, data: await response.text(), header: headers };
  };
}

describe('小程序，在没有微信的地方跑起来', () => {
  let product: Product;
  beforeAll(async () => {
    product = await Product.start();
  }, 120_000);
  afterAll(() => product?.stop());

  const phoneOf = (persona: string, changes: Record<string, Behaviour> = {}) =>
    new Phone({
      login: async () => (await product.world('POST', `/phones/${openidOf(persona)}/login-codes`)).body as object,
      request: connectedTo(product),
      ...changes,
    });

  it('用微信登录，周敏看到今天的名单', async () => {
    const phone = phoneOf('zhoumin');
    phone.launch();
    await phone.sees('李秀兰');
    expect(phone.route).toBe('visitor/today/index');
    expect(phone.words).toContain('孙桂英');
    expect(phone.asked('login')).toHaveLength(1);
    expect(phone.errors).toEqual([]);
  });
});
