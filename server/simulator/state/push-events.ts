import type { TemplateSeed } from '../seeds';
import type { User } from './people';
import type { Item } from './push-envelope';
import type { World } from './world';

/** In what is told about an authorization the platform is the sender; the person is in `OpenID`. */
const PLATFORM = 'oWeixinPlatform0000000000000';

/** What became of a message that was taken: told a moment later, and only for failures of the platform's own. */
export function tellSent(world: World, user: User, template: TemplateSeed, msgid: string, arrived: boolean): void {
  const outcome = arrived
    ? { ErrorCode: '0', ErrorStatus: 'success' }
    : { ErrorCode: '-1', ErrorStatus: 'system failed' };
  tell(world, user, 'subscribe_msg_sent_event', 'SubscribeMsgSentEvent', [
    { TemplateId: template.id, MsgID: msgid, ...outcome },
  ]);
}

/** The taps in a popup. Nothing is told where no popup came up. */
export function tellPopup(world: World, user: User, taps: [templateId: string, answer: string][]): void {
  const items = taps.map(([id, answer]) => ({ TemplateId: id, SubscribeStatusString: answer, PopupScene: '0' }));
  if (items.length > 0) tell(world, user, 'subscribe_msg_popup_event', 'SubscribeMsgPopupEvent', items);
}

/** Refused in the settings; that something is allowed again there is not told. */
export function tellRefused(world: World, user: User, templateId: string): void {
  const items = [{ TemplateId: templateId, SubscribeStatusString: 'reject' }];
  tell(world, user, 'subscribe_msg_change_event', 'SubscribeMsgChangeEvent', items);
}

/** @param what RevokeInfo: 8 phone number, 13 location, 14 pictures and videos */
export function tellWithdrawn(world: World, user: User, what: string): void {
  tellAuthorization(world, user, 'user_authorization_revoke', { RevokeInfo: what });
}

export function tellLeft(world: World, user: User): void {
  tellAuthorization(world, user, 'user_authorization_cancellation', {});
}

function tell(world: World, { appid, openid }: User, event: string, nest: string, items: Item[]): void {
  world.pushes.happened(appid, { from: openid, event, list: { nest, items } });
}

function tellAuthorization(world: World, { appid, openid }: User, event: string, more: Item): void {
  world.pushes.happened(appid, { from: PLATFORM, event, more: { OpenID: openid, AppID: appid, ...more } }, openid);
}
