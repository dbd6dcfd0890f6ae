import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createContext, runInContext, type Context } from 'node:vm';

import { pathTo, put, wordsOf, type Node } from './tree';

const dist = join(__dirname, '../../dist/weapp');

/** The platform's functions that the mini-program calls, by Taro's names. */
const APIS = [
  ...['login', 'request', 'scanCode', 'requestSubscribeMessage', 'makePhoneCall', 'setClipboardData', 'vibrateShort'],
  ...['chooseMedia', 'getFileSystemManager', 'canvasToTempFilePath', 'createSelectorQuery', 'pageScrollTo', 'nextTick'],
  ...[
    'getStorageSync',
    'setStorageSync',
    'removeStorageSync',
    'getStorageInfoSync',
    'getRandomValues',
    'getNetworkType',
  ],
  ...['getSystemInfoSync', 'getWindowInfo', 'getDeviceInfo', 'getAppBaseInfo', 'getMenuButtonBoundingClientRect'],
  ...[
    'navigateTo',
    'redirectTo',
    'reLaunch',
    'navigateBack',
    'switchTab',
    'setNavigationBarTitle',
    'createOffscreenCanvas',
  ],
  ...[
    'onNetworkStatusChange',
    'offNetworkStatusChange',
    'onNeedPrivacyAuthorization',
    'onAppShow',
    'offAppShow',
    'onAppHide',
  ],
  ...[
    'offAppHide',
    'onUnhandledRejection',
    'onError',
    'showToast',
    'hideToast',
    'showModal',
    'canIUse',
    'getPrivacySetting',
  ],
];

const isSynchronous = (name: string) =>
  /Sync$|^(create|get(Window|Device|AppBase|FileSystem|MenuButton)|canIUse|nextTick)/.test(name);

/** What the platform hands to a callback-style API. */
interface Call {
  success?: (result: object) => void;
  fail?: (error: { errMsg: string }) => void;
  complete?: (result: object) => void;
  [option: string]: unknown;
}

export interface Recorded {
  api: string;
  options: Call;
}

/** How a fake API answers: an object succeeds, an Error fails with its message, a promise takes its time. */
export type Behaviour = (options: Call) => object | Error | Promise<object | Error>;

type PageConfig = Record<string, unknown> & { data?: Record<string, unknown> };

interface PageInstance {
  route: string;
  data: Record<string, unknown>;
  setData(changes: Record<string, unknown>, done?: () => void): void;
  [method: string]: unknown;
}

/**
 * WeChat's logic layer as far as the built mini-program uses it: its files run in `node:vm` without a window, every call
 * of `wx` is recorded, and what a page draws is read from what it gives to setData.
 */
export class Phone {
  readonly calls: Recorded[] = [];
  readonly errors: string[] = [];
  readonly pages: PageInstance[] = [];
  private readonly storage = new Map<string, unknown>();
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly context: Context;
  private readonly behaviours: Record<string, Behaviour>;
  private app: Record<string, (...given: unknown[]) => unknown> = {};
  private pageConfig: PageConfig | null = null;

  constructor(behaviours: Record<string, Behaviour>) {
    this.behaviours = { ...this.ownBehaviours(), ...behaviours };
    const note = (...words: unknown[]) => void this.errors.push(words.map(String).join(' '));
    this.context = createContext({
      wx: this.wx(),
      console: { ...console, error: note, warn: () => undefined, log: () => undefined },
      ...{ setTimeout, clearTimeout, setInterval, clearInterval, Promise, Date },
      App: (config: typeof this.app) => (this.app = config),
      Page: (config: PageConfig) => (this.pageConfig = config),
      Component: (config: { methods?: object } & PageConfig) => (this.pageConfig = { ...config, ...config.methods }),
      Behavior: (config: object) => config,
      getApp: () => this.app,
      getCurrentPages: () => this.pages,
    });
  }

  get page(): PageInstance {
    const top = this.pages.at(-1);
    if (!top) throw new Error(`没有打开的页面。${this.errors.join('\n')}`);
    return top;
  }

  get route(): string {
    return this.pages.at(-1)?.route ?? '';
  }

  get words(): string {
    return wordsOf(this.page.data['root'] as Node);
  }

  /** Starts the app at its first page, or at the page a code or notice opens. */
  launch(path = 'pages/landing/index', query: Record<string, string> = {}): void {
    this.require(join(dist, 'app.js'));
    const options = { path, query, scene: 1001, referrerInfo: {} };
    this.app['onLaunch']?.call(this.app, options);
    this.app['onShow']?.call(this.app, options);
    this.open(path, query);
  }

  /** What `wx` was asked for, by name. */
  asked(api: string): Recorded[] {
    return this.calls.filter((call) => call.api === api);
  }

  /** Taps the innermost thing that says `text` and listens. Synchronous, as a tap is. */
  tap(text: string): void {
    const path = pathTo(this.page.data['root'] as Node, text);
    if (!path) throw new Error(`页面 ${this.route} 上没有「${text}」，只有：${this.words}`);
    // The event bubbles: Taro's own handler walks up from the target.
    const target = [...path].reverse().find((node) => node.sid !== undefined)!;
    const touched = { id: target.sid, dataset: { sid: target.sid }, offsetLeft: 0, offsetTop: 0 };
    const event = {
      type: 'tap',
      timeStamp: Date.now(),
      target: touched,
      currentTarget: touched,
      detail: {},
      touches: [],
      changedTouches: [],
    };
    (this.page['eh'] as (event: object) => void).call(this.page, event);
  }

  /** Waits until the page says `text`. */
  async sees(text: string, withinMs = 15_000): Promise<void> {
    const until = Date.now() + withinMs;
    while (this.pages.length === 0 || !this.words.includes(text)) {
      if (Date.now() > until)
        throw new Error(
          `等「${text}」等不到。页面 ${this.route} 上是：${this.pages.length ? this.words : ''}\n${this.errors.join('\n')}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private open(path: string, query: Record<string, string>): void {
    this.pageConfig = null;
    this.modules.delete(join(dist, `${path}.js`));
    this.require(join(dist, `${path}.js`));
    const config = this.pageConfig as PageConfig | null;
    if (!config) throw new Error(`${path} did not call Page()`);
    const data = JSON.parse(JSON.stringify(config.data ?? {})) as Record<string, unknown>;
    const page: PageInstance = {
      ...config,
      ...{ route: path, options: query, data },
      setData(changes, done) {
        for (const [key, value] of Object.entries(JSON.parse(JSON.stringify(changes)) as object)) put(data, key, value);
        if (done) setTimeout(done, 0);
      },
    };
    this.pages.push(page);
    for (const step of ['onLoad', 'onShow', 'onReady'])
      (page[step] as ((query: object) => void) | undefined)?.call(page, query);
  }

  private close(count: number): void {
    for (const page of this.pages.splice(this.pages.length - count, count))
      (page['onUnload'] as (() => void) | undefined)?.call(page);
    const top = this.pages.at(-1);
    (top?.['onShow'] as (() => void) | undefined)?.call(top);
  }

  private require(file: string): unknown {
    const known = this.modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    this.modules.set(file, module);
    const source = readFileSync(file, 'utf8');
    const wrapped = runInContext(`(function (require, module, exports) {${source}\n})`, this.context, {
      filename: file,
    }) as (require: (name: string) => unknown, module: object, exports: unknown) => void;
    wrapped((name) => this.require(fileOf(dirname(file), name)), module, module.exports);
    return module.exports;
  }

  /** Taro takes over whatever the platform's object lists. */
  private wx(): object {
    return Object.fromEntries(APIS.map((name) => [name, this.api(name)]));
  }

  private api(name: string): unknown {
    return (options: Call = {}, second?: unknown) => {
      this.calls.push({ api: name, options });
      const behaviour = this.behaviours[name];
      if (/^(on|off)[A-Z]/.test(name)) return undefined;
      if (name === 'setStorageSync') return this.storage.set(options as unknown as string, second);
      if (isSynchronous(name)) return behaviour?.(options) ?? {};
      return settle(behaviour?.(options) ?? {}, name, options);
    };
  }

  private ownBehaviours(): Record<string, Behaviour> {
    const go =
      (how: (url: string) => void): Behaviour =>
      ({ url }) => {
        setTimeout(() => how(String(url)), 0);
        return {};
      };
    const openUrl = (url: string) => {
      const [path = '', search = ''] = url.replace(/^\//, '').split('?');
      this.open(path, Object.fromEntries(new URLSearchParams(search)));
    };
    return {
      getStorageSync: (key) => (this.storage.get(key as unknown as string) ?? '') as object,
      getStorageInfoSync: () => ({ keys: [...this.storage.keys()], currentSize: 0, limitSize: 10240 }),
      removeStorageSync: (key) => (this.storage.delete(key as unknown as string), {}),
      getSystemInfoSync: () => SYSTEM,
      getWindowInfo: () => SYSTEM,
      getDeviceInfo: () => SYSTEM,
      getAppBaseInfo: () => SYSTEM,
      getMenuButtonBoundingClientRect: () => ({ top: 48, bottom: 80, left: 294, right: 382, width: 88, height: 32 }),
      getRandomValues: ({ length }) => ({
        randomValues: crypto.getRandomValues(new Uint8Array(Number(length))).buffer,
      }),
      navigateTo: go(openUrl),
      redirectTo: go((url) => (this.pages.pop(), openUrl(url))),
      reLaunch: go((url) => (this.pages.splice(0), openUrl(url))),
      navigateBack: ({ delta }) => (setTimeout(() => this.close(Number(delta ?? 1)), 0), {}),
    };
  }
}

function fileOf(folder: string, name: string): string {
  const path = join(folder, name);
  return existsSync(path) && path.endsWith('.js') ? path : `${path}.js`;
}

function settle(answer: object | Error | Promise<object | Error>, name: string, options: Call): Promise<object> {
  const done = (result: object | Error): object => {
    const failed = result instanceof Error;
    const message = failed ? { errMsg: `${name}:fail ${result.message}` } : { errMsg: `${name}:ok`, ...result };
    if (failed) options.fail?.(message as { errMsg: string });
    else options.success?.(message);
    options.complete?.(message);
    if (failed) throw Object.assign(new Error(message.errMsg), message);
    return message;
  };
  const settled = Promise.resolve(answer).then(done);
  settled.catch(() => undefined);
  return settled;
}

const SYSTEM = {
  ...{ platform: 'ios', system: 'iOS 18', SDKVersion: '3.8.0', version: '8.0.60', brand: 'test', model: 'test' },
  ...{ windowWidth: 390, windowHeight: 844, screenWidth: 390, screenHeight: 844, pixelRatio: 2, statusBarHeight: 47 },
  ...{ fontSizeSetting: 17, fontSizeScaleFactor: 1, language: 'zh_CN', theme: 'light' },
  safeArea: { top: 47, bottom: 810, left: 0, right: 390, width: 390, height: 763 },
};
