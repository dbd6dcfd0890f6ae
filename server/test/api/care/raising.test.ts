import { Accounts } from '../../../src/modules/identity';
import { Visiting } from '../../../src/modules/visiting';
import { Outbox, OutboxJob } from '../../../src/platform/outbox';
import type { Person } from '../registry/story';
import { DAY, HOUR } from '../support/clock';
import { ALL_WELL } from '../visiting/rounds';
import { GAS_FAIRLY_SAFE, GAS_UNSAFE, NEGLECTED, startHousehold, WALKS_BADLY, type Household } from './household';

let t: Household;
beforeEach(async () => {
  t = await startHousehold();
});
afterEach(() => t.close());

/** The event once more, as after a crash between the handler and the end of its job. */
async function again(visitId: string): Promise<void> {
  await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Outbox).emit(tx, 'visit.recorded', { visitId }));
  await t.work();
}

const noteOf = async () => {
  const { body } = await t.call<{ items: { elderId: string; note: string | null }[] }>('GET', '/worklist', {
    as: t.zhoumin.token,
  });
  return body.items.find(({ elderId }) => elderId === t.lixiulan.id)?.note;
};

describe('a gas hose found cracked', () => {
  it('is a need of the community, told to the first contact, with the urgent clock', async () => {
    const visit = await t.find(GAS_UNSAFE);
    expect(await t.needs()).toMatchObject([
      {
        ...{ elderId: t.lixiulan.id, communityId: t.divisions.first, visitId: visit.id, matter: 'gas-safety' },
        ...{ needType: 'safety-hazard', severity: 'urgent', status: 'open', handler: null, familyWish: null },
        ...{ ownerKind: 'community', inform: 'first-contact', level: 'community', heldFromFamily: false },
        openKey: `${t.lixiulan.id}:gas-safety`,
        acknowledgeBy: t.clock.now() + 24 * HOUR,
        // Monday; three working days are Tuesday, Wednesday, Thursday, to their end.
        closeBy: Date.parse('2026-11-26T23:59:59.999+08:00'),
      },
    ]);
  });

  it('says by which sentence of the plan it went to whom', async () => {
    await t.find(GAS_UNSAFE);
    const [need] = await t.needs();
    const reasons = JSON.parse(need!.because) as { rule: string; reading: boolean; text: string }[];
    expect(reasons).toMatchObject([{ rule: 'jinan.referral.community', reading: true }]);
  });

  it('keeps the words about it out of the database in the clear', async () => {
    await t.find(GAS_UNSAFE);
    const [row] = await t.app.database.read.query<Record<string, string>[]>('SELECT title, plain, advice FROM need');
    expect(Object.values(row!).join()).not.toMatch(/燃气|隐患/);
    const [evidence] = await t.app.database.read.query<Record<string, string>[]>(
      'SELECT observation FROM need_evidence',
    );
    expect(evidence!.observation).not.toMatch(/软管|unsafe/);
  });

  it('stands under her name in the next visitor’s list', async () => {
    await t.find(GAS_UNSAFE);
    expect(await noteOf()).toBe('上次：燃气不安全，要处理');
  });

  it('seen again next week is the same need with more evidence', async () => {
    const first = await t.find(GAS_UNSAFE);
    t.clock.advance(7 * DAY);
    const second = await t.find(GAS_UNSAFE);
    const needs = await t.needs();
    expect(needs).toHaveLength(1);
    expect(await t.evidence(needs[0]!.id)).toMatchObject([
      { visitId: first.id },
      { visitId: second.id, severityRose: false },
    ]);
    expect(needs[0]!.seenAt).toBe(second.endedAt);
  });

  it('changes nothing when the same visit is handled again', async () => {
    const visit = await t.find(GAS_UNSAFE);
    const before = await t.needs();
    await again(visit.id);
    await again(visit.id);
    expect(await t.needs()).toEqual(before);
    expect(await t.evidence(before[0]!.id)).toHaveLength(1);
    expect(await t.audits(before[0]!.id, 'need.raise')).toHaveLength(1);
    expect(await t.audits(before[0]!.id, 'need.evidence')).toHaveLength(0);
    expect(await t.jobs()).toEqual([]);
  });

  it('is one need when two visits are handled at the same moment', async () => {
    const visits = [t.visit(t.lixiulan, { answers: GAS_UNSAFE }), t.visit(t.lixiulan, { answers: GAS_UNSAFE })];
    for (const visit of visits) expect(await t.send(visit)).toMatchObject({ status: 201 });
    await t.work();
    const needs = await t.needs();
    expect(needs).toHaveLength(1);
    expect(await t.evidence(needs[0]!.id)).toHaveLength(2);
  });
});

describe('a hose that was merely old', () => {
  it('becomes urgent when it cracks, and no running clock is pushed back', async () => {
    await t.find(GAS_FAIRLY_SAFE);
    const [mild] = await t.needs();
    expect(mild).toMatchObject({ severity: 'information', title: '燃气要留意' });
    t.clock.advance(2 * DAY);
    await t.find(GAS_UNSAFE);
    const [pressing] = await t.needs();
    expect(pressing).toMatchObject({ id: mild!.id, severity: 'urgent', title: '燃气不安全，要处理' });
    expect(pressing!.acknowledgeBy).toBe(t.clock.now() + 24 * HOUR);
    expect(pressing!.risesAt).toBe(pressing!.acknowledgeBy);
    expect(pressing!.closeBy).toBeLessThan(mild!.closeBy);
  });

  it('stays urgent when it is found less bad later: only closing ends a need', async () => {
    await t.find(GAS_UNSAFE);
    t.clock.advance(DAY);
    await t.find(GAS_FAIRLY_SAFE);
    expect(await t.needs()).toMatchObject([{ severity: 'urgent', title: '燃气不安全，要处理' }]);
  });
});

describe('较差 twice running', () => {
  it('is urgent at the second visit', async () => {
    await t.find(WALKS_BADLY);
    expect(await t.needs()).toMatchObject([{ matter: 'mobility', severity: 'ordinary' }]);
    t.clock.advance(7 * DAY);
    await t.find(WALKS_BADLY);
    expect(await t.needs()).toMatchObject([{ matter: 'mobility', severity: 'urgent' }]);
  });
});

describe('a visit at which all is well', () => {
  it('raises nothing', async () => {
    await t.find(ALL_WELL);
    expect(await t.needs()).toEqual([]);
    expect(await noteOf()).toBeNull();
  });
});

describe('a record that comes late, offline for days', () => {
  it('does not open again what was closed after that visit', async () => {
    const stairwell = t.visit(t.lixiulan, { answers: GAS_UNSAFE });
    t.clock.advance(DAY);
    await t.find(GAS_UNSAFE);
    const [need] = await t.needs();
    const officer = { as: t.liufang.token };
    await t.call('POST', `/needs/${need!.id}/acknowledgements`, { ...officer, body: { id: t.visit(t.lixiulan).id } });
    const closing = { id: t.visit(t.lixiulan).id, outcome: 'done' };
    expect(await t.call('POST', `/needs/${need!.id}/closures`, { ...officer, body: closing })).toMatchObject({
      status: 201,
    });
    t.clock.advance(HOUR);
    expect(await t.send(stairwell)).toMatchObject({ status: 201 });
    await t.work();
    expect(await t.needs()).toMatchObject([{ id: need!.id, status: 'closed', severity: 'urgent' }]);
    expect(await t.evidence(need!.id)).toHaveLength(2);
  });

  it('opens a new need when the same thing is found after the closing', async () => {
    await t.find(GAS_UNSAFE);
    const [need] = await t.needs();
    const officer = { as: t.liufang.token };
    await t.call('POST', `/needs/${need!.id}/acknowledgements`, { ...officer, body: { id: t.visit(t.lixiulan).id } });
    await t.call('POST', `/needs/${need!.id}/closures`, {
      ...officer,
      body: { id: t.visit(t.lixiulan).id, outcome: 'done' },
    });
    t.clock.advance(7 * DAY);
    await t.find(GAS_UNSAFE);
    const needs = await t.needs();
    expect(needs.map(({ status }) => status)).toEqual(['closed', 'open']);
  });
});

describe('济南 二（二）2 赡养扶养: suspected neglect', () => {
  it('goes to the street, informs nobody and is held from the family', async () => {
    await t.find(NEGLECTED);
    expect(await t.needs()).toMatchObject([
      {
        matter: 'family-duty',
        ownerKind: 'street',
        level: 'street',
        inform: '',
        heldFromFamily: true,
        severity: 'urgent',
      },
    ]);
  });

  it('leaves no trace in the list that a visitor opens in front of the family', async () => {
    await t.find(NEGLECTED);
    expect(await noteOf()).toBeNull();
  });
});

describe('an elder who moves', () => {
  it('takes the open needs along, not the closed ones', async () => {
    await t.find({ ...GAS_UNSAFE, mobility: 'poor' });
    const [gas, walking] = (await t.needs()).sort((a, b) => a.matter.localeCompare(b.matter));
    const officer = { as: t.liufang.token };
    await t.call('POST', `/needs/${gas!.id}/acknowledgements`, { ...officer, body: { id: t.visit(t.lixiulan).id } });
    await t.call('POST', `/needs/${gas!.id}/closures`, {
      ...officer,
      body: { id: t.visit(t.lixiulan).id, outcome: 'done' },
    });
    await t.app.database.tx(t.ctx(), async (tx) => {
      await tx.em.update('elder', { id: t.lixiulan.id }, { communityId: t.divisions.yaojiaCommunity });
      await t.app.nest.get(Outbox).emit(tx, 'elder.changed', { elderId: t.lixiulan.id });
    });
    await t.work();
    const now = new Map((await t.needs()).map((need) => [need.id, need.communityId]));
    expect(now.get(walking!.id)).toBe(t.divisions.yaojiaCommunity);
    expect(now.get(gas!.id)).toBe(t.divisions.first);
  });
});

describe('a need whose visit cannot be read', () => {
  it('stays a job for the operator and is not lost', async () => {
    await t.app.database.tx(t.ctx(), (tx) =>
      t.app.nest.get(Outbox).emit(tx, 'visit.recorded', { visitId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }),
    );
    await t.work();
    const jobs = await t.app.database.read.findBy(OutboxJob, { handler: 'care.raise-needs' });
    expect(jobs).toMatchObject([{ attempts: 1, status: 'ready' }]);
    await expect(t.app.nest.get(Visiting).get(t.ctx(), '01ARZ3NDEKTSV4RRFFQ69G5FAV')).rejects.toMatchObject({
      code: 'access.not-found',
    });
  });
});

describe('one visit that found two things that are kept from the family', () => {
  const told = async (person: Person) => (await t.notices(person)).map(({ title }) => title);

  it('tells the street what is the street’s, and the community what is the community’s, and neither of the other', async () => {
    await t.find({ ...ALL_WELL, 'family-contact': 'seldom', 'family-duty': 'partly' });
    const owners = (await t.needs()).map(({ matter, ownerKind }) => [matter, ownerKind]);
    expect(owners).toEqual([
      ['family-contact', 'community'],
      ['family-duty', 'street'],
    ]);
    const titles = new Map((await t.needs()).map(({ matter, title }) => [matter, title]));
    expect(await told(t.liufang)).toEqual([`李秀兰家：${titles.get('family-contact')}`]);
    expect(await told(t.tianjun)).toEqual([`李秀兰家：${titles.get('family-duty')}`]);
    expect(await told(t.wangjing)).toEqual([]);
  });

  it('tells the community of its own beside an urgent one of the street', async () => {
    await t.find({ ...ALL_WELL, 'family-contact': 'seldom', 'family-duty': 'neglected' });
    expect([await told(t.tianjun), await told(t.liufang)]).toMatchObject([{ length: 1 }, { length: 1 }]);
  });

  it('tells the street both, each by itself, where the community has nobody', async () => {
    await t.app.database.tx(t.ctx(), (tx) =>
      t.app.nest.get(Accounts).revoke(tx, t.liufang.id, 'community', t.divisions.first),
    );
    await t.find({ ...ALL_WELL, 'family-contact': 'seldom', 'family-duty': 'partly' });
    expect(await told(t.tianjun)).toHaveLength(2);
  });
});
