import { ulid } from 'ulid';

import { OpenWork1764000000028 } from '../../../src/database/migrations/1764000000028-open-work';
import { Need } from '../../../src/modules/care';
import { Accounts } from '../../../src/modules/identity';
import type { Person } from '../registry/story';
import { DAY, HOUR } from '../support/clock';
import { MINUTE } from '../visiting/rounds';
import { GAS_FAIRLY_SAFE, GAS_UNSAFE, startHousehold, type Household } from './household';

let t: Household;
beforeEach(async () => {
  t = await startHousehold();
});
afterEach(() => t.close());

const only = async () => (await t.needs())[0]!;
const take = async (as: Person) => {
  const token = await t.signIn(as);
  return t.call('POST', `/needs/${(await only()).id}/acknowledgements`, { as: token, body: { id: ulid() } });
};
async function pass(ms: number): Promise<void> {
  t.clock.advance(ms);
  await t.tick();
  await t.work();
}
const untilDue = async () => (await only()).risesAt! - t.clock.now();
const toldUp = async (person: Person) =>
  (await t.notices(person)).filter(({ eventKey }) => eventKey.startsWith('need.up')).map(({ title }) => title);

describe('a need that an officer took', () => {
  beforeEach(async () => {
    await t.find(GAS_UNSAFE);
    expect((await take(t.liufang)).status).toBe(201);
  });

  it('is theirs until the day it was to be done, then the street’s, which hears why', async () => {
    const { closeBy } = await only();
    expect(await only()).toMatchObject({ status: 'acknowledged', handler: 'community', risesAt: closeBy });
    await pass((await untilDue()) - MINUTE);
    expect([(await only()).status, await toldUp(t.tianjun)]).toEqual(['acknowledged', []]);
    await pass(2 * MINUTE);
    expect(await only()).toMatchObject({
      status: 'open',
      handler: null,
      acknowledgedBy: null,
      level: 'street',
      closeBy,
    });
    expect(await toldUp(t.tianjun)).toEqual(['李秀兰家：燃气不安全，要处理，社区接了，到日子没办好，转到您这里']);
    const { body } = await t.call<{ late: boolean; steps: object[] }>('GET', `/needs/${(await only()).id}`, {
      as: await t.signIn(t.tianjun),
    });
    expect(body.late).toBe(true);
    expect(body.steps).toMatchObject([
      { kind: 'acknowledgement', value: 'community' },
      { kind: 'rise', from: 'community-taken', value: 'street' },
    ]);
  });

  it('goes up once, however many processes look', async () => {
    t.clock.advance((await untilDue()) + MINUTE);
    await Promise.all([t.tick(), t.tick(), t.tick()]);
    await t.tick();
    expect(await t.audits((await only()).id, 'need.escalate')).toHaveLength(1);
  });

  it('goes up also when they have left the office meanwhile', async () => {
    await t.app.database.tx(t.ctx(), (tx) =>
      t.app.nest.get(Accounts).revoke(tx, t.liufang.id, 'community', t.divisions.first),
    );
    await pass((await untilDue()) + MINUTE);
    expect(await toldUp(t.tianjun)).toHaveLength(1);
  });

  it('has the plan’s days once more for whoever takes it after that, up to the district, which is told again', async () => {
    const district = await t.person('郑海宁', 'district', 'lixia');
    await pass((await untilDue()) + MINUTE);
    expect((await take(t.tianjun)).status).toBe(201);
    expect(await untilDue()).toBeGreaterThan(2 * DAY);
    await pass((await untilDue()) + MINUTE);
    expect(await only()).toMatchObject({ status: 'open', level: 'district' });
    expect((await take(district)).status).toBe(201);
    await pass((await untilDue()) + MINUTE);
    expect(await only()).toMatchObject({ status: 'open', handler: null, level: 'district', risesAt: null });
    expect(await toldUp(district)).toEqual([
      '李秀兰家：燃气不安全，要处理，街道接了，到日子没办好，转到您这里',
      '李秀兰家：燃气不安全，要处理，区里接了，到日子没办好，转到您这里',
    ]);
  });

  it('does not go up once it is closed', async () => {
    const { id } = await only();
    const body = { id: ulid(), outcome: 'done', note: '换了软管' };
    expect((await t.call('POST', `/needs/${id}/closures`, { as: t.liufang.token, body })).status).toBe(201);
    await pass(20 * DAY);
    expect([(await only()).status, await toldUp(t.tianjun)]).toEqual(['closed', []]);
  });

  it('has a clock as well when it was taken before there was one', async () => {
    const { id, closeBy } = await only();
    await t.app.database.tx(t.ctx(), (tx) => tx.em.update(Need, { id }, { risesAt: null }));
    const upgrade = () => t.app.database.tx(t.ctx(), (tx) => new OpenWork1764000000028().up(tx.em.queryRunner!));
    await upgrade();
    await upgrade();
    expect(await only()).toMatchObject({ status: 'acknowledged', risesAt: closeBy });
  });
});

it('what the district took early goes no further: the district is told of it once more', async () => {
  await t.find(GAS_UNSAFE);
  const district = await t.person('郑海宁', 'district', 'lixia');
  await pass(25 * HOUR);
  await pass(25 * HOUR);
  expect((await take(district)).status).toBe(201);
  await pass((await untilDue()) + MINUTE);
  expect((await toldUp(district)).at(-1)).toContain('区里接了，到日子没办好');
});

describe('a mild thing that was taken', () => {
  it('and is found urgent later is to be taken anew, with the clocks of the urgent one', async () => {
    await t.find(GAS_FAIRLY_SAFE);
    await take(t.liufang);
    await pass(7 * DAY);
    await t.find(GAS_UNSAFE);
    const risesAt = t.clock.now() + 24 * HOUR;
    expect(await only()).toMatchObject({
      ...{ status: 'open', handler: null, acknowledgedBy: null, severity: 'urgent' },
      ...{ level: 'community', risesAt, acknowledgeBy: risesAt },
    });
    await pass(25 * HOUR);
    expect(await toldUp(t.tianjun)).toEqual(['李秀兰家：燃气不安全，要处理，到时候没人接，转到您这里']);
  });

  it('stays the family’s until the day of the urgent one, if they took it', async () => {
    await t.find(GAS_FAIRLY_SAFE);
    const { id } = await only();
    const body = { id: ulid(), choice: 'self' };
    expect((await t.call('POST', `/needs/${id}/answers`, { as: t.wangjing.token, body })).status).toBe(201);
    await pass(7 * DAY);
    await t.find(GAS_UNSAFE);
    const need = await only();
    expect(need).toMatchObject({
      status: 'acknowledged',
      handler: 'family',
      severity: 'urgent',
      risesAt: need.closeBy,
    });
    await pass((await untilDue()) + MINUTE);
    expect(await only()).toMatchObject({ status: 'open', level: 'community' });
  });

  it('says where she is, and then nobody opens and nobody knows anything: the search is to be taken anew', async () => {
    const report = async (said: object) => {
      const at = t.clock.now();
      const body = {
        id: ulid(at),
        elderId: t.lixiulan.id,
        at,
        tries: [{ kind: 'knocked', at: at - 8 * MINUTE }],
        ...said,
      };
      const answer = await t.call('POST', '/no-answers', { as: await t.signIn(t.zhoumin), body });
      expect(answer.status).toBe(201);
      await t.work();
    };
    await report({ outcome: 'known', whereabouts: 'hospital' });
    await take(t.liufang);
    await pass(DAY);
    await report({ outcome: 'unreached' });
    expect(await only()).toMatchObject({ matter: 'no-answer', severity: 'urgent', status: 'open', handler: null });
    await pass(25 * HOUR);
    expect(await toldUp(t.tianjun)).toHaveLength(1);
  });
});
