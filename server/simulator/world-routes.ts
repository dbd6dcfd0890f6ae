import type { FastifyInstance } from 'fastify';

import { WorldProblem } from './errors';
import { qrPng } from './qr';
import type { DoorCodeSeed, UserSeed } from './seeds';
import type { FaultRequest } from './state/faults';
import { keepAnswer, leave, login, phoneNumberButton, requestSubscribeMessage, withdraw } from './state/phone';
import type { PushSettings } from './state/pushes';
import type { Popup } from './state/subscriptions';
import type { World } from './state/world';

type ByOpenid = { Params: { openid: string } };
type ById = { Params: { id: string } };

export interface Switches {
  mainSwitch?: boolean;
  /** Per template id; null: ask again. */
  kept?: Record<string, 'accept' | 'reject' | null>;
}

/** What people and things do in the simulated world: for tests and for the browser app in a demo. JSON both ways. */
export function worldRoutes(world: World) {
  return async (scope: FastifyInstance): Promise<void> => {
    readJson(scope);
    peopleRoutes(scope, world);
    phoneRoutes(scope, world);
    faultRoutes(scope, world);
    scope.get('/messages', async () => ({ items: world.messages.journal() }));
    doorCodeRoutes(scope, world);
    pushRoutes(scope, world);
    scope.get('/wxacodes', async () => ({ items: world.wxacodes }));
  };
}

function readJson(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body.length === 0 ? {} : JSON.parse(body.toString()));
    } catch {
      done(new WorldProblem(400, '不是 JSON'));
    }
  });
}

function peopleRoutes(scope: FastifyInstance, world: World): void {
  scope.get('/users', async () => ({ items: world.people.list() }));
  scope.post<{ Body: UserSeed }>('/users', async (request, reply) => {
    if (!request.body?.name) throw new WorldProblem(400, '要有 name');
    return reply.code(201).send(world.people.add(request.body));
  });
}

function phoneRoutes(scope: FastifyInstance, world: World): void {
  scope.post<ByOpenid>('/phones/:openid/login-codes', async ({ params }) =>
    login(world, world.people.getOrThrow(params.openid)),
  );
  scope.post<ByOpenid>('/phones/:openid/phone-codes', async ({ params }) =>
    phoneNumberButton(world, world.people.getOrThrow(params.openid)),
  );
  scope.post<ByOpenid & { Body: Popup }>('/phones/:openid/subscriptions', async ({ params, body }) =>
    requestSubscribeMessage(world, world.people.getOrThrow(params.openid), body),
  );
  scope.get<ByOpenid>('/phones/:openid/subscriptions', async ({ params }) => settings(world, params.openid));
  scope.put<ByOpenid & { Body: Switches }>('/phones/:openid/switches', async ({ params, body }) => {
    const user = world.people.getOrThrow(params.openid);
    for (const [templateId, kept] of Object.entries(body.kept ?? {})) keepAnswer(world, user, templateId, kept);
    if (typeof body.mainSwitch === 'boolean') world.subscriptions.setMainSwitch(user, body.mainSwitch);
    return settings(world, params.openid);
  });
  scope.post<ByOpenid & { Body: { what?: string } }>('/phones/:openid/withdrawals', async (request, reply) => {
    withdraw(world, world.people.getOrThrow(request.params.openid), request.body?.what ?? '');
    return reply.code(204).send();
  });
  scope.post<ByOpenid>('/phones/:openid/departures', async ({ params }, reply) => {
    leave(world, world.people.getOrThrow(params.openid));
    return reply.code(204).send();
  });
  scope.get<ByOpenid>('/phones/:openid/messages', async ({ params }) => ({
    items: world.messages.inbox(world.people.getOrThrow(params.openid).openid),
  }));
}

/** `{mainSwitch, templates: [{templateId, title, kind, credits, subscribed, kept}]}` */
function settings(world: World, openid: string) {
  const user = world.people.getOrThrow(openid);
  return {
    mainSwitch: world.subscriptions.mainSwitchOn(user),
    templates: world.subscriptions.overview(user, world.appOf(user)),
  };
}

/** Of the first app: the worlds that are driven by HTTP have one. */
function pushRoutes(scope: FastifyInstance, world: World): void {
  const appid = world.apps[0]?.appid ?? '';
  const state = () => {
    const { url, mode, format, on, delayMs } = world.pushes.settings(appid) ?? { url: null, on: false };
    return { settings: { url, mode, format, on, delayMs }, items: world.pushes.list() };
  };
  scope.get('/pushes', async () => state());
  scope.put<{ Body: Partial<PushSettings> }>('/pushes', async ({ body }) => {
    world.pushes.change(appid, body);
    return state();
  });
}

function faultRoutes(scope: FastifyInstance, world: World): void {
  scope.get('/faults', async () => ({ items: world.faults.list() }));
  scope.post<{ Body: FaultRequest }>('/faults', async (request, reply) => {
    const { endpoint, kind } = request.body ?? {};
    if (!endpoint || !kind) throw new WorldProblem(400, '要有 endpoint 和 kind');
    return reply.code(201).send(world.faults.add({ ...request.body, kind: String(kind) }));
  });
  scope.delete('/faults', async (_request, reply) => {
    world.faults.clear();
    return reply.code(204).send();
  });
  scope.delete<ById>('/faults/:id', async ({ params }, reply) => {
    world.faults.remove(params.id);
    return reply.code(204).send();
  });
}

function doorCodeRoutes(scope: FastifyInstance, world: World): void {
  scope.get('/door-codes', async () => ({ items: world.doorCodes.list() }));
  scope.post<{ Body: DoorCodeSeed }>('/door-codes', async (request, reply) =>
    reply.code(201).send(world.doorCodes.add(request.body)),
  );
  scope.put<{ Body: { items?: DoorCodeSeed[] } }>('/door-codes', async ({ body }) => {
    if (!Array.isArray(body.items)) throw new WorldProblem(400, '要有 items');
    return { items: world.doorCodes.replace(body.items) };
  });
  scope.get<ById>('/door-codes/:id/qr.png', async ({ params }, reply) => {
    const { url } = world.doorCodes.getOrThrow(params.id);
    return reply.type('image/png').send(await qrPng(url, 320));
  });
}
