import type { Answers } from '@tanfang/shared';
import { ulid } from 'ulid';

import { Divisions } from '../../../src/modules/divisions';
import { Accounts } from '../../../src/modules/identity';
import type { NewElder } from '../../../src/modules/registry';
import { Visiting } from '../../../src/modules/visiting';
import { startHousehold, type Household } from '../care/household';
import { idNumber, type Person } from '../registry/story';
import type { Answer } from '../support/app';
import type { ProblemBody } from '../visiting/rounds';

/** 石狮市 祥芝镇 古浮村, and the town beside it. */
const PLACES = [
  ['city', '350581', '石狮市', null],
  ['street', '350581103', '祥芝镇', 0],
  ['community', '350581103204', '古浮村', 1],
  ['street', '350581001', '湖滨街道', 0],
  ['community', '350581001010', '林边社区', 3],
] as const;

export const SON_ID_NUMBER = idNumber('1976-11-18', 'male', 44);

/** 附件3 about 施玉英, as 蔡美红 fills it at her kitchen table. */
export const REGISTERED: Answers = {
  'past-illnesses': '高血压',
  'disposable-income': 1900,
  members: [
    { name: '施玉英', sex: 'female', relation: '户主' },
    { name: '施志强', sex: 'male', relation: '儿子', 'id-number': SON_ID_NUMBER, 'visits-often': 'no' },
  ],
  'drinking-water': 'safe',
  'household-electricity': 'safe',
  house: 'safe',
  pension: 'received',
  'pension-monthly': 210,
  'support-bodies': ['street-and-committee'],
};

export interface SheetBody {
  id: string;
  elderId: string;
  amends?: string;
  answers: Answers;
  [field: string]: unknown;
}

export type SheetAnswer = Answer<{ id: string; ordinal: number; recordedAt: number } & ProblemBody>;

/** 施玉英 in 古浮村, visited by 蔡美红; 施青山 is the village's worker, 吴雅婷 another community's. */
export interface Village extends Household {
  elder: NewElder;
  visitor: Person;
  worker: Person;
  elsewhere: { visitor: Person; worker: Person };
  town: Person;
  city: Person;
  sheet(changes?: Record<string, unknown>): SheetBody;
  hand(body: object, as?: Person): Promise<SheetAnswer>;
}

export async function startVillage(): Promise<Village> {
  const t = await startHousehold();
  const ids = await addPlaces(t);
  const granted = async (name: string, role: 'visitor' | 'community' | 'street' | 'city', place: number) => {
    const person = await t.person(name);
    await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Accounts).grant(tx, person.id, role, ids[place]!));
    return person;
  };
  const people = {
    visitor: await granted('蔡美红', 'visitor', 2),
    worker: await granted('施青山', 'community', 2),
    elsewhere: {
      visitor: await granted('邱少华', 'visitor', 4),
      worker: await granted('吴雅婷', 'community', 4),
    },
    town: await granted('林志远', 'street', 1),
    city: await granted('陈海', 'city', 0),
  };
  const elder = shiYuying(ids[2]!);
  await t.register(elder);
  await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Visiting).assign(tx, elder.id, people.visitor.id));
  return {
    ...t,
    ...people,
    elder,
    sheet: (changes = {}) => ({
      ...{ id: ulid(t.clock.now()), elderId: elder.id, kind: 'registration', answers: REGISTERED },
      form: { id: 'shishi-registration', version: 2 },
      ...changes,
    }),
    hand: (body, as = people.visitor) => t.call('POST', '/sheets', { as: as.token, body }),
  };
}

async function addPlaces(t: Household): Promise<string[]> {
  const ids = PLACES.map(() => ulid());
  const rows = PLACES.map(([level, , name, parent], at) => ({
    ...{ id: ids[at]!, level, name, rural: level === 'community' },
    parentId: parent === null ? null : ids[parent]!,
  }));
  const codes = PLACES.map(([, code], at) => ({
    ...{ id: ulid(), divisionId: ids[at]!, code, since: '2020-01-01', until: null },
  }));
  await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Divisions).add(tx, rows, codes));
  return ids;
}

/** 73, widowed, both sons in business far away; assessed as 完全失能, for which the form has no box. */
function shiYuying(communityId: string): NewElder {
  const son = ulid();
  return {
    ...{ id: ulid(), name: '施玉英', sex: 'female', birthDate: '1953-10-03', communityId, phone: '14200004010' },
    ...{ idNumber: idNumber('1953-10-03', 'female', 61), address: '新厝 45 号' },
    traits: {
      maritalStatus: 'widowed',
      household: { division: '350581103204', rural: true },
      staffTier: 'key',
      ability: { level: 'total', assessedOn: '2026-09-01' },
      assistance: ['low-income-margin'],
    },
    relatives: [
      {
        ...{ id: son, name: '施志强', relation: 'child', kinWord: '大儿子', callsElder: '阿母', phone: '14200004011' },
        ...{ livesWithElder: false, emergencyContact: true },
        circumstances: { residence: { division: '440106011' }, awaySince: '2008-02-15' },
      },
    ],
    firstContactId: son,
  };
}
