import { ulid } from 'ulid';

import { startHousehold, type Household } from '../care/household';
import type { Person } from './story';

interface Why {
  elder: { name: string; callName: string };
  state: string;
  headline: string;
  reasons: {
    about: string;
    question: string;
    answer: string;
    because: { article: string; text: string; kind: string }[];
  }[];
  plan: { place: string; document: string; sentences: { article: string; text: string; used: boolean }[] };
  objections: unknown[];
}

let t: Household;
beforeEach(async () => {
  t = await startHousehold();
});
afterEach(() => t.close());

const why = (person: Person = t.wangjing, elderId = t.lixiulan.id) =>
  t.call<Why>('GET', `/parents/${elderId}/why`, { as: person.token });
const amend = async (body: object, elderId = t.lixiulan.id) =>
  expect((await t.call('PATCH', `/elders/${elderId}`, { as: t.liufang.token, body })).status).toBe(200);
const fresh = async (person: Person) => ({ ...person, token: await t.signIn(person) });

describe('why 妈妈 is visited as she is', () => {
  it('says it to the daughter in her words, with the plan behind them', async () => {
    const { status, body } = await why();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      elder: { name: '李秀兰', callName: '妈妈' },
      ...{ state: 'visited', headline: '每周至少看一次', objections: [] },
      plan: { place: '济南', document: expect.stringMatching(/^济南市.+2023-10-18$/) },
    });
    expect(body.reasons.map(({ answer }) => answer)).toEqual([
      '独居：老伴不在，女儿在上海',
      '她 82 岁，满了 80',
      '还没签委托，按重点人群每周一次',
      '由社区来办，同时告诉家里的第一联系人',
    ]);
    const kinds = body.reasons.map(({ because }) => because.map(({ kind }) => kind));
    expect(kinds).toEqual([['reading'], ['plan'], ['reading', 'plan', 'plan'], ['reading']]);
  });

  it('marks the sentences of the plan that it rests on, and shows the others as well', async () => {
    const { sentences } = (await why()).body.plan;
    const used = sentences.filter((sentence) => sentence.used).map(({ text }) => text);
    expect(used).toContain('年龄≥80岁的特殊困难老年人');
    expect(used).toContainEqual(expect.stringMatching(/^原则上.+重点人群一周探访关爱一次/));
    expect(sentences.length).toBeGreaterThan(used.length + 20);
  });

  it('tells nobody where another relative lives', async () => {
    const brother = { id: ulid(), name: '王强', relation: 'child', kinWord: '儿子', livesWithElder: false };
    const body = { ...brother, residence: { division: '440305007' } };
    const as = t.liufang.token;
    expect((await t.call('POST', `/elders/${t.lixiulan.id}/relatives`, { as, body })).status).toBe(201);
    await t.bind(t.stranger, brother.id);
    const answers = async (person: Person) => (await why(person)).body.reasons[0]!.answer;
    expect(await answers(t.wangjing)).toBe('独居：老伴不在，女儿在上海，儿子不住在身边');
    expect(await answers(await fresh(t.stranger))).toBe('独居：老伴不在，儿子在广东，女儿不住在身边');
  });

  it('says nothing of assistance, class of service, certificates or what staff note', async () => {
    const before = (await why()).body;
    await amend({
      facts: {
        maritalStatus: 'widowed',
        assistance: ['destitute', 'minimum-living'],
        serviceClass: 'basic-guarantee',
        contracts: ['care-station'],
        disability: { grade: 3, validUntil: '2020-01-01' },
        ability: { level: 'intact', assessedOn: '2020-01-01' },
      },
    });
    expect((await why()).body).toEqual(before);
    expect(JSON.stringify(before.reasons)).not.toMatch(/特困|低保|兜底|评估|残疾证/);
  });

  it('tells what the district decided in place of our reading', async () => {
    const district = await t.person('郑海宁', 'district', 'lixia');
    const rule = { ruleId: 'jinan.cadence.aged-80', value: 'half-month', from: '2026-11-23' };
    const body = { id: ulid(), ...rule, reason: '人手少，先每半个月上门一次' };
    const path = `/districts/${t.divisions.lixia}/readings`;
    expect((await t.call('POST', path, { as: district.token, body })).status).toBe(201);
    const account = (await why()).body;
    expect(account.headline).toBe('每半个月至少看一次');
    const visits = account.reasons.find(({ about }) => about === 'visits')!;
    expect(visits.answer).toBe('按本区规定，每半个月一次');
    expect(visits.because[0]).toMatchObject({ kind: 'district', text: expect.stringContaining('人手少') });
    expect(visits.because.map(({ kind }) => kind)).not.toContain('reading');
  });

  it('knows the difference between not owed and not known', async () => {
    await amend({ relativesKnown: false });
    expect((await why()).body).toMatchObject({
      ...{ state: 'not-known', headline: '要不要定期去看，还定不了' },
      reasons: [{ about: 'not-known', answer: '家里有谁、住在哪儿，社区还没问清' }],
    });
    await amend({ relativesKnown: true, facts: { maritalStatus: 'married' } });
    expect((await why()).body).toMatchObject({ state: 'not-owed', headline: '现在不用定期去看' });
  });

  it('after the record has ended says that nobody visits now, and not why', async () => {
    await amend({ ended: { on: '2026-11-23', reason: 'deceased' } });
    const { body } = await why();
    expect(body).toMatchObject({ state: 'ended', headline: '现在不安排探访', reasons: [] });
    expect(JSON.stringify({ ...body, plan: null })).not.toMatch(/去世|离世|deceased/);
  });

  it('is refused to everybody but confirmed kin', async () => {
    const kinship = await t.bind(t.liuyang, t.son, t.liuchanghe.id);
    const liuyang = await fresh(t.liuyang);
    expect((await why(liuyang, t.liuchanghe.id)).body.elder).toMatchObject({ callName: '爸' });
    expect(await why(liuyang)).toMatchObject({ status: 404, body: { code: 'access.not-found' } });
    for (const person of [t.liufang, t.zhoumin, t.stranger]) expect((await why(person)).status).toBe(403);
    await t.call('DELETE', `/kinships/${kinship}`, { as: t.liufang.token });
    expect((await why(await fresh(t.liuyang), t.liuchanghe.id)).status).toBe(403);
  });
});

describe('the explanation for officers', () => {
  const explanation = (person: Person = t.liufang, id = t.lixiulan.id) =>
    t.call<{ facts: object; evaluation: { visits: object }; provider: { code: string; because: object[] } }>(
      'GET',
      `/elders/${id}/explanation`,
      { as: person.token },
    );

  it('gives every why, and the facts without name, number or address', async () => {
    const { body } = await explanation();
    expect(body).toMatchObject({
      facts: { birthDate: '1944-03-02', residence: { division: '370102009002' }, maritalStatus: 'widowed' },
      evaluation: { pack: 'jinan', eligible: true, visits: { every: 'week' } },
      provider: { code: 'assigned', because: [{ article: '二（二）4', reading: false }] },
    });
    expect(JSON.stringify(body)).not.toMatch(/李秀兰|王静|14200|号楼|990000/);
  });

  it('is for the officers of the place', async () => {
    expect((await explanation(await t.person('郑海宁', 'district', 'lixia'))).status).toBe(200);
    expect((await explanation(t.mengxiaoyan)).status).toBe(404);
    for (const person of [t.wangjing, t.zhoumin]) expect((await explanation(person)).status).toBe(403);
  });
});
