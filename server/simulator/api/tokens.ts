import { WechatError } from '../errors';
import { json, textOf, type Endpoint } from './endpoint';

/** POST /cgi-bin/stable_token `{grant_type, appid, secret, force_refresh?}` */
export const stableToken: Endpoint = {
  path: '/cgi-bin/stable_token',
  method: 'POST',
  handle(world, { body }) {
    if (body.grant_type !== 'client_credential') throw new WechatError(40002);
    const app = world.authenticate(textOf(body, 'appid'), textOf(body, 'secret'));
    const forced = body.force_refresh ?? false;
    if (typeof forced !== 'boolean') throw new WechatError(47001);
    return json(world.tokens.issueStable(app, forced));
  },
};

/** GET /cgi-bin/token?grant_type&appid&secret */
export const plainToken: Endpoint = {
  path: '/cgi-bin/token',
  method: 'GET',
  handle(world, { query }) {
    if (query.grant_type !== 'client_credential') throw new WechatError(40002);
    return json(world.tokens.issuePlain(world.authenticate(query.appid ?? '', query.secret ?? '')));
  },
};
