import { PhoneFailure, WorldProblem } from '../errors';
import type { User } from './people';
import { tellLeft, tellPopup, tellRefused, tellWithdrawn } from './push-events';
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
    const app = world.appOf(user);
    const silent = world.subscriptions.overview(user, app).filter(({ kept }) => kept !== null);
    const answers = world.subscriptions.request(user, app, popup);
    const isTapped = ([id, answer]: [string, string]) =>
      (answer === 'accept' || answer === 'reject') && !silent.some(({ templateId }) => templateId === id);
    tellPopup(world, user, Object.entries(answers).filter(isTapped));
    return answers;
  });
}

/** The settings page's choice for one template; null: ask again. */
export function keepAnswer(world: World, user: User, templateId: string, kept: 'accept' | 'reject' | null): void {
  world.subscriptions.keep(user, world.appOf(user), templateId, kept);
  if (kept === 'reject') tellRefused(world, user, templateId);
}

/** Takes an authorization back in WeChat's settings. @param what RevokeInfo, `8` for the phone number */
export function withdraw(world: World, user: User, what: string): void {
  if (!/^\d{1,3}$/.test(what)) throw new WorldProblem(400, '要说收回哪一项，例如 8（手机号）');
  tellWithdrawn(world, user, what);
}

/** Deletes the WeChat account. */
export function leave(world: World, user: User): void {
  world.people.remove(user.openid);
  tellLeft(world, user);
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
