import { join } from 'node:path';
import { openidOf, Product } from '../../journeys/support/product';
import { Person } from './person';
import { isBuilt, WeChat } from './wechat';

const dist = join(__dirname, '../../../dist/weapp');

/** The service, and phones with WeChat on which nobody has opened the mini-program yet. */
export class Phones {
  private readonly used: WeChat[] = [];

  private constructor(readonly product: Product) {}

  static async switchOn(): Promise<Phones> {
    if (!isBuilt(dist)) throw new Error('先构建小程序：node scripts/build.mjs weapp');
    return new Phones(await Product.start());
  }

  async switchOff(): Promise<void> {
    for (const wechat of this.used) wechat.close();
    await this.product.stop();
  }

  /** @param haste how many times faster than life the app's timers run */
  of(persona: string, haste = 1): Person {
    const loginCode = async () => {
      const { body } = await this.product.world('POST', `/phones/${openidOf(persona)}/login-codes`);
      return body.code as string;
    };
    const wechat = new WeChat({ dist, origin: this.product.origin, loginCode, haste });
    this.used.push(wechat);
    return new Person(wechat);
  }
}
