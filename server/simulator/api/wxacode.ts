import { WechatError } from '../errors';
import { qrPng } from '../qr';
import type { AppSeed } from '../seeds';
import { appOfCall, type Endpoint } from './endpoint';
import type { World } from '../state/world';

const SCENE_SIGNS = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/;
const ENV_VERSIONS = ['release', 'trial', 'develop'];
const NARROWEST = 280;
const WIDEST = 1280;
/** 不检查页面 (check_path: false) 时, page 有 60000 个的上限 */
const UNCHECKED_PAGES = 60_000;

interface CodeRequest {
  scene: string;
  page: string;
  checked: boolean;
  envVersion: string;
  /** Pixels. */
  width: number;
}

/** POST /wxa/getwxacodeunlimit?access_token `{scene, page?, check_path?, env_version?, width?}`: a picture, or JSON. */
export const getUnlimitedWxacode: Endpoint = {
  path: '/wxa/getwxacodeunlimit',
  method: 'POST',
  async handle(world, call) {
    const app = appOfCall(world, call);
    const { width, ...code } = readRequest(app, call.body);
    requirePage(world, app, code.page, code.checked);
    world.quotas.take('wxacode', app);
    world.wxacodes.push({ appid: app.appid, ...code });
    const text = `wxacode:${app.appid}/${code.page}?scene=${encodeURIComponent(code.scene)}`;
    return { contentType: 'image/png', body: await qrPng(text, width) };
  },
};

/** @throws WechatError 40169 length of the scene, 40129 its signs, 40097 version or width, 41030 page */
function readRequest(app: AppSeed, body: Record<string, unknown>): CodeRequest {
  const { scene, page = app.pages?.[0] ?? '', check_path = true, env_version = 'release', width = 430 } = body;
  if (typeof scene !== 'string' || scene.length === 0 || scene.length > 32) throw new WechatError(40169);
  if (!SCENE_SIGNS.test(scene)) throw new WechatError(40129);
  if (typeof env_version !== 'string' || !ENV_VERSIONS.includes(env_version)) throw new WechatError(40097);
  if (!isWidth(width)) throw new WechatError(40097);
  if (typeof page !== 'string') throw new WechatError(41030);
  return { scene, page, checked: check_path !== false, envVersion: env_version, width };
}

function isWidth(width: unknown): width is number {
  return typeof width === 'number' && Number.isInteger(width) && width >= NARROWEST && width <= WIDEST;
}

/** A page may carry neither leading slash nor query; the query goes into the scene. */
function requirePage(world: World, app: AppSeed, page: string, checked: boolean): void {
  if (page.startsWith('/') || page.includes('?')) throw new WechatError(41030);
  if (checked && app.pages && !app.pages.includes(page)) throw new WechatError(41030);
  if (checked) return;
  const unchecked = world.wxacodes.filter((code) => !code.checked && code.appid === app.appid);
  const pages = new Set(unchecked.map((code) => code.page));
  if (!pages.has(page) && pages.size >= (app.uncheckedPages ?? UNCHECKED_PAGES)) throw new WechatError(45029);
}
