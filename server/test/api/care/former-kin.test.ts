import { ulid } from 'ulid';

import { Visiting } from '../../../src/modules/visiting';
import type { Person } from '../registry/story';
import { GAS_UNSAFE, NEGLECTED, startHousehold, type Household } from './household';

let t: Household;
let kinship: string;
/** 田军 of the street is the nephew of 李秀兰, has been confirmed, and has ended it himself. */
beforeEach(async () => {
  t = await startHousehold();
  kinship = await t.bind(t.tianjun, await relativeNamed('田强'));
  expect((await t.call('DELETE', `/kinships/${kinship}`, { as: t.tianjun.token })).status).toBe(204);
});
afterEach(() => t.close());

async function relativeNamed(name: string): Promise<string> {
  const body = { id: ulid(), name, relation: 'other', livesWithElder: false };
  expect((await t.call('POST', `/elders/${t.lixiulan.id}/relatives`, { as: t.liufang.token, body })).status).toBe(201);
  return body.id;
}
type Items = { items: { id?: string; elderId?: string }[] };
const items = async (path: string, { token }: Person) => (await t.call<Items>('GET', path, { as: token })).body.items;

describe('an officer who was a relative and is bound no more', () => {
  it('reads nothing that is kept from the family: no need, no step, no notice', async () => {
    const colleague = await t.person('许晴', 'street', 'dianliu');
    await t.find(NEGLECTED);
    const [need] = await t.needs();
    expect(need).toMatchObject({ heldFromFamily: true, ownerKind: 'street' });
    expect(await items('/needs', colleague)).toMatchObject([{ id: need!.id }]);
    expect(await items('/needs', t.tianjun)).toEqual([]);
    expect((await t.call('GET', `/needs/${need!.id}`, { as: t.tianjun.token })).status).toBe(404);
    const taking = { as: t.tianjun.token, body: { id: ulid() } };
    expect((await t.call('POST', `/needs/${need!.id}/acknowledgements`, taking)).status).toBe(404);
    expect(await t.notices(colleague)).toHaveLength(1);
    expect(await t.notices(t.tianjun)).toEqual([]);
  });

  it('still does his office for what is not kept, as any officer', async () => {
    await t.find(GAS_UNSAFE);
    const [need] = await t.needs();
    expect(await items('/needs', t.tianjun)).toMatchObject([{ id: need!.id, view: 'officer' }]);
  });

  it('reads no emergency, and neither reads nor ends what a relative says is not right', async () => {
    const at = t.clock.now();
    const fell = { id: ulid(at), elderId: t.lixiulan.id, what: 'fall', outcome: 'hospital', happenedAt: at - 1000, at };
    const called = { calls: [{ who: '120', at: at - 500 }] };
    expect((await t.call('POST', '/emergencies', { as: t.zhoumin.token, body: { ...fell, ...called } })).status).toBe(
      201,
    );
    expect((await t.call('GET', `/elders/${t.lixiulan.id}/emergencies`, { as: t.tianjun.token })).status).toBe(404);
    const said = { as: t.wangjing.token, body: { id: ulid(), note: '妈妈不是一个人住' } };
    expect((await t.call('POST', `/parents/${t.lixiulan.id}/objections`, said)).status).toBe(204);
    expect(await items('/objections?status=open', t.tianjun)).toEqual([]);
    const ending = { as: t.tianjun.token, body: { id: ulid(), outcome: 'kept' } };
    expect((await t.call('POST', `/objections/${said.body.id}/closures`, ending)).status).toBe(404);
  });

  it('who visits as well is not told what became of a door that stayed shut', async () => {
    const visitor = await t.person('田芳', 'visitor', 'first');
    await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Visiting).assign(tx, t.lixiulan.id, visitor.id));
    const own = await t.bind(visitor, await relativeNamed('田芳'));
    await t.call('DELETE', `/kinships/${own}`, { as: visitor.token });
    const at = t.clock.now();
    const shut = { id: ulid(at), elderId: t.lixiulan.id, outcome: 'unreached', at, tries: [{ kind: 'knocked', at }] };
    expect((await t.call('POST', '/no-answers', { as: t.zhoumin.token, body: shut })).status).toBe(201);
    await t.work();
    expect(await items('/no-answers', t.zhoumin)).toHaveLength(1);
    expect(await items('/no-answers', visitor)).toEqual([]);
  });

  it('finds in his inbox nothing that came to him as an officer before he was bound', async () => {
    const officer = await t.person('孙浩', 'street', 'dianliu');
    await t.find(NEGLECTED);
    expect(await items('/notices', officer)).toHaveLength(1);
    const own = await t.bind(officer, await relativeNamed('孙浩'));
    expect(await items('/notices', officer)).toEqual([]);
    await t.call('DELETE', `/kinships/${own}`, { as: officer.token });
    expect(await items('/notices', officer)).toEqual([]);
  });

  it('is one also when the community has ended it, or has struck the relative out', async () => {
    const [ended, removed] = [await t.person('郑海', 'street', 'dianliu'), await t.person('何洁', 'street', 'dianliu')];
    const own = await t.bind(ended, await relativeNamed('郑海'));
    await t.call('DELETE', `/kinships/${own}`, { as: t.liufang.token });
    const relative = await relativeNamed('何洁');
    await t.bind(removed, relative);
    await t.call('DELETE', `/elders/${t.lixiulan.id}/relatives/${relative}`, { as: t.liufang.token });
    await t.find(NEGLECTED);
    for (const officer of [ended, removed]) {
      expect(await items('/needs', officer)).toEqual([]);
      expect(await t.notices(officer)).toEqual([]);
    }
  });
});

it('an officer whom the community never confirmed was no relative', async () => {
  const officer = await t.person('许晴', 'street', 'dianliu');
  const as = t.liufang.token;
  const body = { id: ulid(), relativeId: await relativeNamed('许晴') };
  const { code } = (await t.call<{ code: string }>('POST', `/elders/${t.lixiulan.id}/invitations`, { as, body })).body;
  const accepted = { as: officer.token, body: { id: ulid(), code } };
  expect((await t.call('POST', '/invitations/acceptances', accepted)).status).toBe(201);
  expect((await t.call('DELETE', `/kinships/${body.id}`, { as })).status).toBe(204);
  await t.find(NEGLECTED);
  expect(await items('/needs', officer)).toHaveLength(1);
  expect(await t.notices(officer)).toHaveLength(1);
});
