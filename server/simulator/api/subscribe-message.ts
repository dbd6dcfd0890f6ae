import { WechatError } from '../errors';
import type { AppSeed, TemplateSeed } from '../seeds';
import { accepts } from '../state/data-types';
import { tellSent } from '../state/push-events';
import { appOfCall, JSON_TYPE, textOf, type Endpoint } from './endpoint';

const STATES = ['developer', 'trial', 'formal'];
const LANGUAGES = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'];

/**
 * POST /cgi-bin/message/subscribe/send?access_token `{template_id, touser, data, page?, miniprogram_state?, lang?}`.
 * No idempotency key: the same call twice is two messages and two credits.
 */
export const sendSubscribeMessage: Endpoint = {
  path: '/cgi-bin/message/subscribe/send',
  method: 'POST',
  handle(world, call) {
    const app = appOfCall(world, call);
    const { body } = call;
    const user = world.people.ofApp(app.appid, textOf(body, 'touser'));
    if (!user) throw new WechatError(40003);
    const template = app.templates.find(({ id }) => id === body.template_id);
    if (!template) throw new WechatError(40037);
    const values = valuesOf(template, body.data);
    const page = pageOf(app, body.page);
    const state = oneOf(STATES, body.miniprogram_state ?? 'formal');
    const lang = oneOf(LANGUAGES, body.lang ?? 'zh_CN');
    world.quotas.take('subscribe-send', app);
    if (!world.subscriptions.spend(user, template)) throw new WechatError(43101);
    const id = call.lost
      ? world.messages.lose()
      : world.messages.deliver(user, app, template, { values, page, state, lang });
    tellSent(world, user, template, id, !call.lost);
    // Written by hand: the msgid is a bare number that no JavaScript number can hold.
    return { contentType: JSON_TYPE, body: `{"errcode":0,"errmsg":"ok","msgid":${id}}` };
  },
};

/** The template's own keys only; others in `data` are passed by, as on the platform. */
function valuesOf(template: TemplateSeed, data: unknown): Record<string, string> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new WechatError(47001);
  const given = data as Record<string, { value?: unknown } | null | undefined>;
  const entries = template.fields.map(({ key, options }): [string, string] => {
    const value = given[key]?.value;
    if (value === undefined || value === null || value === '') throw WechatError.argument(key, 'is empty');
    if (typeof value !== 'string' || !accepts(key, value, options)) throw WechatError.argument(key, 'invalid');
    return [key, value];
  });
  return Object.fromEntries(entries);
}

/** @throws WechatError 41030 for a page outside the released app (given without leading slash; a query may follow) */
function pageOf(app: AppSeed, page: unknown): string | null {
  if (page === undefined || page === '') return null;
  if (typeof page !== 'string') throw new WechatError(47001);
  const [path = ''] = page.split('?');
  if (app.pages && !app.pages.includes(path)) throw new WechatError(41030);
  return page;
}

function oneOf(allowed: string[], value: unknown): string {
  if (typeof value !== 'string' || !allowed.includes(value)) throw new WechatError(40097);
  return value;
}
