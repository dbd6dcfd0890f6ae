import type { Answers } from '@tanfang/shared';
import { addDays } from '../../../policy';
import { Cast } from './cast';
import { periodStart } from './calendar';
import { recordedOn } from './observed';
import type { DemoAssignment, DemoElder, DemoPlace } from './types';

const cast = new Cast('liaoning', 'liaoning');

/** 敖罕屯村委会，沈阳市康平县方家屯镇 */
const AOHANTUN = '210123103204';
/** 文安路社区，沈阳市和平区南湖街道 */
const WENANLU = '210102019009';

const AI_XINHUA = cast.accountId('aixinhua');
const SHANG_JIE = cast.accountId('shangjie');
const byBaoShan: DemoAssignment = { visitor: cast.accountId('baoshan'), word: '驻村干部' };
const byCuiYing: DemoAssignment = { visitor: cast.accountId('cuiying'), word: '网格员' };

const recorded = recordedOn({
  form: { id: 'liaoning-visit-record', version: 1 },
  calm: { fire: 'safe', satisfaction: 'satisfied' },
});
const SINCE = 6;

/** What the fields ask for on a date. */
function fieldWork(on: string): Answers {
  const month = Number(on.slice(5, 7));
  if (month >= 3 && month <= 5) return { 'production-help': ['spring-sowing'] };
  return { 'production-help': [month >= 8 && month <= 10 ? 'autumn-harvest' : 'means-of-production'] };
}

const accounts = [
  cast.account({
    key: 'baoshan',
    name: '包山',
    phone: '3001',
    memberships: [{ role: 'visitor', division: AOHANTUN, body: 'village-team' }],
    persona: { role: '探访员，驻村工作队', story: '敖罕屯两户老人归他看，春播秋收缺不缺人手也要问。' },
  }),
  cast.account({
    key: 'cuiying',
    name: '崔英',
    phone: '3002',
    memberships: [{ role: 'visitor', division: WENANLU, body: 'grid' }],
  }),
  cast.account({
    key: 'aixinhua',
    name: '艾新华',
    phone: '3003',
    memberships: [{ role: 'community', division: AOHANTUN }],
    persona: { role: '村委会工作人员，敖罕屯村', story: '佟桂荣家六亩玉米地缺人手，要找合作社帮忙。' },
  }),
  cast.account({
    key: 'shangjie',
    name: '尚洁',
    phone: '3004',
    memberships: [{ role: 'community', division: WENANLU }],
  }),
  cast.account({
    key: 'yanhong',
    name: '阎红',
    phone: '3005',
    memberships: [{ role: 'street', division: '210123103' }],
    persona: { role: '镇里工作人员，方家屯镇', story: '看全镇哪个村漏了访，村里办不了的事接到她这里。' },
  }),
  cast.account({
    key: 'wangzhenxing',
    name: '王振兴',
    phone: '3011',
    persona: { role: '儿子，第一联系人，在大连打工', story: '母亲佟桂荣在村里，他一年回两趟家。' },
  }),
];

/**
 * 辽宁省: a village where the fields ask for help as well, and a city community.
 * @param today calendar date in Asia/Shanghai
 */
export function liaoning(today: string): DemoPlace {
  return {
    packId: 'liaoning',
    name: '辽宁',
    lead: '记录表有六个部分，种地、收庄稼缺不缺人手也要问。',
    divisionsFile: 'liaoning',
    communities: [AOHANTUN, WENANLU],
    people: { accounts, elders: [tongGuirong(today), guanChanglin(today), baiYulan(today)] },
  };
}

/** 76, widowed, six mu of maize and a son in Dalian: 独居, 留守, and 生产帮助. */
function tongGuirong(today: string): DemoElder {
  const lately = addDays(today, -4);
  return cast.elder({
    key: 'tongguirong',
    name: '佟桂荣',
    sex: 'female',
    born: '1950-08-30',
    phone: '3010',
    community: AOHANTUN,
    address: '东头第三户 12 号',
    place: '村东头第三户',
    registeredOn: periodStart('month', today, SINCE),
    traits: { maritalStatus: 'widowed', lacksDailyCare: true, assistance: ['minimum-living'] },
    relatives: [
      {
        key: 'wangzhenxing',
        name: '王振兴',
        relation: 'child',
        kinWord: '儿子',
        callsElder: '妈',
        phone: '3011',
        residence: '210211004',
        birthDate: '1975-04-11',
        awaySince: '2019-03-01',
        firstContact: true,
        emergencyContact: true,
        kinship: {
          status: 'confirmed',
          account: cast.accountId('wangzhenxing'),
          confirmedBy: cast.accountId('aixinhua'),
        },
      },
    ],
    hints: [
      { icon: 'dog', title: '院里有狗', detail: '在大门外喊一声，等她出来' },
      { icon: 'time', title: '农忙在地里', detail: '春播秋收时傍晚去' },
    ],
    visitors: [byBaoShan],
    visits: recorded({
      of: 'liaoning/tongguirong',
      ...{ today, every: 'month', since: SINCE, visitor: byBaoShan.visitor, times: ['16:20', '15:40'] },
      last: { on: lately },
      // In the busy season a call is all she wants.
      mode: (ago) => (ago === 3 ? 'phone' : 'on-site'),
      seen: (ago) => ({
        ...(ago === SINCE ? { 'drinking-water': 'safe', 'household-electricity': 'safe', house: 'safe' } : {}),
        ...{ 'monthly-income': 830, 'monthly-benefits': '低保 620 元，养老金 210 元' },
        ...{ 'support-bodies': ['street-and-committee'], 'support-person': '艾新华' },
        ...(ago === 4 ? { house: 'unsafe', 'care-given': '西屋房顶漏雨，先盖了塑料布' } : {}),
        ...(ago === 0 ? fieldWork(lately) : {}),
      }),
      followUps: {
        4: [
          {
            matter: 'housing-safety',
            answer: { by: cast.accountId('wangzhenxing'), choice: 'community', days: 0.5 },
            acknowledgement: { by: AI_XINHUA, days: 0.8 },
            closure: { by: AI_XINHUA, note: '村里找了瓦匠换瓦，镇里补了一半的钱', days: 2.5 },
          },
        ],
        0: [{ matter: 'production-help', acknowledgement: { by: AI_XINHUA, days: 1 } }],
      },
    }),
    wish: '农忙时打电话就行',
  });
}

/** 72, with his wife, the daughter in the county town. */
function guanChanglin(today: string): DemoElder {
  return cast.elder({
    key: 'guanchanglin',
    name: '关长林',
    sex: 'male',
    born: '1954-03-06',
    phone: '3020',
    community: AOHANTUN,
    address: '西头 31 号',
    place: '村西头，红铁门',
    registeredOn: periodStart('month', today, SINCE),
    traits: { maritalStatus: 'married' },
    relatives: [
      {
        key: 'natongyun',
        name: '那桐云',
        relation: 'spouse',
        kinWord: '老伴',
        phone: '3021',
        livesWithElder: true,
        birthDate: '1955-12-15',
      },
      {
        key: 'guanxiaomei',
        name: '关晓梅',
        relation: 'child',
        kinWord: '女儿',
        callsElder: '爸',
        phone: '3022',
        residence: '210123002',
        birthDate: '1982-06-01',
        firstContact: true,
      },
    ],
    visitors: [byBaoShan],
    visits: recorded({
      of: 'liaoning/guanchanglin',
      ...{ today, every: 'month', since: SINCE, visitor: byBaoShan.visitor, times: ['10:10'] },
      seen: (ago) => ({
        ...{ 'monthly-income': 2600, 'monthly-benefits': '两人养老金，高龄津贴还没到岁数' },
        ...(ago === 2 ? { fire: 'fairly-safe', 'fire-note': '灶口边上堆着玉米秆' } : {}),
      }),
      followUps: {
        2: [
          {
            matter: 'fire-safety',
            acknowledgement: { by: AI_XINHUA, days: 1 },
            closure: { by: AI_XINHUA, note: '和老两口一起挪到了院墙外', days: 2 },
          },
        ],
      },
    }),
  });
}

/** 69, deaf since childhood, in the city with her son. */
function baiYulan(today: string): DemoElder {
  return cast.elder({
    key: 'baiyulan',
    name: '白玉兰',
    sex: 'female',
    born: '1957-05-10',
    community: WENANLU,
    address: '文安路 21 号 2 单元 402',
    registeredOn: periodStart('month', today, SINCE),
    traits: {
      maritalStatus: 'widowed',
      disability: { kinds: ['hearing'], grade: 2, validUntil: addDays(today, 900) },
    },
    relatives: [
      {
        key: 'jinlei',
        name: '金磊',
        relation: 'child',
        kinWord: '儿子',
        callsElder: '妈',
        phone: '3031',
        livesWithElder: true,
        birthDate: '1984-01-28',
        firstContact: true,
        emergencyContact: true,
      },
    ],
    hints: [{ icon: 'hearing', title: '听不见', detail: '按门铃会亮灯，带纸笔' }],
    visitors: [byCuiYing],
    visits: recorded({
      of: 'liaoning/baiyulan',
      ...{ today, every: 'month', since: SINCE, visitor: byCuiYing.visitor, times: ['09:40', '14:20'] },
      seen: (ago) => ({
        ...{ 'monthly-income': 4100, 'monthly-benefits': '养老金 3900 元，残疾人补贴 200 元' },
        ...(ago === 2 ? { 'help-wanted': ['companionship'], 'care-given': '写字聊了半个钟头' } : {}),
      }),
      followUps: {
        2: [
          {
            matter: 'companionship',
            acknowledgement: { by: SHANG_JIE, days: 1 },
            closure: { by: SHANG_JIE, note: '请了会手语的志愿者，每周六来一次', days: 9 },
          },
        ],
      },
    }),
  });
}
