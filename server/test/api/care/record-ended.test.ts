import type { Answers } from '@tanfang/shared';
import { ulid } from 'ulid';

import { Accounts } from '../../../src/modules/identity';
import { Notice } from '../../../src/modules/notification';
import { DoorCodes } from '../../../src/modules/registry/door-codes.service';
import { Obligation } from '../../../src/modules/visiting';
import { AuditEntry } from '../../../src/platform/audit';
import { Outbox, OutboxJob, Workers } from '../../../src/platform/outbox';
import type { Person } from '../registry/story';
import { DAY, HOUR } from '../support/clock';
import { elderNamed } from '../visiting/rounds';
import { GAS_UNSAFE, NEGLECTED, RAISED, startHousehold, type Household } from './household';

let t: Household;
beforeEach(async () => {
  t = await startHousehold();
});
afterEach(() => t.close());

const amend = (body: object, as = t.liufang) =>
  t.call<{ code: string }>('PATCH', `/elders/${t.lixiulan.id}`, { as: as.token, body });
const reopen = (as = t.liufang, body: object = { reason: '登记的人看错了，老人还在' }) =>
  t.call<{ code: string; endedOn: string | null; fields: { field: string }[] }>(
    'POST',
    `/elders/${t.lixiulan.id}/reopenings`,
    { as: as.token, body },
  );
/** 李秀兰's record ends today, and what follows from it has happened. */
async function end(reason = 'deceased', on = '2026-11-23'): Promise<void> {
  expect((await amend({ ended: { on, reason } })).status).toBe(200);
  await t.work();
}
const openTasks = async () => (await t.tasks()).filter(({ status }) => status === 'open');
const standing = async () => (await t.owed(t.lixiulan)).map(({ periodStart, status }) => [periodStart, status]);

describe('a record that ends with things still open', () => {
  it('closes what is open, without a word to the family', async () => {
    await t.find(GAS_UNSAFE);
    expect(await openTasks()).toHaveLength(1);
    const before = (await t.notices(t.wangjing)).length;
    await end();
    expect(await t.needs()).toMatchObject([
      { status: 'closed', outcome: 'not-needed', closedBy: null, openKey: null, risesAt: null },
    ]);
    expect(await openTasks()).toEqual([]);
    expect((await t.tasks())[0]).toMatchObject({ status: 'done', closedBy: 'settled' });
    t.clock.advance(3 * DAY);
    await t.tick();
    await t.work();
    expect([(await t.notices(t.wangjing)).length, t.messages(t.wangjing).length]).toEqual([before, 0]);
  });

  it('writes down why each need was closed, once', async () => {
    await t.find(GAS_UNSAFE);
    await end();
    await amend({ callName: '李奶奶' });
    await t.work();
    const [need] = await t.needs();
    const entries = await t.audits(need!.id, 'need.close');
    expect(entries.map(({ actorId, detail }) => [actorId, detail])).toEqual([
      [null, expect.stringContaining('record-ended')],
    ]);
  });

  it('leaves open what concerns the family’s own conduct', async () => {
    await t.find({ ...GAS_UNSAFE, ...NEGLECTED, gas: 'unsafe', 'gas-note': '软管裂了' });
    await end();
    const states = (await t.needs()).map(({ heldFromFamily, status }) => [heldFromFamily, status]);
    expect(states.sort()).toEqual([
      [false, 'closed'],
      [true, 'open'],
    ]);
  });

  it('makes nothing new of a record that arrives afterwards, but for that', async () => {
    const at = t.clock.now();
    t.clock.advance(DAY);
    await end('moved', '2026-11-24');
    await t.find(
      { ...GAS_UNSAFE, ...NEGLECTED, gas: 'unsafe', 'gas-note': '软管裂了' },
      { startedAt: at, endedAt: at + 1 },
    );
    expect((await t.needs()).map(({ heldFromFamily }) => heldFromFamily)).toEqual([true]);
  });
});

describe('an end that is taken back', () => {
  const step = (needId: string, kind: string, body: object = {}, as = t.liufang) =>
    t.call('POST', `/needs/${needId}/${kind}`, { as: as.token, body: { id: ulid(), ...body } });
  const takeBack = async () => {
    expect((await reopen()).status).toBe(201);
    await t.work();
  };
  const restored = async (person: Person) =>
    (await t.notices(person)).filter(({ eventKey }) => eventKey.startsWith('need.restored')).map(({ title }) => title);

  it('gives back what was open, to be taken anew, with fresh clocks; its officers and the family are told', async () => {
    await t.find(GAS_UNSAFE);
    const [before] = await t.needs();
    await step(before!.id, 'acknowledgements');
    t.clock.advance(DAY);
    await end('mistake', '2026-11-24');
    t.clock.advance(DAY);
    await takeBack();
    const acknowledgeBy = t.clock.now() + DAY;
    const fresh = { acknowledgeBy, risesAt: acknowledgeBy, openKey: before!.openKey };
    expect(await t.needs()).toMatchObject([
      {
        ...{ status: 'open', handler: null, level: 'community', ...fresh },
        ...{ closedAt: null, outcome: null, note: null, acknowledgedAt: null, acknowledgedBy: null },
      },
    ]);
    expect((await t.needs())[0]!.closeBy).toBeGreaterThan(before!.closeBy);
    expect(await restored(t.liufang)).toEqual(['李秀兰家：燃气不安全，要处理，登记恢复了，还要办']);
    expect(await restored(t.wangjing)).toHaveLength(1);
    expect(await openTasks()).toHaveLength(1);
  });

  it('gives it back once, however often it is taken back', async () => {
    await t.find(GAS_UNSAFE);
    await end('mistake');
    await takeBack();
    const [need] = await t.needs();
    await step(need!.id, 'acknowledgements');
    await t.app.database.tx(t.ctx(), (tx) =>
      t.app.nest.get(Outbox).emit(tx, 'elder.reopened', { elderId: t.lixiulan.id }),
    );
    await takeBack();
    expect(await t.needs()).toMatchObject([{ status: 'acknowledged', handler: 'community' }]);
    expect(await restored(t.liufang)).toHaveLength(1);
  });

  it('leaves closed what a person had closed, and what has come up again since', async () => {
    await t.find(GAS_UNSAFE);
    const [gas] = await t.needs();
    await step(gas!.id, 'acknowledgements');
    await step(gas!.id, 'closures', { outcome: 'done' });
    await t.work();
    t.clock.advance(HOUR);
    await t.find(GAS_UNSAFE);
    await end('mistake');
    expect((await reopen()).status).toBe(201);
    // The next visit is taken in before what follows from the reopening.
    await t.app.database.tx(t.ctx(), (tx) =>
      tx.em.update(OutboxJob, { handler: 'care.restore-needs' }, { runAt: tx.at + HOUR }),
    );
    await t.work();
    t.clock.advance(HOUR / 2);
    await t.find(GAS_UNSAFE);
    t.clock.advance(HOUR);
    await t.work();
    expect((await t.needs()).map(({ status, outcome }) => [status, outcome])).toEqual([
      ['closed', 'done'],
      ['closed', 'not-needed'],
      ['open', null],
    ]);
  });

  it('goes on looking for her behind the door, unless she has been seen meanwhile', async () => {
    const at = t.clock.now();
    const tries = [{ kind: 'knocked', at: at - HOUR / 4 }];
    const body = { id: ulid(at), elderId: t.lixiulan.id, outcome: 'unreached', at, tries };
    expect((await t.call('POST', '/no-answers', { as: t.zhoumin.token, body })).status).toBe(201);
    await t.work();
    await end('mistake');
    await takeBack();
    expect(await t.needs()).toMatchObject([{ matter: 'no-answer', status: 'open', heldFromFamily: true }]);
    expect([await restored(t.liufang), await restored(t.wangjing)]).toMatchObject([{ length: 1 }, []]);
    t.clock.advance(HOUR);
    const seen = t.visit(t.lixiulan);
    t.clock.advance(HOUR);
    await end('mistake');
    await t.send(seen);
    await t.work();
    await takeBack();
    expect(await t.needs()).toMatchObject([{ status: 'closed', outcome: 'done', closedBy: t.zhoumin.id }]);
  });

  it('asks the family anew that was at it', async () => {
    await t.find(GAS_UNSAFE);
    const [need] = await t.needs();
    await step(need!.id, 'answers', { choice: 'self' }, t.wangjing);
    await end('mistake');
    await takeBack();
    expect(await t.needs()).toMatchObject([{ status: 'open', handler: null, familyWish: null }]);
    expect((await step(need!.id, 'answers', { choice: 'self' }, t.wangjing)).status).toBe(201);
  });

  describe('of what was told meanwhile', () => {
    const told = async (path: string, body: object) => {
      expect((await t.call('POST', path, { as: t.zhoumin.token, body })).status).toBe(201);
      await t.work();
    };
    /** 周敏 was there, and had no network; the next day somebody ended the record, and her phone came back. */
    async function visited(answers: Answers): Promise<{ id: string; at: number }> {
      const at = t.clock.now();
      t.clock.advance(DAY);
      await end('mistake', '2026-11-24');
      const { id } = await t.find(answers, { startedAt: at - HOUR / 2, endedAt: at });
      return { id, at };
    }

    it('raises what the visit found, with the day of the visit and clocks of now, once', async () => {
      const { id, at } = await visited(GAS_UNSAFE);
      expect(await t.needs()).toEqual([]);
      t.clock.advance(2 * DAY);
      await takeBack();
      const raised = { status: 'open', visitId: id, seenAt: at, raisedAt: t.clock.now() };
      expect(await t.needs()).toMatchObject([
        { ...raised, title: '燃气不安全，要处理', acknowledgeBy: t.clock.now() + DAY },
      ]);
      expect(await openTasks()).toHaveLength(1);
      await end('mistake', '2026-11-26');
      await takeBack();
      await t.app.database.tx(t.ctx(), (tx) =>
        t.app.nest.get(Outbox).emit(tx, 'elder.reopened', { elderId: t.lixiulan.id }),
      );
      await t.work();
      expect((await t.needs()).map(({ status }) => status)).toEqual(['open']);
      expect(await t.evidence((await t.needs())[0]!.id)).toHaveLength(1);
    });

    it('joins it to what is given back', async () => {
      await t.find({ ...GAS_UNSAFE, gas: 'fairly-safe', 'gas-note': '软管旧了' });
      t.clock.advance(HOUR);
      const { id } = await visited(GAS_UNSAFE);
      await takeBack();
      const [need, ...others] = await t.needs();
      expect([need!.status, need!.severity, others]).toEqual(['open', 'urgent', []]);
      expect((await t.evidence(need!.id)).map(({ visitId }) => visitId)).toContain(id);
    });

    it('leaves what concerns the family’s own conduct as it was raised and settled meanwhile', async () => {
      await visited({ ...GAS_UNSAFE, ...NEGLECTED, gas: 'unsafe', 'gas-note': '软管裂了' });
      const [held] = await t.needs();
      const { tianjun } = t;
      expect((await step(held!.id, 'acknowledgements', {}, tianjun)).status).toBe(201);
      expect((await step(held!.id, 'closures', { outcome: 'done' }, tianjun)).status).toBe(201);
      await takeBack();
      expect((await t.needs()).map(({ heldFromFamily, status }) => [heldFromFamily, status])).toEqual([
        [true, 'closed'],
        [false, 'open'],
      ]);
      expect(await t.evidence(held!.id)).toHaveLength(1);
    });

    it('looks for whom nobody opened, and takes over the call for help', async () => {
      const at = t.clock.now();
      t.clock.advance(HOUR);
      await end('mistake');
      const { id: elderId } = t.lixiulan;
      const tries = [{ kind: 'knocked', at: at - HOUR / 4 }];
      await told('/no-answers', { id: ulid(), elderId, outcome: 'unreached', at, tries });
      await told('/emergencies', { id: ulid(), elderId, what: 'fall', outcome: 'safe', calls: [], happenedAt: at, at });
      expect(await t.needs()).toEqual([]);
      await takeBack();
      const open = { status: 'open', seenAt: at, raisedAt: t.clock.now() };
      const matters = (await t.needs()).sort((a, b) => (a.matter < b.matter ? -1 : 1));
      expect(matters).toMatchObject([
        { ...open, matter: 'emergency' },
        { ...open, matter: 'no-answer' },
      ]);
    });

    it('does not look for her who has been seen since', async () => {
      const at = t.clock.now();
      t.clock.advance(HOUR);
      const seen = t.visit(t.lixiulan);
      t.clock.advance(HOUR);
      await end('mistake');
      const tries = [{ kind: 'knocked', at: at - HOUR / 4 }];
      await told('/no-answers', { id: ulid(), elderId: t.lixiulan.id, outcome: 'unreached', at, tries });
      await t.send(seen);
      await t.work();
      await takeBack();
      expect(await t.needs()).toEqual([]);
    });

    it('loses nothing that was being set aside at the moment of the reopening', async () => {
      const at = t.clock.now();
      t.clock.advance(HOUR);
      await end('mistake');
      await t.send(t.visit(t.lixiulan, { answers: GAS_UNSAFE, startedAt: at - HOUR / 2, endedAt: at }));
      // The job of the visit has found the record ended, and is the last to commit.
      const later = { runAt: t.clock.now() + HOUR };
      await t.app.nest.get(Workers).workOnce();
      await t.app.database.tx(t.ctx(), (tx) => tx.em.update(OutboxJob, { event: 'finding.set-aside' }, later));
      expect((await reopen()).status).toBe(201);
      await t.app.database.tx(t.ctx(), (tx) => tx.em.delete(OutboxJob, { handler: 'care.restore-needs' }));
      await t.work();
      expect(await t.needs()).toEqual([]);
      t.clock.advance(HOUR);
      await t.work();
      expect(await t.needs()).toMatchObject([{ status: 'open', seenAt: at }]);
    });
  });

  it('sends the visitor again who came until then, and opens the code on the door', async () => {
    const card = () => t.call('GET', `/elders/${t.lixiulan.id}/card`, { as: t.zhoumin.token });
    const scan = async () =>
      (
        await t.app.nest
          .get(DoorCodes)
          .resolve(t.ctx(), url)
          .catch(() => null)
      )?.elderId;
    const { url } = await t.app.database.tx(t.ctx(), (tx) =>
      t.app.nest.get(DoorCodes).issueOnce(tx, t.lixiulan.id, ulid()),
    );
    await end('mistake');
    expect([(await card()).status, await scan()]).toEqual([404, undefined]);
    await takeBack();
    expect([(await card()).status, await scan()]).toEqual([200, t.lixiulan.id]);
    await takeBack();
    expect((await card()).status).toBe(200);
  });

  it('sends nobody who had been sent away before, and opens no code that had been replaced', async () => {
    const codes = t.app.nest.get(DoorCodes);
    const issue = () => t.app.database.tx(t.ctx(), (tx) => codes.issueOnce(tx, t.lixiulan.id, ulid()));
    const [first, second] = [await issue(), await issue()];
    const as = t.liufang.token;
    expect((await t.call('DELETE', `/elders/${t.lixiulan.id}/visitors/${t.zhoumin.id}`, { as })).status).toBe(204);
    await end('mistake');
    await takeBack();
    expect((await t.call('GET', `/elders/${t.lixiulan.id}/card`, { as: t.zhoumin.token })).status).toBe(404);
    await expect(codes.resolve(t.ctx(), first.url)).rejects.toMatchObject({ code: 'door-code.revoked' });
    expect(await codes.resolve(t.ctx(), second.url)).toMatchObject({ elderId: t.lixiulan.id });
  });
});

describe('after a death', () => {
  it('an uncertain message becomes no call', async () => {
    await t.allow(t.wangjing, RAISED);
    await t.find(GAS_UNSAFE);
    const [notice] = await t.notices(t.wangjing);
    await t.app.database.tx(t.ctx(), (tx) =>
      tx.em.update(Notice, { id: notice!.id }, { state: 'unknown', settleAt: tx.at + HOUR / 2 }),
    );
    await end();
    t.clock.advance(HOUR);
    await t.tick();
    await t.work();
    expect(await openTasks()).toEqual([]);
  });

  it('the daughter is not asked to decide', async () => {
    await t.find({ ...GAS_UNSAFE, ...NEGLECTED, gas: 'unsafe', 'gas-note': '软管裂了' });
    await end();
    const { body } = await t.call<{ turn: unknown }>('GET', `/parents/${t.lixiulan.id}`, { as: t.wangjing.token });
    expect(body.turn).toBeNull();
  });

  it('the visitor’s way to the card has ended', async () => {
    const card = () => t.call('GET', `/elders/${t.lixiulan.id}/card`, { as: t.zhoumin.token });
    expect((await card()).status).toBe(200);
    await end();
    expect((await card()).status).toBe(404);
  });
});

describe('who moves', () => {
  it('leaves the visitor of the old community behind, and the new address with them', async () => {
    await t.app.database.tx(t.ctx(), (tx) =>
      t.app.nest.get(Accounts).grant(tx, t.liufang.id, 'community', t.divisions.yaojiaCommunity),
    );
    await amend({ communityId: t.divisions.yaojiaCommunity, address: '9 号楼 2 单元 502' });
    await t.work();
    expect((await t.call('GET', `/elders/${t.lixiulan.id}/card`, { as: t.zhoumin.token })).status).toBe(404);
  });
});

describe('the day on which a record ends', () => {
  it('does not lie before the registration, unless it was a mistake', async () => {
    const answer = await t.call<{ fields: { field: string }[] }>('PATCH', `/elders/${t.lixiulan.id}`, {
      as: t.liufang.token,
      body: { ended: { on: '1950-01-01', reason: 'moved' } },
    });
    expect([answer.status, answer.body.fields[0]!.field]).toEqual([400, 'ended.on']);
  });

  it('gives back what was missed when the ending is taken back', async () => {
    t.clock.advance(8 * DAY);
    await t.tick();
    await t.work();
    expect((await standing())[0]).toEqual(['2026-11-23', 'missed']);
    await end('mistake', '2026-11-23');
    expect((await standing())[0]).toEqual(['2026-11-23', 'excused']);
    await reopen();
    await t.work();
    expect((await standing()).slice(0, 2)).toEqual([
      ['2026-11-23', 'missed'],
      ['2026-11-30', 'owed'],
    ]);
  });
});

describe('POST /elders/{id}/reopenings', () => {
  it('owes the visit of this period once more, and the next one', async () => {
    const before = await standing();
    t.clock.advance(DAY);
    await end('mistake', '2026-11-24');
    expect(await standing()).toEqual([['2026-11-23', 'excused']]);
    const { status, body } = await reopen();
    await t.work();
    expect([status, body.endedOn]).toEqual([201, null]);
    expect(await standing()).toEqual(before);
    const [current] = await t.owed(t.lixiulan);
    expect((await t.changes(current!.id)).map((change) => change.status)).toEqual(['excused', 'owed']);
    expect((await t.send(t.visit(t.lixiulan))).status).toBe(201);
    expect((await standing())[0]).toEqual(['2026-11-23', 'visited']);
  });

  it('owes a visit in the current period though the record had ended long before', async () => {
    await end('moved');
    t.clock.advance(15 * DAY);
    await t.tick();
    await reopen();
    await t.work();
    expect((await standing()).slice(-2)).toEqual([
      ['2026-12-07', 'owed'],
      ['2026-12-14', 'owed'],
    ]);
  });

  it('changes nothing the second time, nor of a record that runs', async () => {
    await reopen();
    await end();
    await reopen();
    await t.work();
    const once = await standing();
    expect((await reopen()).status).toBe(201);
    await t.work();
    expect(await standing()).toEqual(once);
    expect(await t.app.database.read.countBy(AuditEntry, { subjectId: t.lixiulan.id, action: 'elder.amend' })).toBe(2);
  });

  it('keeps the reason out of the database in the clear', async () => {
    await end();
    await reopen();
    const rows = await t.audits(t.lixiulan.id, 'elder.amend');
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain('看错了');
  });

  it('refuses where the person has been registered again meanwhile', async () => {
    await end('mistake');
    const { idNumber, birthDate } = t.lixiulan;
    await t.register(elderNamed('李秀兰', birthDate, t.divisions.first, { idNumber }));
    const answer = await reopen();
    expect([answer.status, answer.body.code]).toEqual([409, 'elder.duplicate']);
    expect(await t.app.database.read.countBy(Obligation, { elderId: t.lixiulan.id, status: 'owed' })).toBe(0);
  });

  it('asks for a reason', async () => {
    await end();
    for (const body of [{}, { reason: '错' }, { reason: 5 }]) {
      const answer = await reopen(t.liufang, body);
      expect([answer.status, answer.body.fields[0]!.field]).toEqual([400, 'reason']);
    }
  });

  it('refuses a worker of another street, the visitor and the daughter', async () => {
    await end();
    for (const [person, status] of [
      [t.mengxiaoyan, 404],
      [t.zhoumin, 403],
      [t.wangjing, 403],
    ] as const) {
      expect((await reopen(person)).status).toBe(status);
    }
  });
});
