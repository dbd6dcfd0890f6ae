import { addDays } from '../../../policy';
import { Cast } from './cast';
import { periodStart } from './calendar';
import { recordedOn } from './observed';
import type { DemoAssignment, DemoElder, DemoPlace } from './types';

const cast = new Cast('heilongjiang', 'heilongjiang');

/** 和谐社区居委会，哈尔滨市南岗区保健路街道 */
const HEXIE = '230103017004';

const byWenJun: DemoAssignment = { visitor: cast.accountId('wenjun'), word: '包联干部' };
const LIANG_BING = cast.accountId('liangbing');

const recorded = recordedOn({ form: { id: 'heilongjiang-visit-record', version: 1 }, calm: { housing: 'safe' } });
const SINCE = 6;

const accounts = [
  cast.account({
    key: 'wenjun',
    name: '文军',
    phone: '2001',
    memberships: [{ role: 'visitor', division: HEXIE, body: 'cadre' }],
    persona: { role: '探访员，包联干部', story: '包联和谐社区三户老人，每月都去，天冷以后先摸暖气、看窗缝。' },
  }),
  cast.account({
    key: 'liangbing',
    name: '梁冰',
    phone: '2002',
    memberships: [{ role: 'community', division: HEXIE }],
    persona: {
      role: '社区工作人员，和谐社区',
      story: '于桂芝的紧急联系人是外甥，有事他和女儿都会收到；前两天说想请人上门做康复，还没人接。',
    },
  }),
  cast.account({
    key: 'sunliqun',
    name: '孙立群',
    phone: '2003',
    memberships: [{ role: 'street', division: '230103017' }],
    persona: { role: '街道工作人员，保健路街道', story: '社区没按时接的事会升到她这里，全街道谁漏了访也看得到。' },
  }),
  cast.account({
    key: 'gaoyan',
    name: '高燕',
    phone: '2011',
    persona: { role: '女儿，第一联系人', story: '和完全失能的母亲于桂芝住在一起，白天上班。' },
  }),
  cast.account({ key: 'luhaibo', name: '鲁海波', phone: '2012' }),
];

/**
 * 黑龙江省: disabled elders are seen every month at least, and the emergency contact is told as well.
 * @param today calendar date in Asia/Shanghai
 */
export function heilongjiang(today: string): DemoPlace {
  return {
    packId: 'heilongjiang',
    name: '黑龙江',
    lead: '失能老人每月必看；有事社区办，家人和紧急联系人都告诉。',
    divisionsFile: 'heilongjiang',
    communities: [HEXIE],
    people: { accounts, elders: [yuGuizhi(today), mengXianguo(today), langShufen(today)] },
  };
}

/** 失能, with a first contact and another person as emergency contact. */
function yuGuizhi(today: string): DemoElder {
  return cast.elder({
    key: 'yuguizhi',
    name: '于桂芝',
    sex: 'female',
    born: '1946-06-13',
    phone: '2010',
    community: HEXIE,
    address: '哈平路 68 号 2 单元 101',
    registeredOn: periodStart('month', today, SINCE),
    traits: {
      maritalStatus: 'widowed',
      ability: { level: 'total', assessedOn: addDays(today, -200) },
      bedridden: true,
      contracts: ['home-care-service'],
    },
    relatives: [
      {
        key: 'gaoyan',
        name: '高燕',
        relation: 'child',
        kinWord: '女儿',
        callsElder: '妈',
        phone: '2011',
        livesWithElder: true,
        birthDate: '1971-08-04',
        firstContact: true,
        guardian: true,
        kinship: { status: 'confirmed', account: cast.accountId('gaoyan'), confirmedBy: LIANG_BING },
      },
      {
        key: 'luhaibo',
        name: '鲁海波',
        relation: 'other',
        kinWord: '外甥',
        callsElder: '大姨',
        phone: '2012',
        residence: '230103016',
        birthDate: '1978-10-26',
        emergencyContact: true,
        kinship: { status: 'confirmed', account: cast.accountId('luhaibo'), confirmedBy: LIANG_BING },
      },
    ],
    hints: [{ icon: 'door', title: '自己起不来', detail: '白天护理员在，按门铃说是社区的' }],
    visitors: [byWenJun],
    visits: recorded({
      of: 'heilongjiang/yuguizhi',
      ...{ today, every: 'month', since: SINCE, visitor: byWenJun.visitor, signature: 'proxy' },
      last: { on: addDays(today, -2) },
      seen: (ago) => ({
        ...(ago === 4 ? { 'personal-hygiene': 'worse', 'care-given': '帮着翻了身，看了后背，没有破损' } : {}),
        ...(ago === 3 ? { 'personal-hygiene': 'better' } : {}),
        ...(ago === 0 ? { 'help-wanted': ['nursing-care'], 'care-given': '帮女儿把防褥疮垫重新铺平' } : {}),
      }),
      followUps: {
        4: [
          {
            matter: 'personal-hygiene',
            answer: { by: cast.accountId('gaoyan'), choice: 'community', days: 0.5 },
            acknowledgement: { by: LIANG_BING, days: 1 },
            closure: { by: LIANG_BING, note: '助浴员每两周上门一次，女儿在场', days: 9 },
          },
        ],
      },
    }),
  });
}

/** 74, never married, alone on the fifth floor of a house without lift. */
function mengXianguo(today: string): DemoElder {
  return cast.elder({
    key: 'mengxianguo',
    name: '孟宪国',
    sex: 'male',
    born: '1952-09-17',
    phone: '2020',
    community: HEXIE,
    address: '保健路 40 号 1 单元 502',
    registeredOn: periodStart('month', today, SINCE),
    traits: { maritalStatus: 'never-married', lacksDailyCare: true },
    relatives: [
      {
        key: 'mengxianmei',
        name: '孟宪梅',
        relation: 'sibling',
        kinWord: '妹妹',
        callsElder: '哥',
        phone: '2021',
        residence: '230102004',
        birthDate: '1956-03-08',
        firstContact: true,
        emergencyContact: true,
      },
    ],
    hints: [{ icon: 'time', title: '冬天起得晚', detail: '十点以后去' }],
    visitors: [byWenJun],
    visits: recorded({
      of: 'heilongjiang/mengxianguo',
      ...{ today, every: 'month', since: SINCE, visitor: byWenJun.visitor, times: ['10:30', '10:45'] },
      seen: (ago) => ({
        ...(ago === 5 ? { electricity: 'fairly-safe', 'electricity-note': '电暖气和电锅插在一个插线板上' } : {}),
        ...(ago === 2 ? { spirits: 'worse', 'care-given': '陪他下了一盘棋' } : {}),
        ...(ago === 1 ? { spirits: 'better' } : {}),
      }),
      followUps: {
        5: [
          {
            matter: 'electrical-safety',
            acknowledgement: { by: LIANG_BING, days: 1 },
            closure: { by: LIANG_BING, note: '物业电工换了插线板，两样电器分开接', days: 2 },
          },
        ],
        2: [
          {
            matter: 'spirits',
            acknowledgement: { by: LIANG_BING, days: 1 },
            closure: { by: LIANG_BING, note: '约他每周三到社区活动室下棋，妹妹也来看过', days: 8 },
          },
        ],
      },
    }),
  });
}

/** In no category of the province, added by the district with a reason. */
function langShufen(today: string): DemoElder {
  return cast.elder({
    key: 'langshufen',
    name: '郎淑芬',
    sex: 'female',
    born: '1959-12-01',
    phone: '2030',
    community: HEXIE,
    address: '哈平路 66 号 3 单元 203',
    registeredOn: periodStart('month', today, SINCE),
    traits: {
      maritalStatus: 'divorced',
      locallyDesignated: { reason: '一个人照料智力残疾的儿子，自己有心脏病' },
    },
    relatives: [
      {
        key: 'qilin',
        name: '齐林',
        relation: 'child',
        kinWord: '儿子',
        callsElder: '妈',
        livesWithElder: true,
        birthDate: '1986-07-02',
        ableToSupport: false,
      },
      {
        key: 'langshuqin',
        name: '郎淑琴',
        relation: 'sibling',
        kinWord: '姐姐',
        phone: '2031',
        residence: '230110003',
        birthDate: '1955-02-19',
        firstContact: true,
      },
    ],
    visitors: [byWenJun],
    visits: recorded({
      of: 'heilongjiang/langshufen',
      ...{ today, every: 'month', since: SINCE, visitor: byWenJun.visitor },
      seen: (ago) => ({
        ...(ago === 3 ? { benefits: 'may-qualify' } : {}),
      }),
      followUps: {
        3: [
          {
            matter: 'relief-policy',
            acknowledgement: { by: LIANG_BING, days: 2 },
            closure: { by: LIANG_BING, note: '帮着递了儿子的护理补贴申请，街道已经受理', days: 9 },
          },
        ],
      },
    }),
  });
}
