import { ulid } from 'ulid';

import { Divisions } from '../../../src/modules/divisions';
import { Accounts } from '../../../src/modules/identity';
import { idNumber, startStory, type Story } from './story';

/** What only some plans ask, entered, and taken back, by the officer of the place: the answer follows at once. */
let t: Story;
beforeAll(async () => {
  t = await startStory();
});
afterAll(() => t.close());

interface Answer {
  version: number;
  categories: string[];
  tier: string | null;
  every: string | null;
  facts: { relatives?: object[] };
  policy: { serviceProvider: string | null };
}

const LEVELS = ['province', 'city', 'district', 'street', 'community'] as const;
const LENGTHS = [2, 4, 6, 9, 12];
let serial = 0;

/** A village of the place, and the token of its officer. */
async function village(code: string): Promise<{ id: string; token: string }> {
  const ids = LEVELS.map(() => ulid());
  const rows = LEVELS.map((level, at) => ({
    ...{ id: ids[at]!, name: `${level}-${code}`, level, rural: level === 'community' },
    parentId: at === 0 ? null : ids[at - 1]!,
  }));
  const codes = ids.map((divisionId, at) => ({
    ...{ id: ulid(), divisionId, code: code.slice(0, LENGTHS[at]), since: '2020-01-01', until: null },
  }));
  const officer = await t.person('村里的人');
  await t.app.database.tx(t.ctx(), async (tx) => {
    await t.app.nest.get(Divisions).add(tx, rows, codes);
    await t.app.nest.get(Accounts).grant(tx, officer.id, 'community', ids.at(-1)!);
  });
  return { id: ids.at(-1)!, token: officer.token };
}

/** Somebody of this age, of whom no more is known than what is given. */
async function somebody(place: { id: string; token: string }, born: string, relatives: object[] = []) {
  const id = ulid();
  serial += 1;
  const people = relatives.map((one) => ({ id: ulid(), name: '家里人', livesWithElder: false, ...one }));
  const body = {
    ...{ id, name: '吴秀芝', sex: 'female', birthDate: born, idNumber: idNumber(born, 'female', serial) },
    ...{ address: `${serial} 号`, communityId: place.id, facts: {}, relatives: people },
  };
  const as = place.token;
  expect((await t.call('POST', '/elders', { as, body })).status).toBe(201);
  const read = async () => (await t.call<Answer>('GET', `/elders/${id}`, { as })).body;
  return {
    read,
    know: async (facts: object) => {
      const { version } = await read();
      return (await t.call<Answer>('PATCH', `/elders/${id}`, { as, body: { version, facts } })).body;
    },
    knowOf: async (changes: object) => {
      const path = `/elders/${id}/relatives/${people[0]!.id}`;
      expect((await t.call('PATCH', path, { as, body: changes })).status).toBe(200);
      return read();
    },
  };
}

const AWAY = { relation: 'child', awaySince: '2021-03-01' };

describe('石狮', () => {
  let place: { id: string; token: string };
  beforeAll(async () => (place = await village('350581103204')));

  it('附件2 4: a village household is 留守 when all children are away; a town one, or one nobody asked about, is not', async () => {
    const elder = await somebody(place, '1953-04-01', [AWAY]);
    expect((await elder.read()).categories).not.toContain('left-behind');
    expect((await elder.know({ household: { rural: true } })).categories).toContain('left-behind');
    expect((await elder.know({ household: { rural: false } })).categories).not.toContain('left-behind');
    expect((await elder.know({ household: { rural: true } })).categories).toContain('left-behind');
    expect((await elder.know({})).categories).not.toContain('left-behind');
  });

  it('附件3: the tier is the one that staff ticked', async () => {
    const elder = await somebody(place, '1953-04-01', [AWAY]);
    expect((await elder.know({ staffTier: 'key' })).tier).toBe('key');
    expect((await elder.know({})).tier).toBe('general');
  });
});

describe('北京', () => {
  let place: { id: string; token: string };
  beforeAll(async () => (place = await village('110111105202')));

  it('二（二）2: 纯老年人家庭 when everyone in the home is known to be 60', async () => {
    const elder = await somebody(place, '1950-04-01', [{ relation: 'sibling', livesWithElder: true }]);
    expect((await elder.read()).categories).toEqual([]);
    expect((await elder.knowOf({ birthDate: '1955-01-01' })).categories).toEqual(['empty-nest']);
    expect((await elder.knowOf({ birthDate: '1985-01-01' })).categories).toEqual([]);
    await elder.knowOf({ birthDate: '1955-01-01' });
    expect((await elder.knowOf({ birthDate: null })).categories).toEqual([]);
  });

  it('二（二）3: 留守 when no child can support; unknown is not no', async () => {
    const elder = await somebody(place, '1950-04-01', [AWAY]);
    expect((await elder.read()).categories).not.toContain('left-behind');
    expect((await elder.knowOf({ ableToSupport: false })).categories).toContain('left-behind');
    expect((await elder.knowOf({ ableToSupport: null })).categories).not.toContain('left-behind');
    expect((await elder.read()).facts.relatives).toEqual([{ ...AWAY, livesWithElder: false }]);
    expect((await elder.knowOf({ ableToSupport: true })).categories).not.toContain('left-behind');
  });

  it('二（二）3: not 留守 while a child lives in the district of the household', async () => {
    const elder = await somebody(place, '1950-04-01', [{ ...AWAY, residence: { division: '110112' } }]);
    expect((await elder.read()).categories).toContain('left-behind');
    expect((await elder.know({ household: { division: '110112' } })).categories).not.toContain('left-behind');
    expect((await elder.knowOf({ residence: { division: '310104' } })).categories).toContain('left-behind');
    expect((await elder.knowOf({ residence: null })).categories).not.toContain('left-behind');
  });

  it('二（二）7: who the district adds, and 三（二）: whom the station visits', async () => {
    const elder = await somebody(place, '1950-04-01', [{ relation: 'child', livesWithElder: true }]);
    const locallyDesignated = { reason: '本区纳入' };
    expect((await elder.know({ locallyDesignated })).categories).toEqual(['other']);
    const signed = { locallyDesignated, contracts: ['care-station'] };
    expect((await elder.know(signed)).policy.serviceProvider).toBe('assigned');
    const served = { ...signed, serviceClass: 'basic-guarantee' };
    expect((await elder.know(served)).policy.serviceProvider).toBe('contracted');
    expect((await elder.know({})).categories).toEqual([]);
  });
});

it('黑龙江 一（二）1: who the area adds is 其他', async () => {
  const elder = await somebody(await village('230103017004'), '1950-04-01', [
    { relation: 'child', livesWithElder: true },
  ]);
  expect((await elder.know({ locallyDesignated: { reason: '本区纳入' } })).categories).toEqual(['other']);
  expect((await elder.know({})).categories).toEqual([]);
});

describe('济南', () => {
  const home = () => ({ id: t.divisions.first, token: t.liufang.token });

  it('留守 when all children are away for half a year, whoever else lives there, and a visit a month is owed', async () => {
    const grandchild = { relation: 'grandchild', livesWithElder: true };
    const elder = await somebody(home(), '1956-03-02', [{ relation: 'child' }, AWAY, grandchild]);
    expect(await elder.read()).toMatchObject({ categories: [], every: null });
    expect(await elder.knowOf({ awaySince: '2021-03-01' })).toMatchObject({
      ...{ categories: ['left-behind'], every: 'month' },
    });
    expect(await elder.knowOf({ awaySince: null })).toMatchObject({ categories: [], every: null });
  });

  it('二（二）4 and 二（三）: the contractor visits, and at 80 the agency', async () => {
    const elder = await somebody(home(), '1944-04-01', [AWAY]);
    expect(await elder.read()).toMatchObject({ every: 'week', policy: { serviceProvider: 'assigned' } });
    const contracts = ['home-care-bed'];
    expect((await elder.know({ contracts })).policy.serviceProvider).toBe('contracted');
    const entrusted = await elder.know({ contracts, entrustment: 'active' });
    expect(entrusted).toMatchObject({ every: 'month', policy: { serviceProvider: 'agency' } });
    expect(await elder.know({})).toMatchObject({ every: 'week', policy: { serviceProvider: 'assigned' } });
  });
});

it('the list of plans says what each has asked', async () => {
  const { body } = await t.call<{ items: { id: string; asks: string[] }[] }>('GET', '/policies', {});
  const jinan = body.items.find(({ id }) => id === 'jinan');
  expect(jinan?.asks).toEqual(expect.arrayContaining(['relatives.awaySince', 'entrustment']));
  expect(jinan?.asks).not.toContain('staffTier');
});
