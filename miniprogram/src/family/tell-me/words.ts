import type { BodyOf, ReplyOf } from '@/api';
import type { SubscribeResults } from '@/platform';

type Results = BodyOf<'post', '/api/subscriptions'>['results'];
type Templates = ReplyOf<'get', '/api/subscription-templates'>['items'];
type Credits = ReplyOf<'post', '/api/subscriptions'>['credits'];

/** What the phone answered, in the form the service takes it; templates it said nothing about are left out. */
export function asked(templates: Templates, results: SubscribeResults): Results {
  return templates.flatMap(({ templateId }) => {
    const result = results[templateId];
    return result ? [{ templateId, result }] : [];
  });
}

/** 「还能收 2 次，再点一次就多一次」: of the message that something has to be decided, which matters most. */
export function leftInWords(templates: Templates, credits: Credits): string {
  const wanted = templates.find(({ key }) => key === 'needRaised') ?? templates[0];
  const left = credits.find(({ templateId }) => templateId === wanted?.templateId)?.left ?? 0;
  return left > 0 ? `好，有事微信告诉您。还能收 ${left} 次，再点一次就多一次` : '这次没选上，再点一次就能收到下一次';
}

/** Why nothing was allowed, and what to do. Everything lies in the app's own list in any case. */
export function refusedInWords(results: Results): string {
  const kept = '有事这里的“消息”照样看得到';
  if (results.length === 0) return `没问成。在微信里打开小程序点一次就行。${kept}`;
  if (results.some(({ result }) => result === 'ban' || result === 'filter')) {
    return `微信里关掉了提醒，在右上角“…”的设置里打开就能收。${kept}`;
  }
  return `没开，什么时候想收再点。${kept}`;
}
