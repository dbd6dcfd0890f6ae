import { ulid } from 'ulid';

import { Elder } from '../../../src/modules/registry';
import type { EldersAsked } from '../../../src/modules/registry/elders.query';
import { RegistryRepository } from '../../../src/modules/registry/registry.repository';
import { VisitStates } from '../../../src/modules/registry/visit-states';
import { Obligation } from '../../../src/modules/visiting';
import { DAY } from '../support/clock';
import { plansOf, statementsOf } from '../support/statements';
import { elderNamed, startRounds, type Rounds } from '../visiting/rounds';

interface List {
  items: { id: string; name: string; visits: string | null }[];
  next: string | null;
  totals: { all: number; found: number } | null;
  code?: string;
  fields?: { field: string; message: string }[];
}

let t: Rounds;
const search = (body: object, as = t.liufang) =>
  t.call<List>('POST', '/elders/searches', { as: as.token, body: { limit: 100, ...body } });
const names = async (body: object, as = t.liufang) => {
  const answer = await search(body, as);
  expect(answer.status).toBe(200);
  expect(answer.body.totals!.found).toBe(answer.body.items.length);
  return answer.body.items.map(({ name }) => name).sort();
};
const stateOf = async (name: string) => (await search({ q: name })).body.items[0]!.visits;

/**
 * On Monday in 刘芳's community: 李秀兰 (every week), visited today; 孙桂英 (every week); 刘长河 (every month); 周凤英, who is in
 * hospital; 吴玉兰, married and not in any category.
 */
describe('the filters of the registry', () => {
  beforeAll(async () => {
    t = await startRounds();
    const zhou = elderNamed('周凤英', '1950-02-11', t.divisions.first, { relatives: undefined as never });
    await t.register(zhou);
    await t.register(
      elderNamed('吴玉兰', '1951-03-12', t.divisions.first, {
        traits: { maritalStatus: 'married' },
        relatives: [{ id: ulid(), name: '郑国强', relation: 'spouse', livesWithElder: true, circumstances: {} }],
      }),
    );
    await t.app.database.tx(t.ctx(), (tx) =>
      tx.em.update(Obligation, { elderId: zhou.id }, { status: 'excused', excuse: 'hospital' }),
    );
    expect((await t.send(t.visit(t.lixiulan))).status).toBe(201);
    await t.work();
  });
  afterAll(() => t.close());

  it('show everybody when none is set, and tell how many there are', async () => {
    const { body } = await search({});
    expect(body.totals).toEqual({ all: 5, found: 5 });
    const empty = { divisionIds: [], categories: [], tiers: [], visits: [] };
    expect((await search(empty)).body).toEqual(body);
  });

  it.each([
    ['a tier', { tiers: ['key'] }, ['孙桂英', '李秀兰']],
    ['several tiers', { tiers: ['key', 'general'] }, ['刘长河', '孙桂英', '李秀兰']],
    ['a category', { categories: ['severe-disability'] }, ['孙桂英']],
    ['one category of several', { categories: ['living-alone'] }, ['刘长河', '孙桂英', '李秀兰']],
    ['a category that nobody has', { categories: ['left-behind'] }, []],
    ['visited', { visits: ['visited'] }, ['李秀兰']],
    ['still owed', { visits: ['owed'] }, ['刘长河', '孙桂英']],
    ['several states', { visits: ['owed', 'visited'] }, ['刘长河', '孙桂英', '李秀兰']],
    ['a first contact', { hasFirstContact: true }, ['李秀兰']],
    ['no first contact', { hasFirstContact: false }, ['刘长河', '吴玉兰', '周凤英', '孙桂英']],
    ['a visitor', { hasVisitor: true }, ['刘长河', '孙桂英', '李秀兰']],
    ['a visitor, and none', { hasVisitor: true, hasFirstContact: false }, ['刘长河', '孙桂英']],
    ['any part of a name', { q: '桂英' }, ['孙桂英']],
    ['filters together', { tiers: ['key'], visits: ['owed'], hasFirstContact: false }, ['孙桂英']],
    ['filters and a name', { q: '英', tiers: ['key'] }, ['孙桂英']],
    ['filters and a name that do not meet', { q: '李秀兰', visits: ['owed'] }, []],
    ['filters and a telephone', { q: '14200001001', visits: ['visited'] }, ['李秀兰']],
    ['filters and an address', { q: '5号楼1单元301', tiers: ['general'] }, []],
  ])('by %s', async (_what, body, expected) => {
    expect(await names(body)).toEqual([...expected].sort());
  });

  it('count what they find beside what the registry holds', async () => {
    expect((await search({ tiers: ['key'] })).body.totals).toEqual({ all: 5, found: 2 });
    expect((await search({ q: '没有这个人' })).body).toEqual({ items: [], next: null, totals: { all: 5, found: 0 } });
    expect((await search({ status: 'ended' })).body.totals).toEqual({ all: 0, found: 0 });
  });

  it('go on page by page, each elder once, and are counted on the first page', async () => {
    const asked = { categories: ['living-alone'], limit: 1 };
    const seen: string[] = [];
    let { body } = await search(asked);
    expect(body.totals).toEqual({ all: 5, found: 3 });
    for (;;) {
      seen.push(...body.items.map(({ name }) => name));
      if (body.next === null) break;
      ({ body } = await search({ ...asked, after: body.next }));
      expect(body.totals).toBeNull();
    }
    expect(seen.sort()).toEqual(['刘长河', '孙桂英', '李秀兰'].sort());
  });

  it('take as many statements for a page of one as for all', async () => {
    const all = { visits: ['owed', 'visited'], categories: ['living-alone'], q: '' };
    const ask = (limit: number) => search({ ...all, q: undefined, limit });
    const few = await statementsOf(t, () => ask(1));
    expect(few).toBeGreaterThan(0);
    expect(await statementsOf(t, () => ask(100))).toBe(few);
  });

  it.each([
    [{ categories: ['lonely'] }, 'categories', '类别里有不认识的选项'],
    [{ categories: 'living-alone' }, 'categories', '类别要是一个列表'],
    [{ tiers: ['key', 'vip'] }, 'tiers', '人群里有不认识的选项'],
    [{ tiers: Array(4).fill('key') }, 'tiers', '人群最多 3 项'],
    [{ visits: ['missed'] }, 'visits', '探访情况里有不认识的选项'],
    [{ visits: [null] }, 'visits', '探访情况里有不认识的选项'],
    [{ hasVisitor: 1 }, 'hasVisitor', '有没有探访员要是是或否'],
    [{ hasFirstContact: 'yes' }, 'hasFirstContact', '有没有第一联系人要是是或否'],
    [{ divisionIds: ['370102'] }, 'divisionIds', '社区或街道要是 26 位编号'],
    [{ divisionIds: [{}] }, 'divisionIds', '社区或街道要是 26 位编号'],
    [{ street: 'x' }, 'street', expect.stringContaining('不认识')],
  ])('refuse %j and name the field', async (body, field, message) => {
    expect(await search(body)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', fields: [{ field, message }] },
    });
  });
});

describe('the filter by place', () => {
  beforeAll(async () => {
    t = await startRounds();
  });
  afterAll(() => t.close());

  it('chooses among the communities and streets of an officer', async () => {
    const officer = await t.person('区里的人', 'district', 'lixia');
    const { first, dianliu, yaojia, yaojiaCommunity } = t.divisions;
    const here = ['刘长河', '孙桂英', '李秀兰'].sort();
    expect(await names({ divisionIds: [yaojia] }, officer)).toEqual(['高玉兰']);
    expect(await names({ divisionIds: [dianliu] }, officer)).toEqual(here);
    expect(await names({ divisionIds: [first, yaojiaCommunity] }, officer)).toEqual([...here, '高玉兰'].sort());
    // A street with its community is the street.
    expect(await names({ divisionIds: [dianliu, first] }, officer)).toEqual(here);
    expect((await search({ divisionIds: [yaojia] }, officer)).body.totals).toEqual({ all: 4, found: 1 });
  });

  it('finds nothing beyond it: another street, the district above, or a place that is none look the same', async () => {
    const { first, dianliu, lixia, yaojia, yaojiaCommunity } = t.divisions;
    for (const ids of [[yaojia], [yaojiaCommunity], [lixia], [dianliu, yaojiaCommunity], [ulid()]]) {
      const answer = await search({ divisionIds: ids }, t.tianjun);
      expect(answer).toMatchObject({ status: 404, body: { code: 'access.not-found' } });
      expect(JSON.stringify(answer.body)).not.toContain('高玉兰');
    }
    expect(await names({ divisionIds: [first] }, t.tianjun)).not.toContain('高玉兰');
    expect(await search({ divisionIds: [first] }, t.mengxiaoyan)).toMatchObject({ status: 404 });
    expect(await names({ q: '兰' }, t.tianjun)).toEqual(['李秀兰']);
    expect(await names({ hasFirstContact: true, tiers: ['key'] }, t.mengxiaoyan)).toEqual([]);
  });
});

describe('how it stands with the visits', () => {
  beforeEach(async () => {
    t = await startRounds();
  });
  afterEach(() => t.close());

  const dayComes = async (at: string) => {
    t.clock.set(at);
    await t.tick();
    await t.work();
  };

  it('is missed last time, until somebody comes', async () => {
    expect(await stateOf('孙桂英')).toBe('owed');
    await dayComes('2026-11-30T06:00:00+08:00');
    expect(await stateOf('孙桂英')).toBe('missed-last');
    expect(await names({ visits: ['missed-last'] })).toEqual(['孙桂英', '李秀兰'].sort());
    expect(await names({ visits: ['owed'] })).toEqual(['刘长河']);
    expect((await t.send(t.visit(t.sunguiying))).status).toBe(201);
    expect(await stateOf('孙桂英')).toBe('visited');
    t.clock.advance(7 * DAY);
    await t.tick();
    await t.work();
    expect(await stateOf('孙桂英')).toBe('owed');
  });

  it('is late where a missed period is over and the next one of a new cadence has not begun', async () => {
    t.clock.set('2026-11-25T09:00:00+08:00');
    const body = { facts: { maritalStatus: 'widowed' } };
    const changed = await t.call('PATCH', `/elders/${t.sunguiying.id}`, { as: t.liufang.token, body });
    expect(changed).toMatchObject({ status: 200, body: { every: 'month' } });
    await t.work();
    expect(await stateOf('孙桂英')).toBe('owed');
    await dayComes('2026-11-30T06:00:00+08:00');
    expect(await stateOf('孙桂英')).toBe('late');
    expect(await names({ visits: ['late'] })).toEqual(['孙桂英']);
    await dayComes('2026-12-01T06:00:00+08:00');
    expect(await stateOf('孙桂英')).not.toBe('late');
  });

  it('is nothing for whom nothing is owed, whatever was before', async () => {
    t.clock.set('2026-11-25T09:00:00+08:00');
    const spouse = { id: ulid(), name: '郑国强', relation: 'spouse', livesWithElder: true, birthDate: '1965-01-01' };
    const { id } = t.sunguiying;
    await t.call('POST', `/elders/${id}/relatives`, { as: t.liufang.token, body: spouse });
    const body = { facts: { maritalStatus: 'married' } };
    const changed = await t.call('PATCH', `/elders/${id}`, { as: t.liufang.token, body });
    expect(changed).toMatchObject({ status: 200, body: { every: null } });
    await t.work();
    // The week that had begun stays owed.
    expect(await stateOf('孙桂英')).toBe('owed');
    await dayComes('2026-12-02T06:00:00+08:00');
    expect(await stateOf('孙桂英')).toBeNull();
  });
});

describe('whether there is a first contact', () => {
  beforeEach(async () => {
    t = await startRounds();
  });
  afterEach(() => t.close());

  it('follows the one who is named and removed', async () => {
    const relative = `/elders/${t.liuchanghe.id}/relatives/${t.son}`;
    expect(await names({ hasFirstContact: true })).toEqual(['李秀兰']);
    const named = { as: t.liufang.token, body: { relativeId: t.son } };
    expect(await t.call('PUT', `/elders/${t.liuchanghe.id}/first-contact`, named)).toMatchObject({ status: 200 });
    expect(await names({ hasFirstContact: true })).toEqual(['刘长河', '李秀兰'].sort());
    expect((await t.call('DELETE', relative, { as: t.liufang.token })).status).toBeLessThan(300);
    expect(await names({ hasFirstContact: true })).toEqual(['李秀兰']);
  });

  it('is worked out again with the daily assessment', async () => {
    await t.app.database.tx(t.ctx(), (tx) =>
      tx.em.update(Elder, { id: t.lixiulan.id }, { hasFirstContact: false, evaluatedOn: '1970-01-01' }),
    );
    expect(await names({ hasFirstContact: true })).toEqual([]);
    t.clock.advance(DAY);
    await t.tick();
    expect(await names({ hasFirstContact: true })).toEqual(['李秀兰']);
  });
});

/** The other engine's plans follow from how much there is. */
if (process.env.TEST_DATABASE !== 'mariadb')
  describe('of a city of a hundred communities', () => {
    const communityIds = Array.from({ length: 100 }, () => ulid());
    const planOf = async (asked: Partial<EldersAsked>, read: 'count' | 'list') => {
      const repository = t.app.nest.get(RegistryRepository);
      const whole: EldersAsked = { communityIds, status: 'running', ...asked };
      const state = t.app.nest.get(VisitStates).stateOf('p.id', '2026-11-25');
      const plans = await plansOf(t, () =>
        read === 'count' ? repository.count(t.ctx(), whole) : repository.list(t.ctx(), whole, state, '', 101),
      );
      expect(plans).toHaveLength(1);
      return plans[0]!;
    };
    beforeAll(async () => {
      t = await startRounds();
    });
    afterAll(() => t.close());

    it.each([['owed'], ['late'], ['missed-last'], ['owed', 'late']] as const)(
      'those of whom visits stand so are found without trying every community with each, %#',
      async (...states) => {
        const among = t.app.nest.get(VisitStates).eldersIn(states, '2026-11-25');
        const plan = `${await planOf({ among }, 'count')}\n${await planOf({ among }, 'list')}`;
        expect(plan).toMatch(/SEARCH e USING COVERING INDEX \w+ \(community_id=\?\)/);
        expect(plan).not.toMatch(/community_id=\? AND id=\?/);
      },
    );

    it.each(['count', 'list'] as const)('whoever has lapsed is found by that alone: %s', async (read) => {
      expect(await planOf({ status: 'lapsed' }, read)).toMatch(
        /SEARCH e USING (COVERING )?INDEX \w+ \(community_id=\? AND lapsed_on>\?\)/,
      );
    });
  });
