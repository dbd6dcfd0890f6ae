import { addDays } from '../../../policy';
import { Cast } from './cast';
import { periodStart } from './calendar';
import type { DemoAssignment, DemoElder, DemoPlace } from './types';

const cast = new Cast('heilongjiang', 'heilongjiang');

/** 和谐社区居委会，哈尔滨市南岗区保健路街道 */
const HEXIE = '230103017004';

const byWenJun: DemoAssignment = { visitor: cast.accountId('wenjun'), word: '包联干部' };
const LIANG_BING = cast.accountId('liangbing');

const accounts = [
  cast.account({
    key: 'wenjun',
    name: '文军',
    phone: '2001',
    memberships: [{ role: 'visitor', division: HEXIE, body: 'cadre' }],
    persona: { role: '探访员，包联干部', story: '包联和谐社区三户老人，降温前要多走一趟。' },
  }),
  cast.account({
    key: 'liangbing',
    name: '梁冰',
    phone: '2002',
    memberships: [{ role: 'community', division: HEXIE }],
    persona: { role: '社区工作人员，和谐社区', story: '于桂芝的紧急联系人是外甥，有事他和女儿都要告诉。' },
  }),
  cast.account({
    key: 'gaoyan',
    name: '高燕',
    phone: '2011',
    persona: { role: '女儿，第一联系人', story: '和完全失能的母亲于桂芝住在一起，白天上班。' },
  }),
];

/**
 * 黑龙江省: disabled elders are seen every month at least, and the emergency contact is told as well.
 * @param today calendar date in Asia/Shanghai
 */
export function heilongjiang(today: string): DemoPlace {
  return {
    packId: 'heilongjiang',
    name: '黑龙江省',
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
    registeredOn: periodStart('month', today, 6),
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
      },
    ],
    hints: [{ icon: 'door', title: '自己起不来', detail: '白天护理员在，按门铃说是社区的' }],
    visitors: [byWenJun],
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
    registeredOn: periodStart('month', today, 6),
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
    registeredOn: periodStart('month', today, 6),
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
  });
}
