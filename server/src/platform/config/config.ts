import { resolve } from 'node:path';

import { demoKeys, parseKeys, type Keys } from '../crypto/keys';
import { FAULT_POINTS, type ArmedPoint } from '../fault-points';
import { OperatorProblem } from '../problems/operator-problem';
import { aesKeyOf } from '../wechat/push-envelope';
import { trustedProxies } from './trusted-proxies';

export interface TemplateConfig {
  id: string;
  /** A one-time template costs one credit for each message; a long-term one does not. */
  kind: 'one-time' | 'long-term';
}

export interface WechatConfig {
  baseUrl: string;
  appId: string;
  secret: string;
  /** Which edition of the mini-program a notice opens. */
  state: 'developer' | 'trial' | 'formal';
  templates: { needRaised: TemplateConfig; needClosed: TemplateConfig };
  /** How what the platform pushes is authenticated; null: nothing is taken. */
  push: PushConfig | null;
}

export interface PushConfig {
  token: string;
  /** 32 bytes. Null: plain mode, messages are signed but not encrypted. */
  aesKey: Buffer | null;
}

/** Where the data lie. */
export interface Storage {
  /** Folder for the embedded database, encrypted files and, in the demo, its keys. */
  dataDir: string;
  /** `mysql://…`, or null for the embedded SQLite database in `dataDir`. */
  databaseUrl: string | null;
}

export interface Config extends Storage {
  production: boolean;
  host: string;
  port: number;
  /** Address printed into door codes and links, without a trailing slash. */
  publicUrl: string;
  demo: boolean;
  keys: Keys;
  wechat: WechatConfig;
  testClockFile: string | null;
  /** Where a fault test lets this process die. */
  faultPoint: ArmedPoint | null;
  logLevel: string;
  /** Jobs of each kind worked at the same time in this process; 0 leaves them to other processes. */
  workers: number;
  /** Requests a minute from one session or address. */
  requestsPerMinute: number;
  /** Addresses and ranges of the proxies whose `X-Forwarded-For` is believed. */
  trustedProxies: string[];
}

type Env = Record<string, string | undefined>;

const REAL_WECHAT = /(^|\.)weixin\.qq\.com$/;

/**
 * Reads and checks the environment. Throws one Error that lists every fault in Chinese, so that an operator mends all of
 * them in one go.
 */
export function loadConfig(env: Env): Config {
  const faults: string[] = [];
  const production = env.NODE_ENV === 'production';
  const demo = env.DEMO === '1';
  const port = wholeNumber('PORT', env.PORT ?? '3000', faults);
  const { dataDir, databaseUrl } = storageOf(env, faults);
  const publicUrl = (env.PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/+$/, '');
  const wechat = wechatConfig(env, demo, port, faults);
  const config: Config = {
    production,
    host: env.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    port,
    dataDir,
    databaseUrl,
    publicUrl,
    demo,
    keys: demo && !env.ENCRYPTION_KEYS ? demoKeys(dataDir) : parseKeys(env, faults),
    wechat,
    testClockFile: env.TEST_CLOCK_FILE || null,
    faultPoint: armedPoint(env.FAULT_POINT ?? '', faults),
    logLevel: env.LOG_LEVEL ?? 'info',
    workers: wholeNumber('WORKERS', env.WORKERS ?? '4', faults),
    requestsPerMinute: wholeNumber('REQUESTS_PER_MINUTE', env.REQUESTS_PER_MINUTE ?? '600', faults),
    trustedProxies: trustedProxies(env.TRUSTED_PROXIES ?? '', production, faults),
  };
  checkTogether(config, faults);
  refuse(faults);
  return config;
}

/** As much of it as a look at the database needs. Throws like `loadConfig`. */
export function loadStorage(env: Env): Storage {
  const faults: string[] = [];
  const storage = storageOf(env, faults);
  refuse(faults);
  return storage;
}

function refuse(faults: readonly string[]): void {
  if (faults.length === 0) return;
  throw new OperatorProblem(`配置有误，没有启动：\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
}

function storageOf(env: Env, faults: string[]): Storage {
  const databaseUrl = env.DATABASE_URL || null;
  if (databaseUrl && !/^mysql:\/\//.test(databaseUrl))
    faults.push('DATABASE_URL 要以 mysql:// 开头，不填则用内置数据库');
  return { dataDir: resolve(env.DATA_DIR ?? '.data'), databaseUrl };
}

function checkTogether(config: Config, faults: string[]): void {
  const host = hostOf(config.wechat.baseUrl);
  if (config.production) checkProduction(config, faults);
  if (config.demo && REAL_WECHAT.test(host)) faults.push('DEMO=1 不能连真实的微信地址（WECHAT_BASE_URL）');
  if (!host) faults.push('WECHAT_BASE_URL 不是一个网址');
  if (!config.demo && !(config.wechat.appId && config.wechat.secret))
    faults.push('缺少 WECHAT_APP_ID 或 WECHAT_APP_SECRET');
}

function checkProduction(config: Config, faults: string[]): void {
  if (config.demo) faults.push('DEMO=1 带有免密登录，不能和 NODE_ENV=production 一起用');
  if (config.testClockFile) faults.push('TEST_CLOCK_FILE 只能用于测试，不能用于生产');
  if (config.faultPoint) faults.push('FAULT_POINT 只能用于测试，不能用于生产');
  if (!config.publicUrl.startsWith('https://')) faults.push('PUBLIC_URL 要以 https:// 开头，门牌码要印这个网址');
}

function wechatConfig(env: Env, demo: boolean, port: number, faults: string[]): WechatConfig {
  const simulator = `http://127.0.0.1:${port}/simulator/api.weixin.qq.com`;
  return {
    baseUrl: (env.WECHAT_BASE_URL ?? (demo ? simulator : 'https://api.weixin.qq.com')).replace(/\/+$/, ''),
    appId: env.WECHAT_APP_ID ?? (demo ? DEMO_WECHAT.appId : ''),
    secret: env.WECHAT_APP_SECRET ?? (demo ? DEMO_WECHAT.secret : ''),
    state:
      env.WECHAT_STATE === 'trial' || env.WECHAT_STATE === 'formal' ? env.WECHAT_STATE : demo ? 'developer' : 'formal',
    templates: {
      needRaised: template(env.WECHAT_TEMPLATE_NEED_RAISED ?? 'need-raised-template'),
      needClosed: template(env.WECHAT_TEMPLATE_NEED_CLOSED ?? 'need-closed-template'),
    },
    push: pushConfig(env, demo, faults),
  };
}

/** Without a token nothing is taken; with a token alone plain messages; with the key encrypted ones, and only those. */
function pushConfig(env: Env, demo: boolean, faults: string[]): PushConfig | null {
  const token = env.WECHAT_PUSH_TOKEN ?? (demo ? DEMO_WECHAT.pushToken : '');
  const encodingAesKey = env.WECHAT_PUSH_AES_KEY ?? (demo ? DEMO_WECHAT.pushAesKey : '');
  const aesKey = aesKeyOf(encodingAesKey);
  if (encodingAesKey && !aesKey) faults.push('WECHAT_PUSH_AES_KEY 要填公众平台里的 EncodingAESKey，43 个字母或数字');
  if (encodingAesKey && !token) faults.push('填了 WECHAT_PUSH_AES_KEY，也要填 WECHAT_PUSH_TOKEN');
  if (token && !/^[A-Za-z0-9]{3,32}$/.test(token)) faults.push('WECHAT_PUSH_TOKEN 要是 3 到 32 个字母或数字');
  return token ? { token, aesKey } : null;
}

/** `id` or `id:long-term`. */
function template(text: string): TemplateConfig {
  const [id, kind] = text.split(':');
  return { id: id ?? '', kind: kind === 'long-term' ? 'long-term' : 'one-time' };
}

/** The app that the simulator knows in the demo and in tests; it exists nowhere else. */
export const DEMO_WECHAT = {
  appId: 'wxdemo0000000001',
  secret: 'demo-secret-not-a-real-one',
  pushToken: 'demoPushToken',
  pushAesKey: 'demoOnlyNotARealKeyDemoOnlyNotARealKey12345',
} as const;

/** `name:count`. */
function armedPoint(text: string, faults: string[]): ArmedPoint | null {
  if (text === '') return null;
  const [wanted, at] = text.split(':');
  const name = FAULT_POINTS.find((point) => point === wanted);
  if (name && /^[1-9]\d{0,5}$/.test(at ?? '')) return { name, at: Number(at) };
  faults.push(`FAULT_POINT 要写成「名称:第几次」，名称是 ${FAULT_POINTS.join('、')} 之一`);
  return null;
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/\.+$/, '');
  } catch {
    return '';
  }
}

function wholeNumber(name: string, text: string, faults: string[]): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  faults.push(`${name} 要填一个整数，现在是「${text}」`);
  return 0;
}
