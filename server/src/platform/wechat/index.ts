export { WechatClient, type SubscribeMessage, type WechatIdentity } from './client';
export { WechatRefusal, WechatUncertain, WechatUnreachable } from './errors';
