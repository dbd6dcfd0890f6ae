import Taro from '@tarojs/taro';
import type { SubscribePhone, SubscribeResult, SubscribeResults, TemplateChoice } from './prompt';

/**
 * Asks whether WeChat messages may be sent. WeChat allows the question only inside a tap: call this straight from the
 * tap's handler, before any `await`. A refusal by the platform (main switch off, no template) answers nothing.
 */
export function subscribe(templates: TemplateChoice[], _demo: SubscribePhone | null): Promise<SubscribeResults> {
  const tmplIds = templates.map((template) => template.templateId);
  if (tmplIds.length === 0) return Promise.resolve({});
  return Taro.requestSubscribeMessage({ tmplIds, entityIds: [] as never })
    .then((reply) => {
      const said = reply as unknown as Record<string, SubscribeResult>;
      return Object.fromEntries(tmplIds.flatMap((id) => (said[id] ? [[id, said[id]]] : [])));
    })
    .catch(() => ({}));
}
