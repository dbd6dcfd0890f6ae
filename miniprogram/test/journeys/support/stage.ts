import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright-core';
import { faultsOf, type Manner } from './check-page';
import { fingers, keyboard, type Hands } from './hands';
import { Product } from './product';
import { shiftSource } from './story-time';

const root = join(__dirname, '../../../..');
/** How long anything on a page may take to appear. */
const PATIENCE_MS = 15_000;

export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export const chromiumPath = () => process.env['CHROMIUM_PATH'] || '/usr/bin/chromium';

export interface DeviceKind {
  /** A finger, or a keyboard and a mouse. */
  by?: 'touch' | 'keyboard';
  /** A PC instead of a phone. */
  desk?: boolean;
  /** 关怀模式. */
  care?: boolean;
  /** The browser keeps the app itself. Not otherwise: what the kept app asks for no journey can hold up or count. */
  keepsApp?: boolean;
}

/** The product and a browser, with the devices of the people who use it. Pictures go to `artifacts/journeys/<name>`. */
export class Stage {
  private readonly devices: Device[] = [];
  /** Everything that is wrong with the pages that were passed. */
  readonly faults: string[] = [];
  private count = 0;
  private broken = false;

  private constructor(
    readonly product: Product,
    private readonly browser: Browser,
    readonly folder: string,
  ) {}

  static async open(name: string): Promise<Stage> {
    const folder = join(root, 'artifacts/journeys', name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const [product, browser] = await Promise.all([
      Product.start(),
      chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags }),
    ]);
    return new Stage(product, browser, folder);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.product.stop();
  }

  /** Somebody's device, with nobody signed in on it. */
  async device(kind: DeviceKind = {}): Promise<Device> {
    const context = await this.browser.newContext({ baseURL: this.product.origin, ...optionsOf(kind) });
    context.setDefaultTimeout(PATIENCE_MS);
    await context.addInitScript(shiftSource);
    if (kind.care) await context.addInitScript(() => localStorage.setItem('tanfang.care-mode', 'true'));
    const device = new Device(this, context, await context.newPage(), kind);
    this.devices.push(device);
    return device;
  }

  nextPicture(step: string): string {
    this.count += 1;
    return join(this.folder, `${String(this.count).padStart(2, '0')}-${step}.png`);
  }

  /**
   * Runs a part of a journey. When it fails, every device is photographed and its address and the server's last words go
   * into the message.
   */
  async play(part: () => Promise<void>, { goesOn = false } = {}): Promise<void> {
    // Later parts of a journey begin where earlier ones ended, unless they stand alone (`goesOn`).
    if (this.broken && !goesOn) throw withoutStack('前面的一步没有走通，见上。');
    try {
      await part();
    } catch (error) {
      this.broken = true;
      const places = await Promise.all(this.devices.map((device) => device.lastPicture()));
      const log = join(this.folder, 'server.log');
      writeFileSync(log, this.product.log);
      const seen = places.filter((place) => place !== null).join('\n');
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
      throw withoutStack(`${told}\n\n当时的画面：\n${seen}\n${log}`);
    }
  }
}

/** What is told already says where. */
function withoutStack(message: string): Error {
  const error = new Error(message);
  error.stack = message;
  return error;
}

function optionsOf({ by = 'touch', desk = false, keepsApp = false }: DeviceKind): BrowserContextOptions {
  return {
    ...{ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' as const },
    serviceWorkers: keepsApp ? ('allow' as const) : ('block' as const),
    ...(desk
      ? { viewport: { width: 1440, height: 900 } }
      : { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }),
    ...(by === 'touch' ? { hasTouch: true, isMobile: true } : {}),
  };
}

/** One browser window of one person. */
export class Device {
  readonly hands: Hands;
  private readonly manner: Manner;

  constructor(
    private readonly stage: Stage,
    readonly context: BrowserContext,
    readonly page: Page,
    { by = 'touch', desk = false, care = false }: DeviceKind,
  ) {
    this.hands = by === 'touch' ? fingers(page) : keyboard(page);
    this.manner = care ? 'care' : desk ? 'desk' : 'usual';
    page.on('pageerror', (error) => stage.faults.push(`脚本出错：${error.message}`));
    page.on('console', (message) => {
      // What the service refuses the browser reports as well; the journey itself says whether that was right.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        stage.faults.push(`控制台：${message.text().slice(0, 300)}`);
      }
    });
  }

  /** Opens an address of the product, e.g. `/#/pages/landing/index`. */
  async open(address = '/'): Promise<void> {
    await this.page.goto(address);
  }

  /** Somebody who signed in before. */
  async signIn(persona: string, address = '/'): Promise<void> {
    const headers = { 'x-tanfang-client': 'h5' };
    await this.context.request.post('/api/demo/sessions', { data: { persona }, headers });
    await this.open(address);
  }

  /** Waits until these words, or this thing, can be seen. */
  async sees(what: string | RegExp | Locator, within = PATIENCE_MS): Promise<Locator> {
    const target = typeof what === 'string' || what instanceof RegExp ? this.page.getByText(what) : what;
    const shown = target.filter({ visible: true }).first();
    await shown.waitFor({ timeout: within });
    return shown;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Anything that can be pressed and says this. */
  pressable(name: string | RegExp): Locator {
    return this.page
      .getByRole('button', { name })
      .or(this.page.getByRole('link', { name }))
      .filter({ visible: true })
      .first();
  }

  async press(what: string | RegExp | Locator): Promise<void> {
    const target = typeof what === 'string' || what instanceof RegExp ? this.pressable(what) : what;
    await this.hands.press(target);
  }

  /** As far down as the page goes. */
  async scrollToEnd(): Promise<void> {
    const page = this.page.locator('.taro_page').filter({ visible: true }).last();
    await page.evaluate((element) => element.scrollTo({ top: element.scrollHeight, behavior: 'instant' }));
  }

  /**
   * Takes a picture of the page as it stands, and looks it over.
   * @param shownAs name of the picture in docs/images; written there when DOCS_IMAGES=1
   */
  async step(name: string, shownAs?: string): Promise<void> {
    await this.picture(name);
    if (shownAs && process.env['DOCS_IMAGES'] === '1') {
      await this.page.screenshot({ path: join(root, 'docs/images', `${shownAs}.png`), scale: 'css' });
    }
    const faults = await faultsOf(this.page, this.manner);
    this.stage.faults.push(...faults.map((fault) => `${name}（${this.manner}）${fault}`));
  }

  /** Takes a picture only: of pages that are not the product's own. */
  async picture(name: string): Promise<void> {
    await this.settle();
    await this.page.screenshot({ path: this.stage.nextPicture(name) });
  }

  /** The page shows data and nothing moves. */
  async settle(): Promise<void> {
    await this.page.waitForFunction(() => {
      const shown = (element: Element) => element.getBoundingClientRect().height > 0;
      // The button that opened a sheet stays busy behind it.
      const scope = document.querySelector('dialog[open]') ?? document;
      const waiting = [...scope.querySelectorAll('.skeleton, [aria-busy="true"], .spinner')].some(shown);
      // A spinner never ends; whatever else moves comes to rest.
      const moving = document.getAnimations().some((each) => each.effect?.getComputedTiming().endTime !== Infinity);
      const loaded = document.fonts.status === 'loaded' && [...document.images].every((image) => image.complete);
      return !waiting && !moving && loaded;
    });
  }

  /** For a failed journey. @returns where the device was and the picture of it; null when it is closed */
  async lastPicture(): Promise<string | null> {
    if (this.page.isClosed()) return null;
    const path = this.stage.nextPicture('failed');
    await this.page.screenshot({ path, timeout: 5_000 }).catch(() => undefined);
    return `${this.page.url()}  ${path}`;
  }
}
