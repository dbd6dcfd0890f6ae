import { addDays } from '../../../../policy';
import { instant, lateLastWeek, periodStart } from '../calendar';
import type { DemoElder } from '../types';
import {
  byFengLi,
  byZhouMin,
  cast,
  DIANLIU,
  FENG_LI,
  LIU_FANG,
  WANG_JING,
  YAOJIA,
  ZHENG_JIANJUN,
  ZHOU_MIN,
} from './people';
import { recorded } from './record';

/** The families whose story is told to the end: who lives where, who visits, what was found and what became of it. */
export function families(today: string): DemoElder[] {
  return [liXiulan(today), sunGuiying(today), liuChanghe(today), chenYuzhen(today)];
}

/** 82, widowed, lives alone; her daughter is in Shanghai. The gas hose seen last week is the open matter. */
function liXiulan(today: string): DemoElder {
  const since = 26;
  return cast.elder({
    key: 'lixiulan',
    name: '李秀兰',
    sex: 'female',
    born: '1944-03-18',
    phone: '0100',
    community: DIANLIU,
    address: '3 号楼 2 单元 301',
    registeredOn: periodStart('week', today, since),
    traits: { maritalStatus: 'widowed', lacksDailyCare: true, entrustment: 'none' },
    relatives: [
      {
        key: 'wangjing',
        name: '王静',
        relation: 'child',
        kinWord: '女儿',
        callsElder: '妈妈',
        phone: '0101',
        residence: '310104013',
        birthDate: '1972-06-08',
        firstContact: true,
        emergencyContact: true,
        kinship: { status: 'confirmed', account: WANG_JING, confirmedBy: LIU_FANG },
      },
      {
        key: 'xujiayi',
        name: '徐佳怡',
        relation: 'grandchild',
        kinWord: '外孙女',
        callsElder: '姥姥',
        residence: '310104013',
        birthDate: '2001-11-02',
      },
    ],
    hints: [
      { icon: 'hearing', title: '听力不好', detail: '敲门听不见就多拍几下，进屋坐近了说' },
      { icon: 'walking', title: '走路扶助行器', detail: '应了声再等两三分钟，她自己过来开门' },
    ],
    visitors: [{ ...byZhouMin, word: '楼下邻居' }],
    wish: '上午九点以后来，中午要歇晌',
    visits: recorded({
      of: 'jinan/lixiulan',
      times: ['09:34', '09:48', '10:05', '09:26'],
      today,
      every: 'week',
      since,
      visitor: ZHOU_MIN,
      last: { ...lateLastWeek(today), unreached: true },
      seen: (ago) => ({
        mobility: ago > 5 ? 'good' : 'fair',
        ...(ago === 20 ? { homeHygiene: 'worse', careGiven: '腰疼拖不了地，帮着把厨房地面擦干了' } : {}),
        ...(ago === 17 || ago === 9 ? { homeHygiene: 'better' } : {}),
        ...(ago === 12 ? { spirits: 'worse', careGiven: '老姐妹搬走了，心里闷，陪她坐了半个多小时' } : {}),
        ...(ago === 11 ? { spirits: 'better' } : {}),
        ...(ago === 3 ? { helpWanted: ['medical-care'], careGiven: '降压药只剩一个星期的，记下了药名' } : {}),
        ...(ago === 0 ? { gas: 'fairly-safe', gasNote: '灶下的燃气软管旧了，摸着发硬' } : {}),
      }),
      followUps: {
        20: [
          {
            matter: 'home-hygiene',
            answer: { by: WANG_JING, choice: 'self', days: 1 },
            closure: { by: WANG_JING, note: '请了钟点工，每周三上午来打扫', days: 6 },
          },
        ],
        12: [
          {
            matter: 'spirits',
            answer: { by: WANG_JING, choice: 'self', days: 0.2 },
            closure: { by: WANG_JING, note: '接妈妈视频聊了，老姐妹搬走了心里闷，周末回去住了两天', days: 5 },
          },
        ],
        3: [
          {
            matter: 'medical-care',
            answer: { by: WANG_JING, choice: 'self', days: 0.3 },
            closure: { by: WANG_JING, note: '降压药买好寄到了，妈妈收到了', days: 2.5 },
          },
        ],
      },
    }),
  });
}

/** 79, severe loss of ability, at home alone while her grandson works. Nobody saw her last week. */
function sunGuiying(today: string): DemoElder {
  const since = 26;
  return cast.elder({
    key: 'sunguiying',
    name: '孙桂英',
    sex: 'female',
    born: '1947-05-06',
    phone: '0110',
    community: DIANLIU,
    address: '5 号楼 1 单元 102',
    registeredOn: periodStart('week', today, since),
    traits: {
      maritalStatus: 'widowed',
      ability: { level: 'severe', assessedOn: addDays(today, -160) },
      assistance: ['low-income-margin'],
    },
    relatives: [
      {
        key: 'zhengjianjun',
        name: '郑建军',
        relation: 'child',
        kinWord: '儿子',
        callsElder: '妈',
        phone: '0111',
        residence: '370112013',
        birthDate: '1971-12-03',
        firstContact: true,
        kinship: { status: 'confirmed', account: ZHENG_JIANJUN, confirmedBy: LIU_FANG },
      },
      {
        key: 'zhenghao',
        name: '郑浩',
        relation: 'grandchild',
        kinWord: '孙子',
        callsElder: '奶奶',
        phone: '0112',
        livesWithElder: true,
        birthDate: '1999-04-17',
        emergencyContact: true,
      },
    ],
    hints: [
      { icon: 'door', title: '自己开不了门', detail: '先给孙子郑浩打电话，他在家或请对门帮着开' },
      { icon: 'time', title: '下午四点以后家里有人', detail: '孙子上早班，午后到家' },
    ],
    visitors: [byZhouMin],
    wish: '下午四点以后来',
    visits: recorded({
      of: 'jinan/sunguiying',
      times: ['16:10', '16:35', '16:22'],
      today,
      every: 'week',
      since,
      visitor: ZHOU_MIN,
      missed: [1, 8],
      signature: 'mark',
      seen: (ago) => ({
        mobility: ago >= 26 ? 'poor' : 'fair',
        ...(ago === 15 ? { spirits: 'worse' } : {}),
        ...(ago === 13 || ago === 4 ? { spirits: 'better' } : {}),
        ...(ago === 14
          ? { electricity: 'fairly-safe', electricityNote: '电热毯和小太阳插在同一个插线板上，插头发烫' }
          : {}),
        ...(ago === 7 ? { personalHygiene: 'worse', careGiven: '孙子上班，擦洗顾不上，帮她擦了脸和手' } : {}),
        ...(ago === 5 ? { personalHygiene: 'better' } : {}),
      }),
      followUps: {
        26: [
          {
            matter: 'mobility',
            answer: { by: ZHENG_JIANJUN, choice: 'community', days: 0.3 },
            acknowledgement: { by: LIU_FANG, days: 1 },
            closure: { by: LIU_FANG, note: '约了康复师上门，教她扶着床边站，现在能从床上挪到轮椅', days: 5 },
          },
        ],
        15: [
          {
            matter: 'spirits',
            answer: { by: ZHENG_JIANJUN, choice: 'self', days: 0.5 },
            closure: { by: ZHENG_JIANJUN, note: '这两周每天下班过去陪她吃饭，话多起来了', days: 9 },
          },
        ],
        14: [
          {
            matter: 'electrical-safety',
            answer: { by: ZHENG_JIANJUN, choice: 'community', days: 0.4 },
            acknowledgement: { by: LIU_FANG, days: 1 },
            closure: { by: LIU_FANG, note: '物业电工上门，换了带开关的插座，两样电器分开接', days: 2.5 },
          },
        ],
        7: [
          {
            matter: 'personal-hygiene',
            answer: { by: ZHENG_JIANJUN, choice: 'community', days: 1 },
            acknowledgement: { by: LIU_FANG, days: 1.5 },
            closure: { by: LIU_FANG, note: '助浴员每周二上门一次，护士看过后背，没有破损', days: 8 },
          },
        ],
      },
    }),
  });
}

/** 71, widowed, alone and lively. His daughter used the invitation and waits for the community. */
function liuChanghe(today: string): DemoElder {
  const since = 6;
  return cast.elder({
    key: 'liuchanghe',
    name: '刘长河',
    sex: 'male',
    born: '1955-01-20',
    phone: '0120',
    community: DIANLIU,
    address: '3 号楼 4 单元 502',
    registeredOn: periodStart('month', today, since),
    traits: { maritalStatus: 'widowed', ability: { level: 'intact', assessedOn: addDays(today, -120) } },
    relatives: [
      {
        key: 'liuyang',
        name: '刘洋',
        relation: 'child',
        kinWord: '女儿',
        callsElder: '爸',
        phone: '0121',
        residence: '370114001',
        birthDate: '1983-09-12',
        firstContact: true,
        kinship: {
          status: 'awaiting',
          account: cast.accountId('liuyang'),
          acceptedAt: instant(addDays(today, -1), '20:14'),
        },
      },
    ],
    hints: [{ icon: 'time', title: '上午常不在家', detail: '九点到十一点在公园下棋，午饭前回来' }],
    visitors: [byZhouMin],
    visits: recorded({
      of: 'jinan/liuchanghe',
      times: ['14:40', '15:15'],
      today,
      every: 'month',
      since,
      visitor: ZHOU_MIN,
      seen: (ago) => ({
        ...(ago === 5 ? { fire: 'fairly-safe', fireNote: '门口楼道里堆着纸箱和旧木板' } : {}),
        ...(ago === 2 ? { spirits: 'better' } : {}),
      }),
      followUps: {
        5: [
          {
            matter: 'fire-safety',
            acknowledgement: { by: LIU_FANG, days: 1 },
            closure: { by: LIU_FANG, note: '和老人一起清走了，物业贴了提醒', days: 3 },
          },
        ],
      },
    }),
  });
}

/** 86, alone, severe physical disability: entrusted to an agency, whose monthly contact is recorded here. */
function chenYuzhen(today: string): DemoElder {
  const since = 6;
  return cast.elder({
    key: 'chenyuzhen',
    name: '陈玉珍',
    sex: 'female',
    born: '1940-10-25',
    phone: '0130',
    community: YAOJIA,
    address: '7 号楼 1 单元 101',
    registeredOn: periodStart('month', today, since),
    traits: {
      maritalStatus: 'never-married',
      lacksDailyCare: true,
      disability: { kinds: ['physical'], grade: 1, validUntil: addDays(today, 1740) },
      limitedMobility: true,
      entrustment: 'active',
    },
    relatives: [
      {
        key: 'chenzhigang',
        name: '陈志刚',
        relation: 'other',
        kinWord: '侄子',
        callsElder: '姑姑',
        phone: '0131',
        residence: '370104002',
        birthDate: '1969-03-30',
        firstContact: true,
        kinship: {
          status: 'confirmed',
          account: cast.accountId('chenzhigang'),
          confirmedBy: cast.accountId('mengxiaoyan'),
        },
      },
    ],
    hints: [{ icon: 'walking', title: '坐轮椅', detail: '门没有门槛，轮椅停在门后，推门轻一点' }],
    visitors: [byFengLi],
    visits: recorded({
      of: 'jinan/chenyuzhen',
      today,
      every: 'month',
      since,
      visitor: FENG_LI,
      signature: 'mark',
      seen: (ago) => ({
        mobility: 'fair',
        ...(ago === 4 ? { indoorEnvironment: 'worse', careGiven: '卫生间没有扶手，陪她试了试坐便椅' } : {}),
        ...(ago === 3 ? { indoorEnvironment: 'better' } : {}),
      }),
      followUps: {
        4: [
          {
            matter: 'indoor-environment',
            acknowledgement: { by: cast.accountId('mengxiaoyan'), days: 1 },
            closure: { by: cast.accountId('mengxiaoyan'), note: '申请了居家适老化改造，卫生间装了两道扶手', days: 10 },
          },
        ],
      },
    }),
  });
}
