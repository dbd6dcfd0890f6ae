import { ulid } from 'ulid';

import { Divisions } from '../../../src/modules/divisions';
import { Accounts } from '../../../src/modules/identity';
import { Registry, type NewElder } from '../../../src/modules/registry';
import { startHousehold, type Household } from '../care/household';
import type { Person } from '../registry/story';
import type { Answer, TestAppOptions } from '../support/app';
import { elderNamed, type ProblemBody } from '../visiting/rounds';

export interface DecisionBody {
  id: string;
  ruleId: string;
  value?: string;
  from: string;
  reason: string;
}

export interface Decision {
  id: string;
  value: string | null;
  label: string;
  from: string;
  reason: string;
  decidedBy: string;
}

export interface Reading {
  ruleId: string;
  ours: string;
  current: string;
  decision: Decision | null;
  coming: Decision[];
  history: Decision[];
  options: { code: string; label: string }[];
}

/** 历下区 and, beside it, 历城区 with a community of its own. 郑海宁 decides for 历下, 邵明 for 历城. */
export interface District extends Household {
  zhenghaining: Person;
  shaoming: Person;
  /** 历城区 */
  licheng: string;
  /** 洪家楼社区 in 历城区 */
  hongjialou: string;
  /** 历下 decides, unless said otherwise, and what follows at once has happened. */
  decide(
    decision: Partial<DecisionBody> & Pick<DecisionBody, 'ruleId'>,
    as?: Person,
    district?: string,
  ): Promise<Answer<Decision & ProblemBody>>;
  withdraw(ruleId: string, from: string, as?: Person): Promise<Answer<Decision & ProblemBody>>;
  readings(as?: Person, district?: string): Promise<Reading[]>;
  reading(ruleId: string): Promise<Reading>;
  every(elder: { id: string }): Promise<string | null>;
}

export async function startDistrict(options: TestAppOptions = {}): Promise<District> {
  const t = await startHousehold(options);
  const [licheng, street, hongjialou] = [ulid(), ulid(), ulid()];
  const rows = [
    { id: licheng, parentId: t.divisions.jinan, name: '历城区', level: 'district' as const, rural: false },
    { id: street, parentId: licheng, name: '洪家楼街道', level: 'street' as const, rural: false },
    { id: hongjialou, parentId: street, name: '洪家楼社区', level: 'community' as const, rural: false },
  ];
  const codes = ['370112', '370112002', '370112002001'].map((code, place) => ({
    ...{ id: ulid(), divisionId: rows[place]!.id, code, since: '2020-01-01', until: null },
  }));
  await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Divisions).add(tx, rows, codes));
  const zhenghaining = await t.person('郑海宁', 'district', 'lixia');
  const shaoming = await t.person('邵明');
  await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Accounts).grant(tx, shaoming.id, 'district', licheng));
  const people = { zhenghaining, shaoming };
  return { ...t, ...people, licheng, hongjialou, ...acts(t, zhenghaining) };
}

function acts(
  t: Household,
  zhenghaining: Person,
): Pick<District, 'decide' | 'withdraw' | 'readings' | 'reading' | 'every'> {
  const { lixia } = t.divisions;
  const readings = async (as = zhenghaining, district = lixia) =>
    (await t.call<{ items: Reading[] }>('GET', `/districts/${district}/readings`, { as: as.token })).body.items;
  return {
    decide: async (decision, as = zhenghaining, district = lixia) => {
      const from = new Date(t.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10);
      const body = { id: ulid(), from, reason: '区民政局会议定的', ...decision };
      const answer = await t.call<Decision & ProblemBody>('POST', `/districts/${district}/readings`, {
        ...{ as: as.token, body },
      });
      await t.work();
      return answer;
    },
    withdraw: async (ruleId, from, as = zhenghaining) => {
      const body = { id: ulid(), ruleId, from, reason: '试行期满，改回来' };
      const answer = await t.call<Decision & ProblemBody>('POST', `/districts/${lixia}/reading-withdrawals`, {
        ...{ as: as.token, body },
      });
      await t.work();
      return answer;
    },
    readings,
    reading: async (ruleId) => (await readings()).find((one) => one.ruleId === ruleId)!,
    every: async ({ id }) => (await t.app.nest.get(Registry).get(t.ctx(), id)).every,
  };
}

/** 吴桂芳, 72, moderately disabled, her daughter at home: 次重点, every half month by our reading. */
export function wuguifang(communityId: string): NewElder {
  return elderNamed('吴桂芳', '1954-03-03', communityId, {
    traits: { maritalStatus: 'widowed', ability: { level: 'moderate', assessedOn: '2026-06-01' } },
  });
}
