import { PhoneFailure, WorldProblem } from '../errors';
import type { User } from './people';
import type { Popup } from './subscriptions';
import type { World } from './world';

/** What a `wx.*` call hands to its success or fail callback. */
export type PhoneReply = Record<string, string | number>;

/** wx.login: `{errMsg, code}`. */
export function login(world: World, user: User): PhoneReply {
  return call(world, 'wx.login', 'login', () => ({ code: world.codes.issue('login', user) }));
}

/** The phone-number button: `{errMsg, code}`. Without a number in WeChat the person can only refuse. */
export function phoneNumberButton(world: World, user: User): PhoneReply {
  return call(world, 'wx.getPhoneNumber', 'getPhoneNumber', (): PhoneReply => {
    if (user.phone === null) return { errMsg: 'getPhoneNumber:fail user deny' };
    return { code: world.codes.issue('phone', user) };
  });
}

/** wx.requestSubscribeMessage: `{errMsg, [templateId]: 'accept'|'reject'|'ban'|'filter'}`, or `{errMsg, errCode}`. */
export function requestSubscribeMessage(world: World, user: User, popup: Popup): PhoneReply {
  return call(world, 'wx.requestSubscribeMessage', 'requestSubscribeMessage', () => {
    if (typeof popup.results !== 'object' || popup.results === null) throw new WorldProblem(400, '要有 results');
    return world.subscriptions.request(user, world.appOf(user), popup);
  });
}

function call(world: World, endpoint: string, name: string, run: () => PhoneReply): PhoneReply {
  const { kind } = world.faults.take(endpoint);
  // The button tells its errors in `errno` (1400001: no quota for phone numbers left), the others in `errCode`.
  const field = name === 'getPhoneNumber' ? 'errno' : 'errCode';
  if (kind !== null) return { errMsg: `${name}:fail`, [field]: Number(kind) };
  try {
    return { errMsg: `${name}:ok`, ...run() };
  } catch (error) {
    if (!(error instanceof PhoneFailure)) throw error;
    return { errMsg: `${name}:fail ${error.message}`, [field]: error.errCode };
  }
}
