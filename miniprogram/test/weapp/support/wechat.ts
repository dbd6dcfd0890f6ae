import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import vm from 'node:vm';
import { shiftSource } from '../../journeys/support/story-time';
import { Files } from './files';
import { Network } from './network';
import { drawing, photo } from './pictures';
import { readTemplates, type Template } from './templates';
import { applySetData, View, type NodeData } from './view';

type Callbacks = {
  success?: (result: object) => void;
  fail?: (said: object) => void;
  complete?: (said: object) => void;
};
type Handler = (...args: unknown[]) => unknown;

export interface Call {
  api: string;
  option: Record<string, unknown>;
  /** Whether it was made while a tap was being handled, before anything was awaited. */
  inTap: boolean;
}

/** One page on the stack: what its code registered, and the data it has set so far. */
interface OpenPage {
  route: string;
  options: Record<string, string>;
  data: { root?: NodeData };
  page: Record<string, unknown>;
}

export interface Phone {
  /** Folder of the build. */
  dist: string;
  /** Of the service. */
  origin: string;
  /** What wx.login answers. */
  loginCode: () => Promise<string>;
  /** How many times faster than life timers run; 1 unless a test waits for the app's patience to end. */
  haste?: number;
}

/** Somebody's answers to what WeChat asks. */
export interface Answers {
  scanCode: string | null;
  subscribe: 'accept' | 'reject';
  /** What the camera takes, a JPEG. */
  photo: Buffer;
  /** What was drawn on a canvas, a PNG. */
  drawing: Buffer;
}

const DEEPEST = 10;

/**
 * The logic layer of WeChat without WeChat: runs a build's own code in a context that has what the base library gives and
 * nothing else (no URL, no fetch, no crypto, no eval), keeps the data that it sets, and hands it events as its templates
 * bind them.
 */
export class WeChat {
  readonly calls: Call[] = [];
  readonly errors: string[] = [];
  readonly storage = new Map<string, unknown>();
  readonly network: Network;
  readonly files = new Files();
  readonly answers: Answers = { scanCode: null, subscribe: 'accept', photo, drawing };
  private readonly templates: Map<string, Template>;
  private readonly context: vm.Context;
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly registered = new Map<string, Record<string, unknown>>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly pages: OpenPage[] = [];
  private readonly routes: Set<string>;
  private app: Record<string, unknown> = {};
  private loading = '';
  private inTap = false;
  private nextWebview = 1;

  constructor(private readonly phone: Phone) {
    const config = JSON.parse(readFileSync(join(phone.dist, 'app.json'), 'utf8')) as {
      pages: string[];
      subPackages?: { root: string; pages: string[] }[];
    };
    const sub = (config.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`));
    this.routes = new Set([...config.pages, ...sub]);
    this.templates = readTemplates(phone.dist);
    this.network = new Network(phone.origin, this.haste);
    this.context = vm.createContext(this.globals(), { codeGeneration: { strings: false, wasm: false } });
    vm.runInContext(shiftSource, this.context);
  }

  private get haste(): number {
    return this.phone.haste ?? 1;
  }

  /** Starts the app as WeChat does, at its first page or at the one a message or a code leads to. */
  launch(path = 'pages/landing/index'): void {
    const [route, query] = splitUrl(path);
    this.require('app.js');
    const start = { path: route, query, scene: 1001, referrerInfo: {} };
    this.run(() => (this.app['onLaunch'] as Handler | undefined)?.call(this.app, start));
    this.run(() => (this.app['onShow'] as Handler | undefined)?.call(this.app, start));
    this.push(path);
  }

  /** Nothing of the app goes on after this. */
  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  /** Address of the page in front. */
  get address(): string {
    const { route, options } = this.front;
    const query = Object.entries(options).map(([name, value]) => `${name}=${value}`);
    return query.length === 0 ? route : `${route}?${query.join('&')}`;
  }

  get depth(): number {
    return this.pages.length;
  }

  /** What the page in front shows. */
  get view(): View {
    return new View(this.front.data.root ?? { nn: '' }, null, this.templates);
  }

  private get front(): OpenPage {
    const page = this.pages.at(-1);
    if (!page) throw new Error('没有打开的页面');
    return page;
  }

  /** Hands an event to a node, and, as WXML does, to every node around it whose template binds it. */
  emit(target: View, type: string, detail: Record<string, unknown> = {}, touches: object[] = []): void {
    const origin = {
      id: target.data.uid ?? target.data.sid,
      dataset: { sid: target.data.sid },
      offsetLeft: 0,
      offsetTop: 0,
    };
    this.inTap = type === 'tap';
    const line = type === 'tap' || type.startsWith('touch') ? target.line : [target];
    let reached = false;
    for (const view of line.filter(({ data, template }) => data.sid !== undefined && template?.events.has(type))) {
      reached = true;
      const currentTarget = { id: view.data.uid ?? view.data.sid, dataset: { sid: view.data.sid } };
      const event = {
        type,
        timeStamp: Date.now(),
        target: origin,
        currentTarget,
        detail,
        touches,
        changedTouches: touches,
      };
      this.run(() => (this.front.page['eh'] as Handler).call(this.front.page, event));
    }
    this.inTap = false;
    if (!reached) throw new Error(`模板没有绑定 ${type}，点不到“${target.name}”`);
  }

  private run(action: () => unknown): void {
    try {
      const result = action();
      if (result instanceof Promise) result.catch((error: unknown) => this.note(error));
    } catch (error) {
      this.note(error);
    }
  }

  private note(error: unknown): void {
    const { stack, message } = error as { stack?: string; message?: string };
    this.errors.push(stack ?? message ?? String(error));
  }

  /** CommonJS as the packaged code expects it; every file runs once. */
  private require(path: string): unknown {
    const file = path.endsWith('.js') ? path : `${path}.js`;
    const known = this.modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    this.modules.set(file, module);
    const source = readFileSync(join(this.phone.dist, file), 'utf8');
    const run = vm.runInContext(`(function (require, module, exports) {${source}\n})`, this.context, {
      filename: file,
    }) as Handler;
    run((wanted: string) => this.require(join(dirname(file), wanted)), module, module.exports);
    return module.exports;
  }

  private push(url: string): void {
    const [route, options] = splitUrl(url);
    if (!this.registered.has(route)) {
      this.loading = route;
      this.require(`${route}.js`);
    }
    const config = this.registered.get(route);
    if (!config) throw new Error(`${route} 没有注册页面`);
    const data = JSON.parse(JSON.stringify(config['data'] ?? {})) as OpenPage['data'];
    const webview = this.nextWebview++;
    const page: Record<string, unknown> = {
      ...config,
      ...{ data, route, __route__: route, options, __webviewId__: webview, getPageId: () => `pageId:${webview}` },
      setData: (change: Record<string, unknown>, done?: () => void) => {
        applySetData(data, change);
        if (done) this.later(done, 0);
      },
      selectComponent: () => null,
    };
    this.pages.push({ route, options, data, page });
    this.hook('onLoad', options);
    this.hook('onShow');
    this.hook('onReady');
  }

  private hook(name: string, ...args: unknown[]): void {
    const { page } = this.front;
    this.run(() => (page[name] as Handler | undefined)?.apply(page, args));
  }

  private pop(): void {
    this.hook('onUnload');
    this.pages.pop();
  }

  private later(action: () => void, ms: number): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.run(action);
    }, ms / this.haste);
    timer.unref();
    this.timers.add(timer);
    return timer;
  }

  private globals(): Record<string, unknown> {
    const every = (action: () => void, ms: number) => {
      const timer = setInterval(() => this.run(action), ms / this.haste).unref();
      this.timers.add(timer);
      return timer;
    };
    const clear = (timer: NodeJS.Timeout | undefined) => clearTimeout(timer);
    return {
      console: {
        log: () => undefined,
        info: () => undefined,
        warn: () => undefined,
        error: (...said: unknown[]) => this.note(said.find(isError) ?? said.map(String).join(' ')),
      },
      ...{ setTimeout: (action: () => void, ms = 0) => this.later(action, ms), clearTimeout: clear },
      ...{ setInterval: every, clearInterval: clear },
      App: (app: Record<string, unknown>) => (this.app = app),
      Page: (config: Record<string, unknown>) => this.registered.set(this.loading, config),
      Component: () => undefined,
      Behavior: (definition: object) => definition,
      getApp: () => this.app,
      getCurrentPages: () => this.pages.map(({ page }) => page),
      wx: this.wx(),
    };
  }

  /** Records a call and answers it later, as the base library does. */
  private api(name: string, answer: (option: Record<string, unknown>) => object | Promise<object>): Handler {
    return (given: unknown) => {
      const option = (given ?? {}) as Record<string, unknown> & Callbacks;
      this.calls.push({ api: name, option, inTap: this.inTap });
      void Promise.resolve()
        .then(() => answer(option))
        .then(
          (result) => this.tell(option, 'success', { errMsg: `${name}:ok`, ...result }),
          (error: Error) => this.tell(option, 'fail', { errMsg: `${name}:fail ${error.message}` }),
        );
      return undefined;
    };
  }

  private tell(option: Callbacks, how: 'success' | 'fail', said: object): void {
    this.run(() => option[how]?.(said));
    this.run(() => option.complete?.(said));
  }

  private wx(): Record<string, unknown> {
    const api = this.api.bind(this);
    const nothing = () => undefined;
    return {
      env: { USER_DATA_PATH: 'wxfile://usr' },
      ...this.facts(),
      ...this.navigation(),
      ...this.keeping(),
      request: (option: Parameters<Network['request']>[0]) => this.network.request(option),
      login: api('login', async () => ({ code: await this.phone.loginCode() })),
      getRandomValues: api('getRandomValues', ({ length }) => ({
        randomValues: new Uint8Array(randomBytes(Number(length))).buffer,
      })),
      scanCode: api('scanCode', () => {
        if (this.answers.scanCode === null) throw new Error('cancel');
        return { result: this.answers.scanCode, scanType: 'QR_CODE' };
      }),
      requestSubscribeMessage: api('requestSubscribeMessage', ({ tmplIds }) =>
        Object.fromEntries((tmplIds as string[]).map((id) => [id, this.answers.subscribe])),
      ),
      chooseMedia: api('chooseMedia', () => ({
        tempFiles: [{ tempFilePath: this.files.put(`wxfile://tmp/${Date.now()}.jpg`, this.answers.photo) }],
      })),
      canvasToTempFilePath: api('canvasToTempFilePath', () => ({
        tempFilePath: this.files.put(`wxfile://tmp/${Date.now()}.png`, this.answers.drawing),
      })),
      createSelectorQuery: () =>
        selectorQuery((answer) => {
          this.later(() => {
            answer();
            this.calls.push({ api: 'createSelectorQuery', option: {}, inTap: false });
          }, 0);
        }),
      // Nothing scrolls here, so nothing ever comes into view.
      createIntersectionObserver: () => {
        const observer = {
          relativeToViewport: () => observer,
          relativeTo: () => observer,
          observe: nothing,
          disconnect: nothing,
        };
        return observer;
      },
      previewImage: api('previewImage', () => ({})),
      nextTick: (action: () => void) => this.later(action, 0),
      pageScrollTo: api('pageScrollTo', () => ({})),
      vibrateShort: api('vibrateShort', () => ({})),
      makePhoneCall: api('makePhoneCall', () => ({})),
      setClipboardData: api('setClipboardData', () => ({})),
      onNetworkStatusChange: nothing,
      onNeedPrivacyAuthorization: nothing,
      openPrivacyContract: nothing,
    };
  }

  private facts(): Record<string, unknown> {
    const api = this.api.bind(this);
    const app = {
      SDKVersion: '3.7.0',
      version: '8.0.50',
      language: 'zh_CN',
      fontSizeScaleFactor: 1,
      fontSizeSetting: 16,
    };
    const device = { brand: 'HUAWEI', model: 'nova 11', platform: 'android', system: 'Android 12' };
    const window = {
      screenWidth: 390,
      screenHeight: 844,
      windowWidth: 390,
      windowHeight: 844,
      statusBarHeight: 44,
      pixelRatio: 3,
    };
    const start = { path: 'pages/landing/index', query: {}, scene: 1001, referrerInfo: {} };
    return {
      canIUse: () => true,
      getAppBaseInfo: () => app,
      getDeviceInfo: () => device,
      getWindowInfo: () => window,
      getSystemInfoSync: () => ({ ...app, ...device, ...window }),
      getMenuButtonBoundingClientRect: () => ({ left: 296, right: 383, top: 48, bottom: 80, width: 87, height: 32 }),
      getLaunchOptionsSync: () => start,
      getEnterOptionsSync: () => start,
      getNetworkType: api('getNetworkType', () => ({ networkType: this.network.state === 'down' ? 'none' : 'wifi' })),
    };
  }

  private navigation(): Record<string, unknown> {
    const api = this.api.bind(this);
    const checked = (url: unknown) => {
      const [route] = splitUrl(String(url));
      if (!this.routes.has(route)) throw new Error(`page "${route}" is not found`);
      return String(url);
    };
    return {
      navigateTo: api('navigateTo', ({ url }) => {
        if (this.pages.length >= DEEPEST) throw new Error('webview count limit exceed');
        checked(url);
        this.hook('onHide');
        this.push(String(url));
        return {};
      }),
      redirectTo: api('redirectTo', ({ url }) => {
        checked(url);
        this.pop();
        this.push(String(url));
        return {};
      }),
      reLaunch: api('reLaunch', ({ url }) => {
        checked(url);
        while (this.pages.length > 0) this.pop();
        this.push(String(url));
        return {};
      }),
      navigateBack: api('navigateBack', ({ delta }) => {
        for (let count = Number(delta ?? 1); count > 0 && this.pages.length > 1; count -= 1) this.pop();
        this.hook('onShow');
        return {};
      }),
    };
  }

  private keeping(): Record<string, unknown> {
    return {
      getStorageSync: (key: string) => this.storage.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => void this.storage.set(key, JSON.parse(JSON.stringify(value))),
      removeStorageSync: (key: string) => void this.storage.delete(key),
      getStorageInfoSync: () => ({ keys: [...this.storage.keys()], currentSize: 1, limitSize: 10_240 }),
      getFileSystemManager: () => this.files.manager,
    };
  }
}

/** Errors of the app come from its own context, so they are no instances of ours. */
const isError = (said: unknown) => typeof (said as { stack?: unknown } | null)?.stack === 'string';

/** `/visitor/card/index?elderId=…`: the values stay as they were written, as on the phone. */
function splitUrl(url: string): [string, Record<string, string>] {
  const [path = '', query = ''] = url.split('?');
  const pairs = query === '' ? [] : query.split('&').map((pair) => pair.split('=') as [string, string?]);
  return [path.replace(/^\//, ''), Object.fromEntries(pairs.map(([name, value = '']) => [name, value]))];
}

/** A canvas is all that pages ask for. */
function selectorQuery(later: (action: () => void) => void) {
  const ink = new Proxy({}, { get: () => () => undefined, set: () => true });
  const found = { node: { width: 0, height: 0, getContext: () => ink }, width: 350, height: 170 };
  const asked: ((result: object) => void)[] = [];
  const query = {
    select: () => query,
    in: () => query,
    fields: (_: object, callback: (result: object) => void) => {
      asked.push(callback);
      return query;
    },
    boundingClientRect: (callback?: (result: object) => void) => {
      if (callback) asked.push(callback);
      return query;
    },
    exec: (callback?: (results: object[]) => void) =>
      later(() => {
        for (const answer of asked) answer(found);
        callback?.(asked.map(() => found));
      }),
  };
  return query;
}

/** Whether a build is there. */
export const isBuilt = (dist: string) => existsSync(join(dist, 'app.json'));
