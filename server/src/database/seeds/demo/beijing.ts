import { addDays } from '../../../policy';
import { Cast } from './cast';
import { lateLastWeek, periodStart } from './calendar';
import { recordedOn } from './observed';
import type { DemoAssignment, DemoElder, DemoPlace } from './types';

const cast = new Cast('beijing', 'beijing');

/** 兴化社区居委会，东城区和平里街道 */
const XINGHUA = '110101010015';
/** 劲松中社区居委会，朝阳区劲松街道 */
const JINSONG = '110105017038';

const LU_JING = cast.accountId('lvjing');
const SHI_WEI = cast.accountId('shiwei');
const YAN_DONG = cast.accountId('yandong');
const SU_MIN = cast.accountId('sumin');
const byHePing: DemoAssignment = { visitor: cast.accountId('heping'), word: '驿站护理员' };
const byDuJuan: DemoAssignment = { visitor: cast.accountId('dujuan'), word: '志愿者' };

const recorded = recordedOn({ form: { id: 'beijing-visit-record', version: 1 }, calm: { housing: 'safe' } });
/** Three months of weekly visits. */
const SINCE = 13;

const accounts = [
  cast.account({
    key: 'heping',
    name: '何平',
    phone: '1001',
    memberships: [{ role: 'visitor', division: XINGHUA, body: 'care-place' }],
    persona: { role: '探访员，驿站护理员', story: '在兴化社区的养老服务驿站工作，每周去看田玉成和杨秀珍。' },
  }),
  cast.account({
    key: 'dujuan',
    name: '杜娟',
    phone: '1002',
    memberships: [{ role: 'visitor', division: JINSONG, body: 'volunteer' }],
    persona: { role: '探访员，志愿者', story: '住在劲松，每周去看冯德胜老两口，陪着说说话。' },
  }),
  cast.account({
    key: 'lvjing',
    name: '吕静',
    phone: '1003',
    memberships: [{ role: 'community', division: XINGHUA }],
    persona: {
      role: '社区工作人员，兴化社区',
      story: '杨秀珍的事由女儿拿主意；田玉成是特困老人，他的事转到街道。两边办到哪一步，她都看得到。',
    },
  }),
  cast.account({
    key: 'shiwei',
    name: '史伟',
    phone: '1004',
    memberships: [{ role: 'community', division: JINSONG }],
    persona: {
      role: '社区工作人员，劲松中社区',
      story: '冯德胜有两个孩子，谁是第一联系人还没定下来，有事先到她这里：看病拿药要人帮，她接下了。',
    },
  }),
  cast.account({
    key: 'yandong',
    name: '严冬',
    phone: '1005',
    memberships: [{ role: 'street', division: '110101010' }],
    persona: {
      role: '街道工作人员，和平里街道',
      story: '特困老人和计划生育特殊家庭老人的需求由街道来办，田玉成想装扶手的事在她手上。',
    },
  }),
  cast.account({ key: 'tianyong', name: '田勇', phone: '1021' }),
  cast.account({
    key: 'sumin',
    name: '苏敏',
    phone: '1011',
    persona: {
      role: '女儿，第一联系人',
      story: '弟弟在上海，母亲杨秀珍的事由她拿主意。厨房的插座要不要换，正等她点。',
    },
  }),
];

/**
 * 北京市: the needs of a destitute elder go to the street, others to the first contact; one family has named nobody.
 * @param today calendar date in Asia/Shanghai
 */
export function beijing(today: string): DemoPlace {
  return {
    packId: 'beijing',
    name: '北京',
    lead: '特困老人的事归街道，别的老人归第一联系人；谁都没定的，社区先接。',
    divisionsFile: 'beijing',
    communities: [XINGHUA, JINSONG],
    people: { accounts, elders: [tianYucheng(today), yangXiuzhen(today), fengDesheng(today)] },
  };
}

/** 特困: he has a nephew far away, and all the same it is the street that acts. */
function tianYucheng(today: string): DemoElder {
  return cast.elder({
    key: 'tianyucheng',
    name: '田玉成',
    sex: 'male',
    born: '1945-11-16',
    phone: '1020',
    community: XINGHUA,
    address: '8 号楼 3 门 102',
    registeredOn: periodStart('week', today, SINCE),
    traits: {
      maritalStatus: 'never-married',
      lacksDailyCare: true,
      assistance: ['destitute'],
      serviceClass: 'basic-guarantee',
      ability: { level: 'mild', assessedOn: addDays(today, -90) },
    },
    relatives: [
      {
        key: 'tianyong',
        name: '田勇',
        relation: 'other',
        kinWord: '侄子',
        callsElder: '大伯',
        phone: '1021',
        residence: '130102004',
        firstContact: true,
        kinship: { status: 'confirmed', account: cast.accountId('tianyong'), confirmedBy: LU_JING },
      },
    ],
    hints: [{ icon: 'walking', title: '拄拐', detail: '敲门后等一会儿，别催' }],
    visitors: [byHePing],
    visits: recorded({
      of: 'beijing/tianyucheng',
      ...{ today, every: 'week', since: SINCE, visitor: byHePing.visitor, signature: 'mark' },
      seen: (ago) => ({
        ...(ago === 10 ? { 'help-wanted': ['daily-care'], 'care-given': '热了一碗粥，看着他吃完' } : {}),
        ...(ago === 5 ? { mobility: 'worse', 'care-given': '扶着他在屋里走了两圈' } : {}),
        ...(ago === 3 ? { mobility: 'better' } : {}),
        ...(ago === 1 ? { 'help-wanted': ['home-adaptation'], 'care-given': '量了马桶边的墙，够装扶手' } : {}),
      }),
      followUps: {
        10: [
          {
            matter: 'daily-care',
            acknowledgement: { by: YAN_DONG, days: 1 },
            closure: { by: YAN_DONG, note: '驿站每天中午送一顿热饭，费用从特困供养里出', days: 6 },
          },
        ],
        5: [
          {
            matter: 'mobility',
            acknowledgement: { by: YAN_DONG, days: 1 },
            closure: { by: YAN_DONG, note: '配了四脚拐，康复师每周教他练一次', days: 8 },
          },
        ],
        1: [{ matter: 'home-adaptation', acknowledgement: { by: YAN_DONG, days: 1 } }],
      },
    }),
  });
}

/** Two children, one of them named first contact. */
function yangXiuzhen(today: string): DemoElder {
  return cast.elder({
    key: 'yangxiuzhen',
    name: '杨秀珍',
    sex: 'female',
    born: '1948-04-27',
    phone: '1010',
    community: XINGHUA,
    address: '15 号楼 2 门 501',
    registeredOn: periodStart('week', today, SINCE),
    traits: { maritalStatus: 'widowed', lacksDailyCare: true, serviceClass: 'other' },
    relatives: [
      {
        key: 'sumin',
        name: '苏敏',
        relation: 'child',
        kinWord: '女儿',
        callsElder: '妈',
        phone: '1011',
        residence: '110108012',
        birthDate: '1973-02-14',
        firstContact: true,
        emergencyContact: true,
        kinship: { status: 'confirmed', account: SU_MIN, confirmedBy: LU_JING },
      },
      {
        key: 'sugang',
        name: '苏刚',
        relation: 'child',
        kinWord: '儿子',
        callsElder: '妈',
        phone: '1012',
        residence: '310104008',
        birthDate: '1976-09-08',
      },
    ],
    hints: [{ icon: 'sight', title: '白内障', detail: '看不清脸，进门先说是谁' }],
    visitors: [byHePing],
    visits: recorded({
      of: 'beijing/yangxiuzhen',
      ...{ today, every: 'week', since: SINCE, visitor: byHePing.visitor, times: ['10:20', '10:40', '15:10'] },
      last: lateLastWeek(today),
      seen: (ago) => ({
        ...(ago === 11 ? { 'help-wanted': ['medical-care'], 'care-given': '念了药盒上的字' } : {}),
        ...(ago === 7 ? { 'home-hygiene': 'worse' } : {}),
        ...(ago === 4 ? { 'home-hygiene': 'better', spirits: 'better' } : {}),
        ...(ago === 0 ? { electricity: 'fairly-safe', 'electricity-note': '厨房插座一插电饭锅就发烫' } : {}),
      }),
      followUps: {
        11: [
          {
            matter: 'medical-care',
            answer: { by: SU_MIN, choice: 'self', days: 0.4 },
            closure: { by: SU_MIN, note: '请了一天假陪妈妈去复查，手术约在下个月', days: 2.5 },
          },
        ],
        7: [
          {
            matter: 'home-hygiene',
            answer: { by: SU_MIN, choice: 'community', days: 0.6 },
            acknowledgement: { by: LU_JING, days: 1 },
            closure: { by: LU_JING, note: '驿站的助洁员每周五上午来，费用女儿付', days: 6 },
          },
        ],
      },
    }),
  });
}

/** 83, with his wife; two children and nobody named: the gap is the community's to close. */
function fengDesheng(today: string): DemoElder {
  return cast.elder({
    key: 'fengdesheng',
    name: '冯德胜',
    sex: 'male',
    born: '1943-07-19',
    phone: '1030',
    community: JINSONG,
    address: '213 号楼 4 门 302',
    registeredOn: periodStart('week', today, SINCE),
    traits: { maritalStatus: 'married' },
    relatives: [
      {
        key: 'moshufen',
        name: '莫淑芬',
        relation: 'spouse',
        kinWord: '老伴',
        phone: '1031',
        livesWithElder: true,
        birthDate: '1946-01-05',
      },
      {
        key: 'fengbo',
        name: '冯波',
        relation: 'child',
        kinWord: '大儿子',
        callsElder: '爸',
        phone: '1032',
        residence: '110112004',
        birthDate: '1969-05-21',
      },
      {
        key: 'fengtao',
        name: '冯涛',
        relation: 'child',
        kinWord: '小儿子',
        callsElder: '爸',
        residence: '440305007',
        birthDate: '1974-12-30',
      },
    ],
    visitors: [byDuJuan],
    visits: recorded({
      of: 'beijing/fengdesheng',
      ...{ today, every: 'week', since: SINCE, visitor: byDuJuan.visitor, times: ['15:30', '16:10'] },
      seen: (ago) => ({
        ...(ago === 8 ? { spirits: 'worse', 'care-given': '陪老两口看了会儿照片' } : {}),
        ...(ago === 6 ? { spirits: 'better' } : {}),
        ...(ago === 1 ? { 'help-wanted': ['medical-care'] } : {}),
      }),
      followUps: {
        8: [
          {
            matter: 'spirits',
            acknowledgement: { by: SHI_WEI, days: 1 },
            closure: { by: SHI_WEI, note: '没有第一联系人，先和老伴说了；老两口参加了社区的合唱队', days: 7 },
          },
        ],
        1: [{ matter: 'medical-care', acknowledgement: { by: SHI_WEI, days: 1 } }],
      },
    }),
  });
}
