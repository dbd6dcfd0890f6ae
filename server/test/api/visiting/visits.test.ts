import { ulid } from 'ulid';

import { Visit, VisitFile } from '../../../src/modules/visiting';
import type { Person } from '../registry/story';
import { DAY, HOUR } from '../support/clock';
import { ALL_WELL, MINUTE, photo, startRounds, type ProblemBody, type Rounds, type VisitBody } from './rounds';

let t: Rounds;
beforeEach(async () => {
  t = await startRounds();
});
afterEach(() => t.close());

const stored = (id: string) => t.app.database.read.findOneBy(Visit, { id });
const count = () => t.app.database.read.count(Visit);

describe('handing in a visit', () => {
  it('meets what was owed and answers with a number to read aloud', async () => {
    const body = t.visit(t.lixiulan);
    const answer = await t.send(body);
    expect([answer.status, answer.body]).toEqual([
      201,
      { id: body.id, receivedAt: t.clock.now(), number: expect.stringMatching(/^1123-\d{3}-\d{3}$/) },
    ]);
    const [owed, next] = await t.owed(t.lixiulan);
    expect(owed).toMatchObject({
      status: 'visited',
      visitId: body.id,
      visitedAt: body.startedAt,
      visitedBy: t.zhoumin.id,
    });
    expect(next!.status).toBe('owed');
    expect(await stored(body.id)).toMatchObject({
      ...{ elderId: t.lixiulan.id, communityId: t.divisions.first, visitorId: t.zhoumin.id, obligationId: owed!.id },
      ...{ mode: 'on-site', formId: 'jinan-visit-record', formVersion: 1, answers: ALL_WELL, review: null },
    });
    expect(await t.audits(body.id, 'visit.record')).toHaveLength(1);
  });

  it('keeps the answers encrypted', async () => {
    const body = t.visit(t.lixiulan, { answers: { ...ALL_WELL, gas: 'fairly-safe', 'gas-note': '软管有裂纹' } });
    expect((await t.send(body)).status).toBe(201);
    const [row] = (await t.app.database.read.query('SELECT * FROM visit WHERE id = ?', [body.id])) as object[];
    expect(JSON.stringify(row)).not.toMatch(/软管|fairly-safe|spirits/);
  });

  it('counts by phone and by video as well', async () => {
    for (const [elder, mode] of [
      [t.lixiulan, 'phone'],
      [t.sunguiying, 'online'],
    ] as const) {
      expect((await t.send(t.visit(elder, { mode }))).status).toBe(201);
      expect((await t.owed(elder))[0]!.status).toBe('visited');
    }
  });

  it('can be done by the community itself', async () => {
    expect((await t.send(t.visit(t.lixiulan), t.liufang)).status).toBe(201);
    expect((await t.owed(t.lixiulan))[0]!.visitedBy).toBe(t.liufang.id);
  });

  it('keeps a second visit in the same period, which the first has met', async () => {
    const [first, second] = [t.visit(t.lixiulan), t.visit(t.lixiulan)];
    expect((await t.send(first)).status).toBe(201);
    expect((await t.send(second, t.liufang)).status).toBe(201);
    const [owed] = await t.owed(t.lixiulan);
    expect(owed!.visitId).toBe(first.id);
    expect(await t.changes(owed!.id)).toHaveLength(1);
    expect((await stored(second.id))!.obligationId).toBeNull();
  });
});

describe('sending it again', () => {
  it('twice is answered with the first result', async () => {
    const body = t.visit(t.lixiulan);
    const first = await t.send(body);
    t.clock.advance(HOUR);
    const again = await t.send(body);
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect(await count()).toBe(1);
    expect(await t.audits(body.id, 'visit.record')).toHaveLength(1);
  });

  it('fifty times at once makes one visit', async () => {
    const { sha256 } = await photo();
    const body = t.visit(t.lixiulan, { photos: [{ sha256, field: 'gas' }] });
    const answers = await Promise.all(Array.from({ length: 50 }, () => t.send(body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(49).fill(200), 201]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(await count()).toBe(1);
    expect(await t.app.database.read.countBy(VisitFile, { visitId: body.id })).toBe(1);
    expect(await t.changes((await t.owed(t.lixiulan))[0]!.id)).toHaveLength(1);
  });

  it('is answered even when the assignment has ended since, or the form has', async () => {
    const body = t.visit(t.lixiulan);
    const first = await t.send(body);
    await t.call('DELETE', `/elders/${t.lixiulan.id}/visitors/${t.zhoumin.id}`, { as: t.liufang.token });
    t.clock.advance(DAY);
    expect(await t.send(body)).toMatchObject({ status: 200, body: first.body });
  });

  it('with another body is refused, and the first stays', async () => {
    const body = t.visit(t.lixiulan);
    await t.send(body);
    const changed = await t.send({ ...body, answers: { ...ALL_WELL, gas: 'unsafe' } });
    expect([changed.status, changed.body.code]).toEqual([409, 'visit.id-conflict']);
    expect((await stored(body.id))!.answers).toEqual(ALL_WELL);
  });

  it('under the id of somebody else’s visit reveals nothing', async () => {
    const body = t.visit(t.lixiulan);
    await t.send(body);
    const same = await t.send(body, t.liufang);
    expect([same.status, same.body.code]).toEqual([409, 'visit.id-conflict']);
    const abroad = await t.send({ ...t.visit(t.gaoyulan), id: body.id }, t.mengxiaoyan);
    expect([abroad.status, abroad.body.code]).toEqual([409, 'visit.id-conflict']);
    expect(JSON.stringify([same.body, abroad.body])).not.toMatch(/李秀兰|1123-/);
  });
});

describe('an assignment that has ended', () => {
  it('takes in what was done before the assignment ended, and marks it for review', async () => {
    const before = t.visit(t.lixiulan);
    t.clock.advance(HOUR);
    await t.call('DELETE', `/elders/${t.lixiulan.id}/visitors/${t.zhoumin.id}`, { as: t.liufang.token });
    t.clock.advance(HOUR);
    const after = t.visit(t.lixiulan);
    expect((await t.send(before)).status).toBe(201);
    expect((await stored(before.id))!.review).toBe('assignment-ended');
    expect((await t.send(after)).body.code).toBe('access.not-found');
  });
});

describe('the check-in that a phone names', () => {
  const scanAt = async (elder: { id: string }, as: Person, changes: Record<string, unknown> = {}) => {
    const path = `/elders/${elder.id}/door-codes`;
    const made = await t.call<{ url: string }>('POST', path, { as: t.liufang.token, body: { id: ulid() } });
    const body = { id: ulid(), code: made.body.url, at: t.clock.now() - 25 * MINUTE, ...changes };
    expect((await t.call('POST', '/check-ins', { as: as.token, body })).status).toBe(201);
    return body.id;
  };
  const keptOf = async (checkInId: string, changes: Record<string, unknown> = {}) => {
    const body = t.visit(t.lixiulan, { checkInId, ...changes });
    expect((await t.send(body)).status).toBe(201);
    return (await stored(body.id))!;
  };

  it('is kept with the visit when it is the visitor’s own, at this door, on this day', async () => {
    const checkInId = await scanAt(t.lixiulan, t.zhoumin);
    expect((await keptOf(checkInId)).checkInId).toBe(checkInId);
  });

  it('of a phone that is hours ahead is compared with that phone’s own times', async () => {
    t.clock.set('2026-11-24T21:00:00+08:00');
    const ahead = 5 * HOUR;
    const checkInId = await scanAt(t.lixiulan, t.zhoumin, { at: t.clock.now() + ahead - 25 * MINUTE });
    const times = { startedAt: t.clock.now() + ahead - 20 * MINUTE, endedAt: t.clock.now() + ahead };
    expect(await keptOf(checkInId, times)).toMatchObject({ checkInId, review: 'clock-ahead' });
  });

  it.each([
    ['another elder’s', () => scanAt(t.sunguiying, t.zhoumin)],
    ['another person’s', () => scanAt(t.lixiulan, t.liufang)],
    ['of another day', () => scanAt(t.lixiulan, t.zhoumin, { at: t.clock.now() - DAY })],
    ['one that nobody knows', () => Promise.resolve(ulid())],
  ])('%s is left out, and the visit counts all the same', async (_, checkIn) => {
    const visit = await keptOf(await checkIn());
    expect(visit).toMatchObject({ checkInId: null, review: null, obligationId: expect.any(String) });
    expect((await t.owed(t.lixiulan))[0]).toMatchObject({ status: 'visited', visitId: visit.id });
  });

  it('is left out of a repeat as well, which is the same visit', async () => {
    const body = t.visit(t.lixiulan, { checkInId: ulid() });
    const [first, second] = [await t.send(body), await t.send(body)];
    expect([first.status, second.body]).toEqual([201, first.body]);
    expect(await count()).toBe(1);
  });
});

describe('times', () => {
  it('puts back a visit from a phone that is hours ahead', async () => {
    const body = t.visit(t.lixiulan, { startedAt: t.clock.now() + 5 * HOUR, endedAt: t.clock.now() + 5.5 * HOUR });
    expect((await t.send(body)).status).toBe(201);
    expect(await stored(body.id)).toMatchObject({
      ...{ startedAt: t.clock.now() - HOUR / 2, endedAt: t.clock.now(), review: 'clock-ahead' },
    });
  });

  it('counts a visit around midnight for the day on which it began', async () => {
    t.clock.set('2026-11-30T00:10:00+08:00');
    const body = t.visit(t.lixiulan);
    expect((await t.send(body)).status).toBe(201);
    expect((await t.owed(t.lixiulan)).map(({ periodStart, status }) => [periodStart, status])).toEqual([
      ['2026-11-23', 'visited'],
      ['2026-11-30', 'owed'],
    ]);
  });
});

describe('receipt and records', () => {
  interface Receipt extends ProblemBody {
    files: { received: number; expected: number };
    nextPeriod: unknown;
    items: { id: string; elderName: string; number: string; visitor: { name: string }; review: string[] }[];
    next: string | null;
  }
  const get = (path: string, as: Person) => t.call<Receipt>('GET', path, { as: as.token });

  it('tells the visitor what was received and what comes next', async () => {
    const body = t.visit(t.lixiulan, { photos: [{ sha256: 'b'.repeat(64), field: 'gas' }] });
    const { number } = (await t.send(body)).body;
    expect((await get(`/visits/${body.id}`, t.zhoumin)).body).toEqual({
      ...{
        id: body.id,
        number,
        elderId: t.lixiulan.id,
        elderName: '李秀兰',
        startedAt: body.startedAt,
        receivedAt: t.clock.now(),
      },
      ...{ files: { received: 0, expected: 1 }, nextPeriod: { start: '2026-11-30', every: 'week' } },
    });
    expect((await get(`/visits/${body.id}`, t.liufang)).status).toBe(200);
  });

  it.each([
    ['another visitor', () => t.person('赵红', 'visitor', 'first'), 404],
    ['a worker from another street', () => Promise.resolve(t.mengxiaoyan), 404],
    ['a relative', () => Promise.resolve(t.wangjing), 403],
  ] as const)('refuses %s', async (_, who, status) => {
    const body = t.visit(t.lixiulan);
    await t.send(body);
    expect((await get(`/visits/${body.id}`, await who())).status).toBe(status);
  });

  it('lists one’s own records, the latest first, page by page', async () => {
    const sent: VisitBody[] = [];
    for (const elder of [t.lixiulan, t.sunguiying, t.liuchanghe, t.lixiulan]) {
      const body = t.visit(elder);
      await t.send(body);
      sent.unshift(body);
      t.clock.advance(MINUTE);
    }
    await t.send(t.visit(t.lixiulan), t.liufang);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { body }: { body: Receipt } = await get(`/visits?mine=1&limit=3${next ? `&after=${next}` : ''}`, t.zhoumin);
      seen.push(...body.items.map(({ id }) => id));
      next = body.next;
    }
    expect(seen).toEqual(sent.map(({ id }) => id));
    const [latest] = (await get('/visits?mine=1&limit=1', t.zhoumin)).body.items;
    expect(latest).toMatchObject({
      elderName: '李秀兰',
      mode: 'on-site',
      visitor: { name: '周敏' },
      files: { received: 0, expected: 0 },
    });
  });

  it('lists to officers what was recorded in their divisions', async () => {
    await t.send(t.visit(t.lixiulan));
    await t.send(t.visit(t.gaoyulan), t.mengxiaoyan);
    const elders = async (as: Person, query = '') =>
      (await get(`/visits${query}`, as)).body.items.map(({ elderName }) => elderName);
    expect(await elders(t.liufang)).toEqual(['李秀兰']);
    expect(await elders(t.mengxiaoyan)).toEqual(['高玉兰']);
    expect(await elders(t.liufang, '?mine=1')).toEqual([]);
    expect(await elders(t.zhoumin)).toEqual(['李秀兰']);
    expect(await elders(t.liufang, `?elderId=${t.lixiulan.id}`)).toEqual(['李秀兰']);
    expect(await elders(t.liufang, `?elderId=${t.liuchanghe.id}`)).toEqual([]);
    expect(await elders(t.liufang, `?elderId=${t.gaoyulan.id}`)).toEqual([]);
    expect((await get('/visits?mine=2', t.zhoumin)).body.fields![0]!.field).toBe('mine');
    expect((await get('/visits?after=x', t.zhoumin)).body.fields![0]!.field).toBe('after');
  });

  it('tells the officers of the place, not the visitor, what somebody should look at again', async () => {
    const ahead = { startedAt: t.clock.now() + 5 * HOUR, endedAt: t.clock.now() + 5.5 * HOUR };
    await t.send(t.visit(t.lixiulan, ahead));
    t.clock.advance(MINUTE);
    await t.send(t.visit(t.lixiulan));
    const reviews = async (as: Person) =>
      (await get(`/visits?elderId=${t.lixiulan.id}`, as)).body.items.map(({ review }) => review);
    expect(await reviews(t.liufang)).toEqual([[], ['clock-ahead']]);
    expect(await reviews(t.zhoumin)).toEqual([[], []]);
    expect(await reviews(t.mengxiaoyan)).toEqual([]);
  });
});
