import { ulid } from 'ulid';

import { NeedRise } from '../../../src/modules/care';
import { CalendarDay, WorkingDays } from '../../../src/platform/clock/working-days';
import { HOUR, MINUTE } from '../support/clock';
import { GAS_UNSAFE, NEGLECTED, startHousehold, WALKS_BADLY, type Household } from './household';

let t: Household;
beforeEach(async () => {
  t = await startHousehold();
});
afterEach(() => t.close());

const only = async () => (await t.needs())[0]!;

/** Time passes, and the recurring tasks run as they would. */
async function pass(ms: number): Promise<void> {
  t.clock.advance(ms);
  await t.tick();
  await t.work();
}

describe('a need that nobody takes', () => {
  it('goes up one level at each end of the clock, with the same clock again, to the district and no further', async () => {
    await t.find(GAS_UNSAFE);
    await pass(24 * HOUR - MINUTE);
    expect(await only()).toMatchObject({ level: 'community' });
    await pass(2 * MINUTE);
    expect(await only()).toMatchObject({ level: 'street', acknowledgeBy: t.clock.now() + 24 * HOUR });
    await pass(24 * HOUR);
    expect(await only()).toMatchObject({ level: 'district', risesAt: null, acknowledgeBy: t.clock.now() + 24 * HOUR });
    await pass(72 * HOUR);
    expect(await only()).toMatchObject({ level: 'district', status: 'open' });
    expect((await t.audits((await only()).id, 'need.escalate')).map(({ detail }) => detail).sort()).toEqual([
      '{"from":"community","to":"street"}',
      '{"from":"street","to":"district"}',
    ]);
  });

  it('goes up once, however many processes look', async () => {
    await t.find(GAS_UNSAFE);
    t.clock.advance(25 * HOUR);
    await Promise.all([t.tick(), t.tick(), t.tick()]);
    await t.tick();
    expect(await only()).toMatchObject({ level: 'street' });
    expect(await t.audits((await only()).id, 'need.escalate')).toHaveLength(1);
    expect(await t.app.database.read.countBy(NeedRise, {})).toBe(1);
  });

  it('shows in its history when it went up, from whom and to whom, among what people did', async () => {
    interface Detail {
      steps: { kind: string; value: string; from: string | null; name: string; at: number }[];
    }
    await t.find(GAS_UNSAFE);
    const { id } = await only();
    await t.call('POST', `/needs/${id}/answers`, { as: t.wangjing.token, body: { id: ulid(), choice: 'community' } });
    await pass(25 * HOUR);
    const rose = t.clock.now();
    t.clock.advance(MINUTE);
    await t.call('POST', `/needs/${id}/acknowledgements`, { as: t.tianjun.token, body: { id: ulid() } });
    const { body } = await t.call<Detail>('GET', `/needs/${id}`, { as: t.tianjun.token });
    expect(body.steps.map(({ kind, value, from, name }) => [kind, value, from, name])).toEqual([
      ['answer', 'community', null, '王静'],
      ['rise', 'street', 'community', ''],
      ['acknowledgement', 'street', null, '田军'],
    ]);
    expect(body.steps[1]!.at).toBe(rose);
  });

  it('reaches the inbox of the level it went up to, once', async () => {
    await t.find(GAS_UNSAFE);
    await pass(25 * HOUR);
    await pass(HOUR);
    const told = (await t.notices(t.tianjun)).filter(({ eventKey }) => eventKey.startsWith('need.up'));
    expect(told).toMatchObject([{ title: '李秀兰家：燃气不安全，要处理，到时候没人接，转到您这里', state: 'inbox' }]);
  });

  describe('as the daughter reads it', () => {
    interface Read extends Record<string, unknown> {
      choices: { title: string; text: string }[];
    }
    const ask = async <T>(path: string) => (await t.call<T>('GET', path, { as: await t.signIn(t.wangjing) })).body;
    const read = async () => ask<Read>(`/needs/${(await only()).id}`);
    const answer = async (choice: string) =>
      t.call<Read>('POST', `/needs/${(await only()).id}/answers`, {
        as: await t.signIn(t.wangjing),
        body: { id: ulid(), choice },
      });

    it('is hers until it goes up; then it says who has it and since when, and that she may still decide', async () => {
      await t.find(GAS_UNSAFE);
      expect(await read()).toMatchObject({ yourTurn: true, wentUp: null, progress: '等您拿主意' });
      await pass(25 * HOUR);
      const wentUp = { who: '街道', at: t.clock.now() };
      const expected = { yourTurn: false, wentUp, progress: '转到街道了，您还可以拿主意' };
      expect(await read()).toMatchObject({
        ...expected,
        choices: [
          { title: '我来处理' },
          { title: '请街道协助', text: expect.stringContaining('街道工作人员来联系您') },
        ],
      });
      expect((await ask<{ items: object[] }>('/needs')).items).toMatchObject([expected]);
      expect((await ask<{ turn: object }>(`/parents/${t.lixiulan.id}`)).turn).toMatchObject({ taken: false, wentUp });
      await pass(25 * HOUR);
      expect(await read()).toMatchObject({ wentUp: { who: '区里', at: t.clock.now() }, yourTurn: false });
    });

    it('can still be taken by her, and is then hers for as long as a clock runs', async () => {
      await t.find(GAS_UNSAFE);
      await pass(30 * 24 * HOUR);
      await pass(25 * HOUR);
      expect((await only()).closeBy).toBeLessThan(t.clock.now());
      expect(await answer('self')).toMatchObject({
        status: 201,
        body: { mayClose: true, wentUp: null, yourTurn: false },
      });
      await pass(23 * HOUR);
      expect(await read()).toMatchObject({ mayClose: true, progress: '家里在办，办好了点一下“办好了”' });
      expect((await ask<{ turn: object }>(`/parents/${t.lixiulan.id}`)).turn).toMatchObject({
        taken: true,
        wentUp: null,
      });
      await pass(6 * 24 * HOUR);
      expect(await read()).toMatchObject({ mayClose: false, progress: '说好的日子过了，区里会接着办' });
    });

    it('says where it is after she asked for help, and who has taken it', async () => {
      await t.find(GAS_UNSAFE);
      await answer('community');
      expect(await read()).toMatchObject({ wentUp: null, progress: '已经请社区帮忙，社区会联系您' });
      await pass(25 * HOUR);
      expect(await read()).toMatchObject({
        ...{ wentUp: { who: '街道', at: t.clock.now() }, choices: [], progress: '已经请人帮忙，现在转到街道了' },
      });
      const refused = await answer('self');
      expect(refused).toMatchObject({ status: 409, body: { detail: '已经请人帮忙，现在转到街道了' } });
      const as = await t.signIn(t.tianjun);
      await t.call('POST', `/needs/${(await only()).id}/acknowledgements`, { as, body: { id: ulid() } });
      expect(await read()).toMatchObject({ wentUp: null, progress: '街道在跟进，办好了会告诉您' });
    });
  });

  it('is late for officers from then on', async () => {
    await t.find(GAS_UNSAFE);
    const list = () => t.call<{ items: { late: boolean }[] }>('GET', '/needs?status=open', { as: t.liufang.token });
    expect((await list()).body.items).toMatchObject([{ late: false }]);
    await pass(25 * HOUR);
    expect((await list()).body.items).toMatchObject([{ late: true, level: 'street' }]);
  });

  it('stays where it is once somebody has taken it', async () => {
    await t.find(GAS_UNSAFE);
    const { id } = await only();
    await t.call('POST', `/needs/${id}/acknowledgements`, { as: t.liufang.token, body: { id: ulid() } });
    await pass(72 * HOUR);
    expect(await only()).toMatchObject({ level: 'community', status: 'acknowledged' });
  });

  it('is the district’s to take and to close once it has come up to it, and not before', async () => {
    await t.find(GAS_UNSAFE);
    const { id } = await only();
    const district = await t.person('郑海宁', 'district', 'lixia');
    const act = async (what: string, body: object, as = district) => {
      const token = await t.signIn(as);
      const path = `/needs/${id}/${what}`;
      return t.call<{ code: string; detail: string }>('POST', path, { as: token, body: { id: ulid(), ...body } });
    };
    const closure = { outcome: 'done', note: '请燃气公司换了软管' };
    expect(await act('acknowledgements', {})).toMatchObject({
      ...{ status: 409, body: { code: 'need.state', detail: '这件事还没转到区里，现在由社区、街道办' } },
    });
    await pass(25 * HOUR);
    expect((await act('acknowledgements', {})).status).toBe(409);
    await pass(25 * HOUR);
    expect((await act('acknowledgements', {})).status).toBe(201);
    expect(await only()).toMatchObject({ status: 'acknowledged', handler: 'district', acknowledgedBy: district.id });
    expect((await act('closures', closure)).status).toBe(201);
    expect(await only()).toMatchObject({ status: 'closed', closedBy: district.id, outcome: 'done' });
    await t.work();
    const told = (await t.notices(t.liufang)).map(({ title, lines }) => `${title} ${JSON.stringify(lines)}`);
    expect(told.some((text) => text.includes('区里说办好了'))).toBe(true);
  });

  it('that the community took is not the district’s to close', async () => {
    await t.find(GAS_UNSAFE);
    const { id } = await only();
    const district = await t.person('郑海宁', 'district', 'lixia');
    await t.call('POST', `/needs/${id}/acknowledgements`, { as: t.liufang.token, body: { id: ulid() } });
    const body = { id: ulid(), outcome: 'done', note: '办好了' };
    expect(await t.call('POST', `/needs/${id}/closures`, { as: district.token, body })).toMatchObject({ status: 409 });
    expect(await only()).toMatchObject({ status: 'acknowledged', handler: 'community' });
  });

  it('is not for another district, nor for the city, which looks on', async () => {
    await t.find(GAS_UNSAFE);
    await pass(25 * HOUR);
    await pass(25 * HOUR);
    const { id } = await only();
    const take = async (as: { token: string }) =>
      (await t.call('POST', `/needs/${id}/acknowledgements`, { as: as.token, body: { id: ulid() } })).status;
    expect(await take(await t.person('别的区', 'district', 'yaojia'))).toBe(404);
    expect(await take(await t.person('于波', 'city', 'jinan'))).toBe(403);
    expect(await only()).toMatchObject({ level: 'district', status: 'open' });
  });

  it('of suspected neglect goes from the street to the district, never to the community', async () => {
    await t.find(NEGLECTED);
    await pass(25 * HOUR);
    expect(await only()).toMatchObject({ level: 'district' });
    expect(await t.notices(t.wangjing)).toEqual([]);
  });

  it('that fails to go up does not hold up the others', async () => {
    await t.find({ ...GAS_UNSAFE, mobility: 'poor' });
    const broken = (await t.needs())[0]!;
    await t.app.database.tx(t.ctx(), (tx) =>
      tx.em.update('need', { id: broken.id }, { acknowledgeWithin: 'some day' }),
    );
    await pass(30 * 24 * HOUR);
    const needs = await t.needs();
    expect(needs.find(({ id }) => id === broken.id)?.level).toBe('community');
    expect(needs.find(({ id }) => id !== broken.id)?.level).toBe('street');
    expect(t.log.some((line) => line.includes('could not go up'))).toBe(true);
  });
});

describe('working days', () => {
  const endOf = (from: string, days: number) => t.app.nest.get(WorkingDays).endOf(t.ctx(), Date.parse(from), days);
  const end = (date: string) => Date.parse(`${date}T23:59:59.999+08:00`);

  it('of an ordinary need: three to take it, ten to finish', async () => {
    await t.find(WALKS_BADLY);
    expect(await only()).toMatchObject({ acknowledgeBy: end('2026-11-26'), closeBy: end('2026-12-07') });
  });

  it('start on the next working day, also from a weekend or late at night', async () => {
    expect(await endOf('2026-11-27T23:30:00+08:00', 1)).toBe(end('2026-11-30'));
    expect(await endOf('2026-11-28T09:00:00+08:00', 1)).toBe(end('2026-11-30'));
  });

  it('know the National Day of 2026 and the Saturday that is worked for it', async () => {
    expect(await endOf('2026-09-30T10:00:00+08:00', 3)).toBe(end('2026-10-10'));
  });

  it('are what the operator says where the operator says something', async () => {
    await t.app.database.tx(t.ctx(), (tx) =>
      tx.em.insert(CalendarDay, [
        { id: '2026-11-24', working: false, reason: '暴雪停工' },
        { id: '2026-11-28', working: true, reason: '补班' },
      ]),
    );
    expect(await endOf('2026-11-23T10:00:00+08:00', 1)).toBe(end('2026-11-25'));
    expect(await endOf('2026-11-27T10:00:00+08:00', 1)).toBe(end('2026-11-28'));
  });

  it('warn loudly, once a year, past the end of the published calendar', async () => {
    expect(await endOf('2031-03-03T10:00:00+08:00', 5)).toBe(end('2031-03-10'));
    await endOf('2031-04-01T10:00:00+08:00', 5);
    const warnings = t.log
      .map((line) => JSON.parse(line) as { level: number; year?: number; msg: string })
      .filter(({ year }) => year === 2031);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({ level: 50, msg: expect.stringContaining('还没有录入') });
  });
});

describe('a need that the family took', () => {
  const answer = (body: object) =>
    t.call('POST', `/needs/${needId}/answers`, { as: t.wangjing.token, body: { id: ulid(), ...body } });
  const close = () =>
    t.call('POST', `/needs/${needId}/closures`, { as: t.wangjing.token, body: { id: ulid(), outcome: 'done' } });
  let needId = '';
  beforeEach(async () => {
    await t.find(GAS_UNSAFE);
    needId = (await only()).id;
    expect((await answer({ choice: 'self' })).status).toBe(201);
    await t.work();
  });
  const untilDue = async () => (await only()).closeBy - t.clock.now();

  it('stays theirs until the day it was to be done, then the community goes on with it', async () => {
    await pass((await untilDue()) - MINUTE);
    expect(await only()).toMatchObject({ status: 'acknowledged', handler: 'family' });
    await pass(2 * MINUTE);
    expect(await only()).toMatchObject({ status: 'open', handler: null, level: 'community', acknowledgedBy: null });
    expect((await only()).acknowledgeBy).toBe(t.clock.now() + 24 * HOUR);
    const told = (await t.notices(t.liufang)).filter(({ eventKey }) => eventKey.startsWith('need.up'));
    expect(told.map(({ title }) => title)).toEqual([
      '李秀兰家：燃气不安全，要处理，家里说自己办，到日子没办好，转到您这里',
    ]);
    expect((await t.audits(needId, 'need.escalate')).map(({ detail }) => detail)).toEqual([
      '{"from":"family","to":"community"}',
    ]);
  });

  it('is not decided by the family once more, and says so kindly', async () => {
    await pass((await untilDue()) + MINUTE);
    t.wangjing.token = await t.signIn(t.wangjing);
    const { body } = await t.call<{ yourTurn: boolean; progress: string; wish: string }>('GET', `/needs/${needId}`, {
      as: t.wangjing.token,
    });
    expect(body).toMatchObject({ yourTurn: false, wish: 'self', progress: '说好的日子过了，社区会接着办' });
    for (const refused of [await answer({ choice: 'self' }), await close()]) {
      expect(refused).toMatchObject({ status: 409, body: { detail: '说好的日子过了，社区会接着办' } });
    }
  });

  it('goes up from the community like any other', async () => {
    await pass((await untilDue()) + MINUTE);
    await pass(25 * HOUR);
    expect(await only()).toMatchObject({ level: 'street', status: 'open' });
  });

  it('is over when they closed it in time', async () => {
    expect((await close()).status).toBe(201);
    await pass((await untilDue()) + HOUR);
    expect(await only()).toMatchObject({ status: 'closed', closedBy: t.wangjing.id });
    expect(await t.audits(needId, 'need.escalate')).toEqual([]);
  });

  it('is handed over once, however many processes look', async () => {
    t.clock.advance((await untilDue()) + MINUTE);
    await Promise.all([t.tick(), t.tick(), t.tick()]);
    await t.tick();
    expect(await t.audits(needId, 'need.escalate')).toHaveLength(1);
  });
});
