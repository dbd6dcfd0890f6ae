import { ask, type SubscribeResults, type TemplateChoice } from './prompt';
import { request } from './request';

/**
 * Asks whether WeChat messages may be sent. A browser cannot: in the demo a picture of WeChat's own question is shown,
 * and the simulated phone is told the choices; elsewhere nothing is asked and nothing is answered.
 * @param demo where the simulated phone of this person is; null outside the demo
 */
export async function subscribe(
  templates: TemplateChoice[],
  demo: { phoneUrl: string } | null,
): Promise<SubscribeResults> {
  if (!demo || templates.length === 0) return {};
  const results = await ask<SubscribeResults>((answer) => ({ kind: 'subscribe', templates, answer }));
  // The address of the phone's page carries a hash; its data lie at the same path without it.
  const path = `${demo.phoneUrl.replace('/#/', '/')}/subscriptions`;
  await request({ method: 'POST', path, body: { results } });
  return results;
}
