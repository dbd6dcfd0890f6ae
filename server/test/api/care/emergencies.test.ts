import type { Finding } from '@tanfang/shared';
import { ulid } from 'ulid';

import { Raising } from '../../../src/modules/care/raising.service';
import { Emergency } from '../../../src/modules/visiting';
import { Outbox } from '../../../src/platform/outbox';
import type { Person } from '../registry/story';
import { DAY, HOUR } from '../support/clock';
import { MINUTE, type ProblemBody } from '../visiting/rounds';
import { GAS_UNSAFE, startHousehold, type Household } from './household';

let t: Household;
beforeEach(async () => {
  t = await startHousehold();
});
afterEach(() => t.close());

/** 李秀兰 fell; 周敏 called 120 and her daughter, and writes it down now. */
const fell = (changes: Record<string, unknown> = {}) => ({
  ...{ id: ulid(t.clock.now()), elderId: t.lixiulan.id, what: 'fall', outcome: 'hospital' },
  calls: [
    { who: '120', at: t.clock.now() - 18 * MINUTE },
    { who: 'family', name: '女儿 王静', at: t.clock.now() - 16 * MINUTE },
  ],
  ...{ happenedAt: t.clock.now() - 20 * MINUTE, at: t.clock.now() },
  ...changes,
});
type Said = ProblemBody & { id: string; receivedAt: number };
const send = (body: object, as = t.zhoumin) => t.call<Said>('POST', '/emergencies', { as: as.token, body });
const sent = async (body: object) => {
  const answer = await send(body);
  expect(answer.status).toBe(201);
  await t.work();
  return answer;
};
async function relativeNamed(name: string): Promise<string> {
  const body = { id: ulid(), name, relation: 'child', kinWord: '儿子', phone: '14200000177', livesWithElder: false };
  expect((await t.call('POST', `/elders/${t.lixiulan.id}/relatives`, { as: t.liufang.token, body })).status).toBe(201);
  return body.id;
}
const records = () => t.app.database.read.find(Emergency);

describe('辽宁 二（四）、黑龙江 五（二）1 事后做好处置情况记录归档', () => {
  it('is kept for the file, word for word, with whom was called and when', async () => {
    const body = fell({ words: '倒在卫生间，人清醒' });
    await sent(body);
    expect(await records()).toMatchObject([
      {
        ...{ id: body.id, communityId: t.divisions.first, visitorId: t.zhoumin.id, what: 'fall', outcome: 'hospital' },
        ...{ words: '倒在卫生间，人清醒', calls: body.calls, happenedAt: body.happenedAt, at: body.at },
      },
    ]);
  });

  it('is read in the elder’s file by the community and the street, each look noted; by nobody else', async () => {
    const body = fell({ words: '倒在卫生间' });
    await sent(body);
    const path = `/elders/${t.lixiulan.id}/emergencies`;
    for (const as of [t.liufang, t.tianjun]) {
      const { items } = (await t.call<{ items: object[] }>('GET', path, { as: as.token })).body;
      expect(items).toMatchObject([
        {
          ...{ id: body.id, what: 'fall', outcome: 'hospital', words: '倒在卫生间', visitorName: '周敏' },
          calls: [
            { who: '120', name: null },
            { who: 'family', name: '女儿 王静' },
          ],
        },
      ]);
    }
    expect(await t.audits(t.lixiulan.id, 'emergency.list')).toHaveLength(2);
    for (const as of [t.wangjing, t.zhoumin, t.mengxiaoyan])
      expect((await t.call('GET', path, { as: as.token })).status).toBeGreaterThanOrEqual(403);
  });

  it('is not read by an officer who is a relative', async () => {
    await t.bind(t.tianjun, await relativeNamed('田强'));
    await sent(fell());
    const { status } = await t.call('GET', `/elders/${t.lixiulan.id}/emergencies`, { as: t.tianjun.token });
    expect(status).toBe(404);
  });

  it('is a danger to life on the community’s desk: ten minutes to take it, a day to write the end', async () => {
    await sent(fell({ words: '倒在卫生间，人清醒' }));
    const [need] = await t.needs();
    expect(need).toMatchObject({
      ...{ matter: 'emergency', severity: 'life-danger', ownerKind: 'community', inform: 'first-contact' },
      ...{ heldFromFamily: false, status: 'open', title: '摔倒了，已送医' },
      ...{ acknowledgeBy: t.clock.now() + 10 * MINUTE, closeBy: t.clock.now() + DAY },
    });
    const { body } = await t.call<{ evidence: { words: string }[] }>('GET', `/needs/${need!.id}`, {
      as: t.liufang.token,
    });
    expect(body.evidence[0]!.words).toMatch(
      /^\d\d:\d\d 出的事。\d\d:\d\d 打 120，\d\d:\d\d 打给女儿 王静。倒在卫生间，人清醒$/,
    );
    expect(JSON.stringify(await t.notices(t.liufang))).toContain('摔倒了，已送医');
  });

  it('goes up to the street when nobody of the community has taken it in ten minutes', async () => {
    await sent(fell());
    t.clock.advance(11 * MINUTE);
    await t.tick();
    await t.work();
    expect(await t.needs()).toMatchObject([{ level: 'street', status: 'open' }]);
  });

  it('tells the first contact at once, at night too, in plain words', async () => {
    await sent(fell());
    const [notice] = await t.notices(t.wangjing);
    expect(notice).toMatchObject({ title: '妈妈家有件事请您看看', lifeDanger: true });
    expect(JSON.stringify(notice)).toContain('摔倒了，已送医');
    expect(JSON.stringify(notice)).toContain('事情紧急，请马上看');
  });

  it('where somebody may have hurt her, no message goes to the family', async () => {
    await sent(fell({ what: 'harmed', outcome: 'safe', words: '胳膊上有掐痕' }));
    const [need] = await t.needs();
    const whose = { ownerKind: 'street', level: 'street', inform: '' };
    expect(need).toMatchObject({ severity: 'life-danger', heldFromFamily: true, ...whose });
    const reasons = JSON.parse(need!.because) as { rule: string }[];
    expect(reasons).toMatchObject([{ rule: 'jinan.referral.harmed', reading: true }]);
    expect(await t.notices(t.wangjing)).toEqual([]);
    expect(await t.tasks()).toEqual([]);
    expect((await t.call('GET', `/needs/${need!.id}`, { as: t.wangjing.token })).status).toBe(404);
    expect(JSON.stringify(await t.notices(t.tianjun))).toContain('请当面核实');
    expect(await t.notices(t.liufang)).toEqual([]);
  });

  it('harm goes up from the street to the district in ten minutes', async () => {
    const district = await t.person('郑海宁', 'district', 'lixia');
    await sent(fell({ what: 'harmed', outcome: 'safe' }));
    t.clock.advance(11 * MINUTE);
    await t.tick();
    await t.work();
    expect(await t.needs()).toMatchObject([{ level: 'district', status: 'open' }]);
    expect(await t.notices(district)).toHaveLength(1);
  });
});

describe('a danger to life is not the family’s to take, far away as they may be', () => {
  type ForFamily = { choices: object[]; yourTurn: boolean; progress: string; mayClose: boolean };
  const asDaughter = (id: string) => t.call<ForFamily>('GET', `/needs/${id}`, { as: t.wangjing.token });
  const answer = (id: string, choice: 'self' | 'community') =>
    t.call<ProblemBody>('POST', `/needs/${id}/answers`, { as: t.wangjing.token, body: { id: ulid(), choice } });

  it('she is told, and not asked', async () => {
    await sent(fell({ what: 'unconscious', outcome: 'ongoing' }));
    const [need] = await t.needs();
    expect(await t.notices(t.wangjing)).toHaveLength(1);
    const progress = '情况紧急，社区马上接着办';
    const expected = { choices: [], yourTurn: false, mayClose: false, progress };
    expect((await asDaughter(need!.id)).body).toMatchObject(expected);
    const page = await t.call<{ turn: unknown; unsettled: object[] }>('GET', `/parents/${t.lixiulan.id}`, {
      as: t.wangjing.token,
    });
    expect(page.body).toMatchObject({ turn: null, unsettled: [{ needId: need!.id, how: progress }] });
  });

  it.each(['self', 'community'] as const)('her answer “%s” is refused and changes nothing', async (choice) => {
    await sent(fell({ what: 'unconscious', outcome: 'ongoing' }));
    const [need] = await t.needs();
    const { status, body } = await answer(need!.id, choice);
    expect([status, body.code, body.detail]).toEqual([409, 'need.state', '情况紧急，社区马上接着办']);
    expect(await t.needs()).toEqual([need]);
    t.clock.advance(11 * MINUTE);
    await t.tick();
    expect(await t.needs()).toMatchObject([{ level: 'street', status: 'open' }]);
    const taken = await t.call('POST', `/needs/${need!.id}/acknowledgements`, {
      as: t.liufang.token,
      body: { id: ulid() },
    });
    expect(taken.status).toBe(201);
    expect((await asDaughter(need!.id)).body.progress).toBe('社区在跟进，办好了会告诉您');
  });

  it('what the family had taken goes to the community when it becomes one', async () => {
    const visit = await t.find(GAS_UNSAFE);
    const [hose] = await t.needs();
    expect((await answer(hose!.id, 'self')).status).toBe(201);
    await t.work();
    expect(await t.needs()).toMatchObject([{ status: 'acknowledged', handler: 'family' }]);
    t.clock.advance(HOUR);
    const title = '燃气泄漏，人晕倒了';
    await found({
      ...{ matter: 'gas-safety', needType: 'safety-hazard', severity: 'life-danger', title, plain: title },
    });
    expect(await t.needs()).toMatchObject([
      {
        ...{ id: hose!.id, visitId: visit.id, severity: 'life-danger', title, status: 'open', handler: null },
        ...{ familyWish: null, ownerKind: 'community', level: 'community', inform: 'first-contact' },
        ...{ acknowledgeBy: t.clock.now() + 10 * MINUTE, risesAt: t.clock.now() + 10 * MINUTE },
      },
    ]);
    const reasons = JSON.parse((await t.needs())[0]!.because) as { rule: string }[];
    expect(reasons.map(({ rule }) => rule)).toContain('jinan.referral.in-danger');
    expect((await asDaughter(hose!.id)).body).toMatchObject({ choices: [], yourTurn: false });
    const told = (await t.notices(t.liufang)).at(-1);
    expect(told).toMatchObject({ title: `李秀兰家：${title}，比上次要紧`, lifeDanger: true });
    expect((await t.notices(t.wangjing)).at(-1)!.lines).toContain('事情紧急，请马上看');
  });

  /** 周敏 has seen this now, on no form. */
  async function found(finding: Pick<Finding, 'matter' | 'needType' | 'severity' | 'title' | 'plain'>): Promise<void> {
    const { matter, title, plain } = finding;
    const said = { field: matter, option: null, repeated: false, noteField: null, advice: [] };
    const at = t.clock.now();
    const seen = { kind: 'visit', id: ulid(), elderId: t.lixiulan.id, by: t.zhoumin.id, at, knownAt: at } as const;
    await t.app.database.tx(t.ctx(), (tx) =>
      t.app.nest.get(Raising).raiseOne(tx, {
        ...{ seen, finding: { ...finding, ...said, visibility: 'family' } },
        observation: { field: matter, option: null, title, plain, words: null },
      }),
    );
    await t.work();
  }
});

describe('记了不止一次', () => {
  it('sent twice is kept once, and is one need; another content under its id is refused', async () => {
    const body = fell();
    const first = await sent(body);
    t.clock.advance(MINUTE);
    const again = await send(body);
    expect([again.status, again.body]).toEqual([200, first.body]);
    await t.work();
    expect([await t.needs(), await records()].map(({ length }) => length)).toEqual([1, 1]);
    const other = await send({ ...body, outcome: 'safe' });
    expect([other.status, other.body.code]).toEqual([409, 'id.taken']);
  });

  it('twice at the same moment too', async () => {
    const body = fell();
    const answers = await Promise.all([send(body), send(body), send(body)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    await t.work();
    expect([await t.needs(), await records()].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('the next fall after that one was closed is a need of its own', async () => {
    await sent(fell());
    const [need] = await t.needs();
    const as = t.liufang.token;
    await t.call('POST', `/needs/${need!.id}/acknowledgements`, { as, body: { id: ulid() } });
    const closing = { id: ulid(), outcome: 'done', note: '住院观察，女儿陪着' };
    expect((await t.call('POST', `/needs/${need!.id}/closures`, { as, body: closing })).status).toBeLessThan(300);
    await sent(fell());
    expect((await t.needs()).map(({ status }) => status).sort()).toEqual(['closed', 'open']);
  });
});

describe('another record while the danger is still open: nobody can tell from afar whether it is the same', () => {
  const taken = async (as: Person) => {
    const [need] = await t.needs();
    const path = `/needs/${need!.id}/acknowledgements`;
    expect((await t.call('POST', path, { as: await t.signIn(as), body: { id: ulid() } })).status).toBe(201);
  };
  const told = async (person: Person) => (await t.notices(person)).map(({ title }) => title);

  it('is the same need, with the new words, and whoever had taken it takes it again in ten minutes', async () => {
    await sent(fell({ outcome: 'safe' }));
    await taken(t.liufang);
    t.clock.advance(9 * HOUR);
    await sent(fell({ what: 'unconscious', outcome: 'ongoing' }));
    const needs = await t.needs();
    expect(needs).toMatchObject([
      {
        ...{ title: '叫不醒，还在处理', plain: '探访员遇到：叫不醒，还在处理', status: 'open', handler: null },
        ...{ acknowledgedAt: null, acknowledgedBy: null, level: 'community' },
        ...{ acknowledgeBy: t.clock.now() + 10 * MINUTE, risesAt: t.clock.now() + 10 * MINUTE },
        closeBy: t.clock.now() + DAY,
      },
    ]);
    expect(await t.evidence(needs[0]!.id)).toHaveLength(2);
    expect(await records()).toHaveLength(2);
    t.clock.advance(11 * MINUTE);
    await t.tick();
    expect(await t.needs()).toMatchObject([{ level: 'street', status: 'open' }]);
  });

  it('is told to the community and to the family at once, as one more', async () => {
    await sent(fell({ outcome: 'safe' }));
    await taken(t.liufang);
    t.clock.advance(9 * HOUR);
    await sent(fell({ what: 'unconscious', outcome: 'ongoing' }));
    expect(await told(t.liufang)).toEqual(['李秀兰家：摔倒了，已脱险', '李秀兰家又有紧急情况：叫不醒，还在处理']);
    const [, again] = await t.notices(t.wangjing);
    expect(again).toMatchObject({ title: '妈妈家又有紧急情况，请您看看', lifeDanger: true });
    expect(again!.lines).toEqual(['叫不醒，还在处理', '事情紧急，请马上看']);
  });

  it('is told to the street as well where that had taken it, or it had gone up', async () => {
    await sent(fell({ outcome: 'safe' }));
    await taken(t.tianjun);
    t.clock.advance(HOUR);
    await sent(fell({ what: 'unconscious' }));
    expect((await told(t.tianjun)).at(-1)).toBe('李秀兰家又有紧急情况：叫不醒，已送医');
    t.clock.advance(11 * MINUTE);
    await t.tick();
    await t.work();
    await sent(fell({ what: 'illness' }));
    expect((await told(t.tianjun)).at(-1)).toBe('李秀兰家又有紧急情况：突发急病，已送医');
  });

  it('does not give more time where nobody has taken the first', async () => {
    await sent(fell({ outcome: 'ongoing' }));
    const [first] = await t.needs();
    t.clock.advance(8 * MINUTE);
    await sent(fell());
    const { acknowledgeBy, risesAt } = first!;
    expect(await t.needs()).toMatchObject([{ title: '摔倒了，已送医', acknowledgeBy, risesAt }]);
    expect(await t.notices(t.liufang)).toHaveLength(2);
  });

  it('has a clock again where it has come up to the top', async () => {
    await sent(fell({ outcome: 'ongoing' }));
    for (const _ of ['street', 'district', 'nobody']) {
      t.clock.advance(11 * MINUTE);
      await t.tick();
    }
    expect(await t.needs()).toMatchObject([{ level: 'district', risesAt: null }]);
    await sent(fell());
    expect(await t.needs()).toMatchObject([
      { level: 'district', risesAt: null, acknowledgeBy: t.clock.now() + 10 * MINUTE },
    ]);
  });

  it('the same record handled twice tells nobody twice', async () => {
    await sent(fell());
    await taken(t.liufang);
    t.clock.advance(HOUR);
    const body = fell({ what: 'illness' });
    await sent(body);
    await taken(t.liufang);
    const before = [await t.needs(), await told(t.liufang), await told(t.wangjing)];
    expect((await send(body)).status).toBe(200);
    await t.app.database.tx(t.ctx(), (tx) =>
      t.app.nest.get(Outbox).emit(tx, 'emergency.recorded', { emergencyId: body.id }),
    );
    await t.work();
    expect([await t.needs(), await told(t.liufang), await told(t.wangjing)]).toEqual(before);
  });

  it('one of an earlier moment that comes late is kept with it and changes nothing', async () => {
    const stairwell = fell({ outcome: 'safe' });
    t.clock.advance(HOUR);
    await sent(fell({ what: 'unconscious', outcome: 'ongoing' }));
    await taken(t.liufang);
    await sent(stairwell);
    expect(await t.needs()).toMatchObject([{ title: '叫不醒，还在处理', status: 'acknowledged' }]);
    expect(await t.evidence((await t.needs())[0]!.id)).toHaveLength(2);
    expect(await told(t.liufang)).toHaveLength(1);
  });

  it('of harm done it is told to the street, and to nobody of the family', async () => {
    await sent(fell({ what: 'harmed', outcome: 'safe' }));
    await taken(t.tianjun);
    t.clock.advance(HOUR);
    await sent(fell({ what: 'harmed', outcome: 'ongoing' }));
    expect(await t.needs()).toMatchObject([{ status: 'open', title: '像被人伤了，还在处理', heldFromFamily: true }]);
    expect((await told(t.tianjun)).at(-1)).toBe('李秀兰家又有紧急情况：像被人伤了，还在处理');
    expect((await t.notices(t.tianjun)).at(-1)!.lines).toContain('这件事不告诉家人，请当面核实');
    expect(await told(t.wangjing)).toEqual([]);
  });
});

describe('in the lists of the officers it comes first, whatever the clocks of others', () => {
  type List = { items: { matter: string }[]; next: string | null };
  async function matters(status: string): Promise<string[]> {
    const found: string[] = [];
    const as = await t.signIn(t.liufang);
    for (let next: string | null = ''; next !== null;) {
      const path: string = `/needs?status=${status}&limit=1${next && `&after=${next}`}`;
      const { body } = await t.call<List>('GET', path, { as });
      found.push(...body.items.map(({ matter }) => matter));
      next = body.next;
    }
    return found;
  }
  const take = async () => {
    const as = await t.signIn(t.liufang);
    for (const { id, status } of await t.needs())
      if (status === 'open') await t.call('POST', `/needs/${id}/acknowledgements`, { as, body: { id: ulid() } });
  };

  it('open and taken, page by page, once each', async () => {
    await t.find({ ...GAS_UNSAFE, mobility: 'poor' });
    t.clock.advance(3 * DAY);
    await sent(fell({ what: 'unconscious', outcome: 'ongoing' }));
    const inOrder = ['emergency', 'gas-safety', 'mobility'];
    expect(await matters('open')).toEqual(inOrder);
    await take();
    t.clock.advance(HOUR);
    expect(await matters('acknowledged')).toEqual(inOrder);
  });
});

describe('a record that arrives after the elder’s own has ended', () => {
  const end = async () => {
    t.clock.advance(HOUR);
    const body = { ended: { on: '2026-11-23', reason: 'deceased' } };
    expect((await t.call('PATCH', `/elders/${t.lixiulan.id}`, { as: t.liufang.token, body })).status).toBe(200);
    await t.work();
  };

  it('of harm done is still looked into, and nobody of the family hears of it', async () => {
    const stairwell = fell({ what: 'harmed', words: '身上有伤' });
    await end();
    await sent(stairwell);
    expect(await t.needs()).toMatchObject([{ matter: 'emergency', heldFromFamily: true, status: 'open' }]);
    expect((await t.notices(t.tianjun)).map(({ title }) => title)).toEqual(['李秀兰家：像被人伤了，已送医']);
    expect(await t.notices(t.wangjing)).toEqual([]);
  });

  it('of a fall is kept for the file, and nobody is sent', async () => {
    const stairwell = fell();
    await end();
    await sent(stairwell);
    expect([await t.needs(), await records()].map(({ length }) => length)).toEqual([0, 1]);
  });

  it('of a door that stayed shut sends nobody, held from the family as it is', async () => {
    const at = t.clock.now();
    const tries = [20, 10, 1].map((minutes) => ({ kind: 'knocked', at: at - minutes * MINUTE }));
    const stairwell = { id: ulid(), elderId: t.lixiulan.id, outcome: 'unreached', tries, at };
    await end();
    const { status } = await t.call('POST', '/no-answers', { as: t.zhoumin.token, body: stairwell });
    expect(status).toBe(201);
    await t.work();
    expect(await t.needs()).toEqual([]);
  });
});

describe('谁能记，什么时候的', () => {
  it('a visitor of other elders, and a worker from another street, may not', async () => {
    const other = await t.person('赵红', 'visitor', 'first');
    for (const as of [other, t.mengxiaoyan]) {
      const { status, body } = await send(fell(), as);
      expect([status, body.code]).toEqual([404, 'access.not-found']);
    }
    expect(await records()).toEqual([]);
  });

  it('is kept from a visitor who meanwhile has other elders', async () => {
    const body = fell();
    t.clock.advance(HOUR);
    const path = `/elders/${t.lixiulan.id}/visitors/${t.zhoumin.id}`;
    expect((await t.call('DELETE', path, { as: t.liufang.token })).status).toBe(204);
    await sent(body);
    expect(await records()).toHaveLength(1);
  });

  it('a clock that is some hours ahead is put back, all times by as much', async () => {
    const ahead = 3 * HOUR;
    const [at, happenedAt] = [t.clock.now() + ahead, t.clock.now() + ahead - 20 * MINUTE];
    await sent(fell({ at, happenedAt, calls: [{ who: '120', at: happenedAt }] }));
    const then = t.clock.now() - 20 * MINUTE;
    expect(await records()).toMatchObject([{ at: t.clock.now(), happenedAt: then, calls: [{ who: '120', at: then }] }]);
  });

  it('more than a day ahead is nonsense', async () => {
    const { status, body } = await send(fell({ at: t.clock.now() + 2 * DAY }));
    expect([status, body.code]).toEqual([400, 'visit.time']);
  });

  it.each([
    ['what', { what: 'sad' }],
    ['what', { what: undefined }],
    ['outcome', { outcome: 'fine' }],
    ['words', { what: 'other' }],
    ['words', { words: '长'.repeat(501) }],
    ['calls', { calls: [{ who: '120', name: '女儿', at: 1 }] }],
    ['calls.0.who', { calls: [{ who: '12315', at: 1 }] }],
    ['happenedAt', { happenedAt: '上午' }],
    ['id', { id: 'one' }],
  ])('names the field %s', async (field, changes) => {
    const { status, body } = await send(fell(changes));
    expect([status, body.code]).toEqual([400, 'request.invalid']);
    expect(body.fields).toEqual([{ field, message: expect.stringMatching(/[\u4e00-\u9fff]/) }]);
    expect(await records()).toEqual([]);
  });
});
