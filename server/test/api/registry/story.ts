import { checkDigit, type Sex } from '@tanfang/shared';
import { ulid } from 'ulid';

import { Divisions } from '../../../src/modules/divisions';
import { Accounts, Sessions } from '../../../src/modules/identity';
import { Registry, type NewElder } from '../../../src/modules/registry';
import type { Role } from '../../../src/platform/access';
import type { Ctx } from '../../../src/platform/context/context';
import { startTestApp, type TestApp, type TestAppOptions } from '../support/app';

/** A number that can belong to nobody: the area code 990000 was never given to a place. */
export function idNumber(born: string, sex: Sex, serial = 1): string {
  const first17 = `990000${born.replace(/-/g, '')}${String(serial * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0')}`;
  return first17 + checkDigit(first17);
}

export interface Person {
  id: string;
  openid: string;
  name: string;
  token: string;
}

type DivisionKey = 'shandong' | 'jinan' | 'lixia' | 'dianliu' | 'yaojia' | 'first' | 'yaojiaCommunity';

const DIVISIONS: [
  DivisionKey,
  string,
  string,
  'province' | 'city' | 'district' | 'street' | 'community',
  DivisionKey | null,
][] = [
  ['shandong', '37', '山东省', 'province', null],
  ['jinan', '3701', '济南市', 'city', 'shandong'],
  ['lixia', '370102', '历下区', 'district', 'jinan'],
  ['dianliu', '370102009', '甸柳街道', 'street', 'lixia'],
  ['yaojia', '370102011', '姚家街道', 'street', 'lixia'],
  ['first', '370102009002', '甸柳新村第一社区', 'community', 'dianliu'],
  ['yaojiaCommunity', '370102011024', '姚家社区', 'community', 'yaojia'],
];

/**
 * 济南历下 on one Monday: 李秀兰, 82, widowed and alone, whose daughter 王静 lives in 上海; 刘长河, 71, and his son 刘洋;
 * 高玉兰 in the other street. 刘芳 is the community's worker here, 孟晓燕 there.
 */
export interface Story extends TestApp {
  divisions: Record<DivisionKey, string>;
  liufang: Person;
  mengxiaoyan: Person;
  tianjun: Person;
  zhoumin: Person;
  wangjing: Person;
  liuyang: Person;
  stranger: Person;
  lixiulan: NewElder;
  liuchanghe: NewElder;
  gaoyulan: NewElder;
  /** Relatives' rows. */
  daughter: string;
  son: string;
  /** A new account with a session, and a role if one is given. */
  person(name: string, role?: Role, division?: DivisionKey): Promise<Person>;
  /** Another device of the same person. */
  signIn(person: Person): Promise<string>;
}

export async function startStory(options: TestAppOptions = {}): Promise<Story> {
  const t = await startTestApp(options);
  const divisions = await addDivisions(t);
  const person = (name: string, role?: Role, division?: DivisionKey) =>
    addPerson(t, name, role, division === undefined ? null : divisions[division]);
  const people = {
    liufang: await person('刘芳', 'community', 'first'),
    mengxiaoyan: await person('孟晓燕', 'community', 'yaojiaCommunity'),
    tianjun: await person('田军', 'street', 'dianliu'),
    zhoumin: await person('周敏', 'visitor', 'first'),
    wangjing: await person('王静'),
    liuyang: await person('刘洋'),
    stranger: await person('路人'),
  };
  const elders = eldersOf(divisions);
  for (const elder of [elders.lixiulan, elders.liuchanghe, elders.gaoyulan]) {
    await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Registry).register(tx, elder));
  }
  const signIn = ({ id }: Person) => open(t, t.ctx(), id);
  return { ...t, ...people, ...elders, divisions, person, signIn };
}

async function addDivisions(t: TestApp): Promise<Record<DivisionKey, string>> {
  const ids = Object.fromEntries(DIVISIONS.map(([key]) => [key, ulid()])) as Record<DivisionKey, string>;
  const rows = DIVISIONS.map(([key, , name, level, parent]) => ({
    ...{ id: ids[key], name, level, rural: false },
    parentId: parent === null ? null : ids[parent],
  }));
  const codes = DIVISIONS.map(([key, code]) => ({
    id: ulid(),
    divisionId: ids[key],
    code,
    since: '2020-01-01',
    until: null,
  }));
  await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Divisions).add(tx, rows, codes));
  return ids;
}

async function addPerson(t: TestApp, name: string, role: Role | undefined, divisionId: string | null): Promise<Person> {
  const accounts = t.app.nest.get(Accounts);
  const id = ulid();
  const openid = `o-${id}`;
  await t.app.database.tx(t.ctx(), async (tx) => {
    await accounts.register(tx, { id, openid, name });
    if (role) await accounts.grant(tx, id, role, divisionId);
  });
  return { id, openid, name, token: await open(t, t.ctx(), id) };
}

async function open(t: TestApp, ctx: Ctx, accountId: string): Promise<string> {
  return (await t.app.nest.get(Sessions).open(ctx, accountId, '测试')).token;
}

function eldersOf(divisions: Record<DivisionKey, string>) {
  const [daughter, son] = [ulid(), ulid()];
  const lixiulan: NewElder = {
    ...{
      id: ulid(),
      name: '李秀兰',
      sex: 'female',
      birthDate: '1944-03-02',
      idNumber: idNumber('1944-03-02', 'female'),
    },
    ...{ phone: '14200001001', address: '5 号楼 1 单元 301', place: '5 号楼 1 单元', communityId: divisions.first },
    traits: { maritalStatus: 'widowed' },
    relatives: [
      {
        ...{ id: daughter, name: '王静', relation: 'child', kinWord: '女儿', callsElder: '妈妈', phone: '14200000101' },
        ...{ livesWithElder: false, circumstances: { residence: { division: '310104007002' } } },
      },
    ],
    firstContactId: daughter,
    hints: [{ icon: 'hearing', title: '耳背', detail: '说慢一点，大声一点' }],
  };
  const liuchanghe: NewElder = {
    ...{ id: ulid(), name: '刘长河', sex: 'male', birthDate: '1955-05-20', idNumber: idNumber('1955-05-20', 'male') },
    ...{ address: '7 号楼 2 单元 102', communityId: divisions.first },
    traits: { maritalStatus: 'widowed' },
    relatives: [
      {
        ...{ id: son, name: '刘洋', relation: 'child', kinWord: '儿子', callsElder: '爸', phone: '14200000102' },
        ...{ livesWithElder: false, circumstances: { residence: { division: '370103' } } },
      },
    ],
  };
  const gaoyulan: NewElder = {
    ...{
      id: ulid(),
      name: '高玉兰',
      sex: 'female',
      birthDate: '1949-08-08',
      idNumber: idNumber('1949-08-08', 'female'),
    },
    ...{ address: '11 号楼 3 单元 402', communityId: divisions.yaojiaCommunity },
    traits: { maritalStatus: 'widowed' },
    relatives: [],
  };
  return { lixiulan, liuchanghe, gaoyulan, daughter, son };
}
