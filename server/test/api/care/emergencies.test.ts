import { ulid } from 'ulid';

import { Emergency } from '../../../src/modules/visiting';
import { DAY, HOUR } from '../support/clock';
import { MINUTE, type ProblemBody } from '../visiting/rounds';
import { startHousehold, type Household } from './household';

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
    expect(need).toMatchObject({ severity: 'life-danger', heldFromFamily: true, inform: '', ownerKind: 'community' });
    expect(await t.notices(t.wangjing)).toEqual([]);
    expect(await t.tasks()).toEqual([]);
    expect((await t.call('GET', `/needs/${need!.id}`, { as: t.wangjing.token })).status).toBe(404);
    expect(JSON.stringify(await t.notices(t.liufang))).toContain('请当面核实');
  });
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

  it('what is written later of the same danger belongs to the same need', async () => {
    await sent(fell({ outcome: 'ongoing' }));
    t.clock.advance(HOUR);
    await sent(fell());
    const needs = await t.needs();
    expect(needs).toHaveLength(1);
    expect(await t.evidence(needs[0]!.id)).toHaveLength(2);
    expect(await records()).toHaveLength(2);
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
