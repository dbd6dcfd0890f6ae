import { ulid } from 'ulid';

import { calendarDate } from '../../../src/platform/clock/clock';
import { DEMO_WECHAT } from '../../../src/platform/config/config';
import { greeting, safe, type Console } from '../wechat/platform';
import { registration, type Stage } from './cast';

export interface Call {
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Sample {
  /** A list shows everybody their own; `one` is about a single row of 李秀兰's home; `own` is about the caller alone. */
  kind: 'list' | 'one' | 'own';
  /** Callers, by role, who are let in although the table's scope alone does not say so, or who are not although it does. */
  except?: Partial<Record<string, 'in' | 'out'>>;
  call(stage: Stage): Call | Promise<Call>;
}

const list = (path: string): Sample => ({ kind: 'list', call: () => ({ path }) });
const own = (path: string | ((stage: Stage) => string), body?: () => unknown): Sample => ({
  kind: 'own',
  call: (stage) => ({ path: typeof path === 'string' ? path : path(stage), body: body?.() }),
});
const one = (call: Sample['call'], except?: Sample['except']): Sample => ({ kind: 'one', call, except });

/** The visitor who recorded it, not whoever is assigned. */
const reason = '核对门牌需要';

/** A decision that holds from a day on which nothing else of these tests looks at what is owed. */
const decision = { ruleId: 'jinan.flag.assessment-stale', from: '2027-10-01', reason: '试试谁能定' };

/** What an operator of the demo has entered in WeChat's console. */
const CONSOLE: Console = {
  token: DEMO_WECHAT.pushToken,
  encodingAesKey: DEMO_WECHAT.pushAesKey,
  appid: DEMO_WECHAT.appId,
};

/** One call for every route, made anew each time. A route without one fails the test. */
export const SAMPLES: Record<string, Sample> = {
  'GET /health/live': own('/health/live'),
  'GET /health/ready': own('/health/ready'),
  'GET /files/:id': own(`/files/${ulid()}?until=1&signature=${'0'.repeat(64)}`),
  // Signed as WeChat signs; without the signature nobody is let in, see test/api/wechat.
  'GET /wechat/push': own(`/wechat/push?${new URLSearchParams(greeting(CONSOLE, 1_795_395_600, 'echo'))}`),
  'POST /wechat/push': {
    kind: 'own',
    call: () => {
      const event = { name: 'wxa_media_check', from: 'oNobody', at: 1_795_395_600 };
      const { query, body } = safe(CONSOLE, event, 'json');
      return { path: `/wechat/push?${new URLSearchParams(query)}`, body: Buffer.from(body) };
    },
  },
  'POST /sessions/wechat': own('/sessions/wechat', () => ({ code: 'wrong' })),
  'GET /sessions/current': own('/sessions/current'),
  'DELETE /sessions/current': own('/sessions/current'),
  'POST /phone-bindings': own('/phone-bindings', () => ({ code: 'wrong' })),
  'GET /demo/personas': own('/demo/personas'),
  'POST /demo/sessions': own('/demo/sessions', () => ({ persona: 'nobody' })),
  'GET /divisions': own('/divisions'),
  'GET /policies': own('/policies'),
  'POST /policies/:packId/evaluate': own('/policies/jinan/evaluate', () => ({ on: '2026-03-02', facts: {} })),
  'GET /districts': list('/districts'),
  // A district's rules are read all over it: the neighbour's community has the same.
  'GET /districts/:districtId/readings': own(({ t }) => `/districts/${t.divisions.lixia}/readings`),
  'POST /districts/:districtId/readings': one(({ t }) => ({
    path: `/districts/${t.divisions.lixia}/readings`,
    body: { ...decision, id: ulid(), value: '24' },
  })),
  'POST /districts/:districtId/reading-withdrawals': one(async ({ t, things }) => {
    await things.decide({ ...decision, id: ulid(), value: '6' });
    return { path: `/districts/${t.divisions.lixia}/reading-withdrawals`, body: { ...decision, id: ulid() } };
  }),
  'GET /districts/:districtId/reading-effects': one(({ t }) => ({
    path: `/districts/${t.divisions.lixia}/reading-effects?ruleId=${decision.ruleId}&value=24&from=${decision.from}`,
  })),
  'POST /policies/:packId/explanations': own('/policies/jinan/explanations', () => ({ on: '2026-03-02', facts: {} })),
  'GET /forms/:formId/:version': own('/forms/jinan-visit-record/1'),
  'POST /invitations/acceptances': {
    kind: 'own',
    call: async ({ things }) => ({
      path: '/invitations/acceptances',
      body: { id: ulid(), code: await things.invitationCode() },
    }),
  },
  'GET /subscription-templates': own('/subscription-templates'),
  'POST /subscriptions': own('/subscriptions', () => ({ id: ulid(), results: [] })),
  'GET /notices': list('/notices'),
  'POST /notices/:id/reads': {
    kind: 'one',
    except: { visitor: 'out', 'former-visitor': 'out', community: 'out', street: 'out', district: 'out', city: 'out' },
    call: ({ things }) => ({ path: `/notices/${things.noticeId}/reads` }),
  },
  'GET /elders': list('/elders'),
  'POST /elders/searches': { kind: 'list', call: () => ({ path: '/elders/searches', body: { q: '李秀兰' } }) },
  'GET /objections': list('/objections?status=open'),
  'GET /kinships': list('/kinships?status=awaiting'),
  'GET /worklist': list('/worklist'),
  'GET /visits': list('/visits'),
  'GET /needs': list('/needs'),
  'GET /phone-tasks': list('/phone-tasks?status=open'),
  'POST /elders': one(({ t }) => ({ path: '/elders', body: registration(t) })),
  'GET /elders/:id': one(({ things }) => ({ path: `/elders/${things.elderId}` })),
  'GET /elders/:id/explanation': one(({ things }) => ({ path: `/elders/${things.elderId}/explanation` })),
  'PATCH /elders/:id': one(({ things }) => ({ path: `/elders/${things.elderId}`, body: { place: '5 号楼 1 单元' } })),
  'POST /elders/:id/reopenings': one(({ things }) => ({
    path: `/elders/${things.elderId}/reopenings`,
    body: { reason },
  })),
  'POST /elders/:id/reveals': one(({ things }) => ({
    path: `/elders/${things.elderId}/reveals`,
    body: { field: 'phone', reason },
  })),
  'POST /elders/:id/relatives': one(({ things }) => ({
    path: `/elders/${things.elderId}/relatives`,
    body: { id: ulid(), name: '外甥', relation: 'other', livesWithElder: false },
  })),
  'PATCH /elders/:id/relatives/:relativeId': one(async ({ things }) => ({
    path: `/elders/${things.elderId}/relatives/${await things.spareRelative()}`,
    body: { name: '改了名字' },
  })),
  'DELETE /elders/:id/relatives/:relativeId': one(async ({ things }) => ({
    path: `/elders/${things.elderId}/relatives/${await things.spareRelative()}`,
  })),
  'PUT /elders/:id/first-contact': one(({ things }) => ({
    path: `/elders/${things.elderId}/first-contact`,
    body: { relativeId: things.daughterId },
  })),
  'POST /elders/:id/door-codes': one(({ things }) => ({
    path: `/elders/${things.elderId}/door-codes`,
    body: { id: things.doorCodeId },
  })),
  'GET /elders/:id/door-codes/:codeId/qr.png': one(({ things }) => ({
    path: `/elders/${things.elderId}/door-codes/${things.doorCodeId}/qr.png`,
  })),
  'DELETE /elders/:id/door-codes/:codeId': one(async ({ t, things }) => {
    const id = ulid();
    await t.call('POST', `/elders/${t.sunguiying.id}/door-codes`, { as: t.liufang.token, body: { id } });
    void things;
    return { path: `/elders/${t.sunguiying.id}/door-codes/${id}` };
  }),
  'POST /elders/:id/invitations': one(async ({ things }) => ({
    path: `/elders/${things.elderId}/invitations`,
    body: { id: ulid(), relativeId: await things.spareRelative() },
  })),
  'POST /kinships/:id/confirmations': one(async ({ things }) => ({
    path: `/kinships/${await things.awaiting()}/confirmations`,
  })),
  'POST /kinships/:id/refusals': one(async ({ things }) => ({
    path: `/kinships/${await things.awaiting()}/refusals`,
    body: { reason: '电话里说不认识' },
  })),
  // The relative's own binding is tried in the registry's tests; this one belongs to somebody else.
  'DELETE /kinships/:id': one(async ({ things }) => ({ path: `/kinships/${await things.awaiting()}` }), {
    family: 'out',
  }),
  'POST /accounts/:id/sign-outs': one(({ things }) => ({ path: `/accounts/${things.spareAccountId}/sign-outs` })),
  'GET /elders/:id/visitors/candidates': one(({ things }) => ({
    path: `/elders/${things.elderId}/visitors/candidates`,
  })),
  'GET /elders/:id/visitors': one(({ things }) => ({ path: `/elders/${things.elderId}/visitors` })),
  'POST /elders/:id/visitors': one(({ things }) => ({
    path: `/elders/${things.elderId}/visitors`,
    body: { id: ulid(), accountId: things.spareVisitorId },
  })),
  'DELETE /elders/:id/visitors/:accountId': one(({ things }) => ({
    path: `/elders/${things.elderId}/visitors/${things.spareVisitorId}`,
  })),
  'POST /elders/:id/visitors/:accountId/reveals': one(({ t, things }) => ({
    path: `/elders/${things.elderId}/visitors/${t.zhoumin.id}/reveals`,
    body: { reason: '处理突发' },
  })),
  'GET /pauses': list('/pauses'),
  'GET /elders/:id/pauses': one(({ things }) => ({ path: `/elders/${things.elderId}/pauses` })),
  // 孙桂英 of the same community; one at a time, so whoever is let in ends it again.
  'POST /elders/:id/pauses': one(async ({ t, things }) => {
    await things.endPause();
    return { path: `/elders/${t.sunguiying.id}/pauses`, body: things.pause() };
  }),
  'PATCH /elders/:id/pauses/:pauseId': one(async ({ t, things }) => ({
    path: `/elders/${t.sunguiying.id}/pauses/${await things.pausedNow()}`,
    body: { backOn: calendarDate(t.clock.now() + 9 * 86_400_000), note: '女儿说还要再住几天' },
  })),
  'POST /elders/:id/pauses/:pauseId/endings': one(async ({ t, things }) => ({
    path: `/elders/${t.sunguiying.id}/pauses/${await things.pausedNow()}/endings`,
    body: { how: 'back' },
  })),
  'POST /check-ins': one(({ t, things }) => ({
    path: '/check-ins',
    body: { id: ulid(), code: things.doorCode, at: t.clock.now() },
  })),
  'GET /elders/:id/card': one(({ things }) => ({ path: `/elders/${things.elderId}/card` })),
  'GET /elders/:id/matters': one(({ things }) => ({ path: `/elders/${things.elderId}/matters` })),
  'POST /visits': one(({ t }) => ({ path: '/visits', body: t.visit(t.lixiulan) })),
  'GET /visits/:id': one(({ things }) => ({ path: `/visits/${things.visitId}` })),
  'PUT /visits/:id/files/:sha256': one(
    ({ things }) => ({
      path: `/visits/${things.visitId}/files/${things.photoHash}`,
      body: things.photoBytes,
      headers: { 'content-type': 'image/jpeg' },
    }),
    // Only the record's own visitor has its photos.
    { community: 'out', street: 'out', 'former-visitor': 'out' },
  ),
  'GET /elders/:id/sheets': one(({ things }) => ({ path: `/elders/${things.elderId}/sheets` })),
  // 济南 has no registration form: whoever may ask hears so.
  'GET /elders/:id/sheets/:kind': one(({ things }) => ({ path: `/elders/${things.elderId}/sheets/registration` })),
  'GET /no-answers': list('/no-answers'),
  'POST /no-answers': one(({ t, things }) => ({
    path: '/no-answers',
    body: {
      ...{
        id: ulid(),
        elderId: things.elderId,
        outcome: 'known',
        whereabouts: 'away',
        tries: [],
        at: t.clock.now() - 1,
      },
    },
  })),
  'GET /elders/:id/emergencies': one(({ things }) => ({ path: `/elders/${things.elderId}/emergencies` })),
  'POST /emergencies': one(({ t, things }) => ({
    path: '/emergencies',
    body: {
      ...{ id: ulid(), elderId: things.elderId, what: 'fall', outcome: 'safe', calls: [] },
      ...{ happenedAt: t.clock.now() - 1, at: t.clock.now() - 1 },
    },
  })),
  'POST /sheets': one(({ things }) => ({
    path: '/sheets',
    body: {
      ...{ id: ulid(), elderId: things.elderId, kind: 'registration', answers: { 'past-illnesses': '高血压' } },
      form: { id: 'shishi-registration', version: 2 },
    },
  })),
  'GET /sheets/:id': one(({ things }) => ({ path: `/sheets/${things.sheetId}` })),
  'GET /needs/:id': one(({ things }) => ({ path: `/needs/${things.needId}` })),
  'POST /needs/:id/answers': one(({ things }) => ({
    path: `/needs/${things.needId}/answers`,
    body: { id: ulid(), choice: 'self' },
  })),
  'POST /needs/:id/acknowledgements': one(({ things }) => ({
    path: `/needs/${things.needId}/acknowledgements`,
    body: { id: ulid() },
  })),
  'POST /needs/:id/closures': one(({ things }) => ({
    path: `/needs/${things.needId}/closures`,
    body: { id: ulid(), outcome: 'done', note: '换好了' },
  })),
  'GET /parents/:id': one(({ things }) => ({ path: `/parents/${things.elderId}` })),
  'GET /parents/:id/why': one(({ things }) => ({ path: `/parents/${things.elderId}/why` })),
  'POST /parents/:id/objections': one(({ things }) => ({
    path: `/parents/${things.elderId}/objections`,
    body: { id: ulid(), note: '她不是一个人住' },
  })),
  'POST /objections/:id/closures': one(async ({ things }) => ({
    path: `/objections/${await things.objection()}/closures`,
    body: { id: ulid(), outcome: 'amended', answer: '改过来了' },
  })),
  'POST /phone-tasks/:id/reveals': one(({ things }) => ({
    path: `/phone-tasks/${things.taskId}/reveals`,
    body: { reason },
  })),
  'POST /phone-tasks/:id/outcomes': one(({ things }) => ({
    path: `/phone-tasks/${things.taskId}/outcomes`,
    body: { id: ulid(), outcome: 'no-answer' },
  })),
};
