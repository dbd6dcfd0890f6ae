import type { FastifyInstance } from 'fastify';
import { WorldProblem } from '../errors';
import { keepAnswer, requestSubscribeMessage } from '../state/phone';
import type { World } from '../state/world';
import { html } from './html';
import { layout } from './layout';
import { peoplePage } from './people';
import { phonePage } from './phone';
import { pushChanges } from './push-panel';
import { ICON, SCRIPT } from './script';
import { STYLE } from './style';

type Form = Record<string, string | undefined>;
type PhoneForm = { Params: { openid: string }; Body: Form };

/** The pages to look at. They work without script; the script keeps them fresh. */
export function pages(world: World, base: string) {
  return async (scope: FastifyInstance): Promise<void> => {
    readForms(scope);
    showProblems(scope, base);
    assets(scope);
    scope.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(peoplePage(world, base)));
    scope.get<PhoneForm>('/phones/:openid', async ({ params }, reply) =>
      reply.type('text/html; charset=utf-8').send(phonePage(world, base, params.openid)),
    );
    scope.post<PhoneForm>('/phones/:openid/switches', async ({ params, body }, reply) => {
      applySwitches(world, params.openid, body);
      return reply.redirect(`${base}/phones/${params.openid}#subscriptions`, 303);
    });
    faultForms(scope, world, base);
    scope.post<{ Body: Form }>('/pushes', async ({ body }, reply) => {
      world.pushes.change(world.apps[0]?.appid ?? '', pushChanges(body));
      return reply.redirect(`${base}/#pushes`, 303);
    });
  };
}

function readForms(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body.toString()))),
  );
}

function showProblems(scope: FastifyInstance, base: string): void {
  scope.setErrorHandler(async (error, _request, reply) => {
    if (!(error instanceof WorldProblem)) throw error;
    const body = html`<main class="people">
      <h1>${error.message}</h1>
      <p><a class="button" href="${base}/">看看有哪些手机</a></p>
    </main>`;
    return reply
      .code(error.statusCode)
      .type('text/html; charset=utf-8')
      .send(layout({ base, title: '微信模拟器，样例数据', body }));
  });
}

function assets(scope: FastifyInstance): void {
  const files = [
    ['simulator.css', 'text/css; charset=utf-8', STYLE],
    ['simulator.js', 'text/javascript; charset=utf-8', SCRIPT],
    ['icon.svg', 'image/svg+xml', ICON],
  ] as const;
  for (const [name, type, text] of files) {
    scope.get(`/assets/${name}`, async (_request, reply) =>
      reply.type(type).header('cache-control', 'no-cache').send(text),
    );
  }
}

function applySwitches(world: World, openid: string, form: Form): void {
  const user = world.people.getOrThrow(openid);
  const { mainSwitch, templateId, kept, popup } = form;
  if (mainSwitch !== undefined) world.subscriptions.setMainSwitch(user, mainSwitch === 'on');
  if (templateId === undefined) return;
  if (kept === 'ask' || kept === 'accept' || kept === 'reject') {
    keepAnswer(world, user, templateId, kept === 'ask' ? null : kept);
  }
  if (popup === 'accept') requestSubscribeMessage(world, user, { results: { [templateId]: popup } });
}

function faultForms(scope: FastifyInstance, world: World, base: string): void {
  const back = ({ openid }: Form) => (openid ? `${base}/phones/${openid}#faults` : `${base}/#faults`);
  scope.post<{ Body: Form }>('/faults', async ({ body }, reply) => {
    const { endpoint = '', kind = '', times, delayMs } = body;
    world.faults.add({
      endpoint,
      kind,
      times: times ? Number(times) : null,
      ...(delayMs ? { delayMs: Number(delayMs) } : {}),
    });
    return reply.redirect(back(body), 303);
  });
  scope.post<{ Params: { id: string }; Body: Form }>('/faults/:id/removal', async ({ params, body }, reply) => {
    // It may have worn off since the page was drawn.
    if (world.faults.list().some(({ id }) => id === params.id)) world.faults.remove(params.id);
    return reply.redirect(back(body), 303);
  });
}
