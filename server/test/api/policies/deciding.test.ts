import { ulid } from 'ulid';

import { ReadingDecision } from '../../../src/modules/policies';
import { AuditEntry } from '../../../src/platform/audit';
import { DAY } from '../support/clock';
import { startDistrict, type District } from './district';

const SECONDARY = 'jinan.cadence.secondary';

let t: District;
beforeEach(async () => {
  t = await startDistrict();
});
afterEach(() => t.close());

const rows = () => t.app.database.read.find(ReadingDecision, { order: { decidedAt: 'ASC' } });
const audits = (subjectId: string) => t.app.database.read.findBy(AuditEntry, { subjectId });

describe('本区规定：定一条', () => {
  it('keeps what was decided, from when, why and by whom, and says so to everybody who works in the district', async () => {
    const answer = await t.decide({ ruleId: SECONDARY, value: 'week', from: '2026-12-01' });
    expect(answer).toMatchObject({
      status: 201,
      body: { value: 'week', label: '每周一次', from: '2026-12-01', reason: '区民政局会议定的', decidedBy: '郑海宁' },
    });
    for (const person of [t.zhenghaining, t.tianjun, t.liufang, t.mengxiaoyan]) {
      const told = (await t.readings(person)).find(({ ruleId }) => ruleId === SECONDARY);
      expect(told).toMatchObject({ current: 'half-month', decision: null, coming: [{ value: 'week' }] });
    }
    t.clock.set('2026-12-01T00:00:00+08:00');
    expect(await t.reading(SECONDARY)).toMatchObject({
      ...{ current: 'week', decision: { value: 'week', from: '2026-12-01' }, coming: [], ours: 'half-month' },
    });
    expect(await audits(answer.body.id)).toMatchObject([{ action: 'reading.decide', actorId: t.zhenghaining.id }]);
  });

  it('is a new row each time; taking it back is one as well', async () => {
    await t.decide({ ruleId: SECONDARY, value: 'week' });
    t.clock.advance(DAY);
    await t.decide({ ruleId: SECONDARY, value: 'month', from: '2026-12-10' });
    const taken = await t.withdraw(SECONDARY, '2026-12-20');
    expect(taken).toMatchObject({ status: 201, body: { value: null, label: '按方案的理解：每半个月一次' } });
    expect((await rows()).map(({ value, holdsFrom }) => [value, holdsFrom])).toEqual([
      ['week', '2026-11-23'],
      ['month', '2026-12-10'],
      [null, '2026-12-20'],
    ]);
    const told = await t.reading(SECONDARY);
    expect(told.current).toBe('week');
    expect(told.coming.map(({ value, from }) => [value, from])).toEqual([
      ['month', '2026-12-10'],
      [null, '2026-12-20'],
    ]);
    expect(told.history.map(({ value }) => value)).toEqual([null, 'month', 'week']);
    expect(await audits(taken.body.id)).toMatchObject([{ action: 'reading.withdraw' }]);
  });

  it('twice under one id is once, also a day later; something else under that id is refused', async () => {
    const decision = { id: ulid(), ruleId: SECONDARY, value: 'week', from: '2026-11-23' };
    const [one, two] = await Promise.all([t.decide(decision), t.decide(decision)]);
    expect([one.status, two.status].sort()).toEqual([200, 201]);
    expect(two.body).toEqual(one.body);
    t.clock.advance(DAY);
    expect(await t.decide(decision)).toMatchObject({ status: 200, body: one.body });
    expect(await t.decide({ ...decision, value: 'month' })).toMatchObject({ status: 409, body: { code: 'id.taken' } });
    const other = await t.decide(decision, t.shaoming, t.licheng);
    expect(other).toMatchObject({ status: 409, body: { code: 'id.taken' } });
    expect(await rows()).toHaveLength(1);
    expect(await audits(decision.id)).toHaveLength(1);
  });

  it.each([
    ['a day that is past', { value: 'week', from: '2026-11-22' }, 'from', '不能早于今天'],
    ['a day too far away', { value: 'week', from: '2027-11-24' }, 'from', '一年以后'],
    ['a value that is no option', { value: 'daily' }, 'value', '每半个月一次'],
    ['a rule of the plan', { ruleId: 'jinan.cadence.general', value: 'week' }, 'ruleId', '方案写明'],
    ['what the stricter sentence decides', { ruleId: 'jinan.cadence.key', value: 'month' }, 'ruleId', '不能在这里改'],
    ['a rule of another place', { ruleId: 'beijing.cadence', value: 'month' }, 'ruleId', '没有这一条'],
    ['how facts compare', { ruleId: 'jinan.age', value: '65' }, 'ruleId', '不能在这里改'],
    [
      'a relative for what is kept from them',
      { ruleId: 'jinan.referral.kept-from-family', value: 'first-contact' },
      'value',
      '街道',
    ],
    ['no reason', { value: 'week', reason: ' ' }, 'reason', '理由'],
  ])('refuses %s and names the field', async (_, change, field, words) => {
    const answer = await t.decide({ ruleId: SECONDARY, ...change });
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(answer.body.fields).toEqual([{ field, message: expect.stringContaining(words) }]);
    expect(await rows()).toEqual([]);
  });

  it('refuses to take back what is not decided, or not yet', async () => {
    expect((await t.withdraw(SECONDARY, '2026-12-01')).body.fields).toEqual([
      { field: 'ruleId', message: '这一条从那天起本来就按方案的理解，不用改回' },
    ]);
    await t.decide({ ruleId: SECONDARY, value: 'week', from: '2026-12-10' });
    expect((await t.withdraw(SECONDARY, '2026-12-01')).status).toBe(400);
    expect((await t.withdraw(SECONDARY, '2026-12-10')).status).toBe(201);
    expect((await t.reading(SECONDARY)).coming.map(({ value }) => value)).toEqual([null]);
  });
});

describe('本区规定：谁能定，谁能看', () => {
  const decision = () => ({ id: ulid(), ruleId: SECONDARY, value: 'week', from: '2026-12-01', reason: '试试看行不行' });
  const paths = (district: string) => [`/districts/${district}/readings`, `/districts/${district}/reading-withdrawals`];

  it('refuses the officer of another district, who does not even learn that it is there', async () => {
    const { value, ...withdrawal } = decision();
    const [decide, withdraw] = paths(t.divisions.lixia);
    for (const [path, body] of [
      [decide!, { ...withdrawal, value }],
      [withdraw!, withdrawal],
    ] as const) {
      const answer = await t.call('POST', path, { as: t.shaoming.token, body });
      expect(answer).toMatchObject({ status: 404, body: { code: 'access.not-found' } });
    }
    expect(await t.call('GET', paths(t.divisions.lixia)[0]!, { as: t.shaoming.token })).toMatchObject({ status: 404 });
    const effects = `/districts/${t.divisions.lixia}/reading-effects?ruleId=${SECONDARY}&value=week&from=2026-12-01`;
    expect(await t.call('GET', effects, { as: t.shaoming.token })).toMatchObject({ status: 404 });
    expect(await rows()).toEqual([]);
  });

  it.each([
    ['the community', () => t.liufang],
    ['the street', () => t.tianjun],
    ['a visitor', () => t.zhoumin],
    ['the family', () => t.wangjing],
    ['somebody without a role', () => t.stranger],
  ] as const)('refuses %s to decide', async (_, who) => {
    const answer = await t.decide(decision(), who());
    expect(answer).toMatchObject({ status: 403, body: { code: 'access.role' } });
    expect(await rows()).toEqual([]);
  });

  it('leaves it to the district: the city reads, and does not decide for it', async () => {
    const city = await t.person('于波', 'city', 'jinan');
    expect((await t.decide(decision(), city)).status).toBe(403);
    expect((await t.readings(city)).length).toBeGreaterThan(10);
    const list = await t.call<{ items: { name: string }[] }>('GET', '/districts', { as: city.token });
    expect(list.body.items.map(({ name }) => name).sort()).toEqual(['历下区', '历城区'].sort());
  });

  it('is read by every officer of the district, and by nobody else', async () => {
    for (const person of [t.liufang, t.tianjun, t.zhenghaining]) {
      const list = await t.call<{ items: object[] }>('GET', '/districts', { as: person.token });
      expect(list.body.items).toEqual([{ id: t.divisions.lixia, name: '历下区', packName: '济南' }]);
      expect(await t.call('GET', paths(t.divisions.lixia)[0]!, { as: person.token })).toMatchObject({
        body: { mayDecide: person === t.zhenghaining, district: { name: '历下区' } },
      });
    }
    for (const person of [t.zhoumin, t.wangjing, t.stranger]) {
      expect((await t.call('GET', '/districts', { as: person.token })).status).toBe(403);
      expect((await t.call('GET', paths(t.divisions.lixia)[0]!, { as: person.token })).status).toBe(403);
    }
  });

  it('is about districts: a street, a city or a number of nobody are not found', async () => {
    for (const id of [t.divisions.dianliu, t.divisions.first, ulid()]) {
      expect((await t.call('GET', `/districts/${id}/readings`, { as: t.zhenghaining.token })).status).toBe(404);
      expect((await t.decide(decision(), t.zhenghaining, id)).status).toBe(404);
    }
    expect((await t.call('GET', '/districts/what/readings', { as: t.zhenghaining.token })).status).toBe(400);
  });
});
