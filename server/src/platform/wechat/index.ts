export { WechatClient, type SubscribeMessage, type WechatIdentity } from './client';
export { WechatRefusal, WechatUncertain, WechatUnreachable } from './errors';
export type { MessageReported, Pushed, PushKind, SubscriptionAnswered } from './push-message';
export { PushRow } from './push.entities';
export { WechatPush } from './push.service';
