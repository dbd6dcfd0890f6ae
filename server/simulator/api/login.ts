import { WechatError } from '../errors';
import { appOfCall, json, OK, textOf, type Endpoint } from './endpoint';

/** GET /sns/jscode2session?appid&secret&js_code&grant_type. No errcode on success. */
export const code2Session: Endpoint = {
  path: '/sns/jscode2session',
  method: 'GET',
  handle(world, { query }) {
    const app = world.authenticate(query.appid ?? '', query.secret ?? '');
    if (query.grant_type !== 'authorization_code') throw new WechatError(40002);
    const code = query.js_code ?? '';
    if (code === '') throw new WechatError(41008);
    const asking = world.codes.peek('login', app.appid, code);
    if (asking) world.quotas.take('code2session', app, asking.openid);
    if (asking?.blocked) throw new WechatError(40226);
    const user = world.codes.redeem('login', app.appid, code);
    const session = { session_key: world.people.renewSessionKey(user.openid), openid: user.openid };
    // The platform labels this JSON as plain text; a client that goes by the label trips there, so it does here.
    return {
      ...json(user.unionid === null ? session : { ...session, unionid: user.unionid }),
      contentType: 'text/plain',
    };
  },
};

/** GET /wxa/checksession?access_token&openid&signature&sig_method */
export const checkSession: Endpoint = {
  path: '/wxa/checksession',
  method: 'GET',
  handle(world, call) {
    const app = appOfCall(world, call);
    const { openid = '', signature = '', sig_method: method } = call.query;
    if (!world.people.ofApp(app.appid, openid)) throw new WechatError(40003);
    if (method !== 'hmac_sha256') throw new WechatError(87008);
    if (!world.people.signedWithSessionKey(openid, signature)) throw new WechatError(87009);
    return OK;
  },
};

/** POST /wxa/business/getuserphonenumber?access_token `{code, openid?}`; the code is the button's, not wx.login's. */
export const getPhoneNumber: Endpoint = {
  path: '/wxa/business/getuserphonenumber',
  method: 'POST',
  handle(world, call) {
    const app = appOfCall(world, call);
    const openid = call.body.openid;
    const code = textOf(call.body, 'code');
    const asking = world.codes.peek('phone', app.appid, code);
    if (openid !== undefined && openid !== asking?.openid) throw new WechatError(40029);
    const user = world.codes.redeem('phone', app.appid, code);
    if (user.phone === null) throw new WechatError(40029);
    return json({
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: String(user.countryCode) === '86' ? user.phone : `+${user.countryCode}${user.phone}`,
        purePhoneNumber: user.phone,
        countryCode: user.countryCode,
        watermark: { timestamp: Math.floor(world.clock() / 1000), appid: app.appid },
      },
    });
  },
};
