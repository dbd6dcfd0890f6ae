import { ask, type SubscribePhone, type SubscribeResults, type TemplateChoice } from './prompt';
import { request } from './request';

/**
 * Asks whether WeChat messages may be sent. A browser cannot: in the demo a picture of WeChat's own question is shown
 * and the simulated phone is told the taps; elsewhere nothing is asked and nothing is answered.
 * @param demo the simulated phone of this person (`me.demo`); null outside the demo
 * @returns what the phone answered for each template; empty when it gave no answer
 */
export async function subscribe(templates: TemplateChoice[], demo: SubscribePhone | null): Promise<SubscribeResults> {
  if (!demo || templates.length === 0) return {};
  const results = await ask<SubscribeResults>((answer) => ({ kind: 'subscribe', templates, answer }));
  try {
    const path = `${demo.worldUrl}/subscriptions`;
    const { body } = await request({ method: 'POST', path, body: { results } });
    return answered(templates, body);
  } catch {
    return {};
  }
}

/** The phone has the last word: it may have its main switch off, or an earlier answer kept for good. */
function answered(templates: TemplateChoice[], body: unknown): SubscribeResults {
  const said = (body ?? {}) as SubscribeResults;
  return Object.fromEntries(
    templates.flatMap(({ templateId }) => (said[templateId] ? [[templateId, said[templateId]]] : [])),
  );
}
