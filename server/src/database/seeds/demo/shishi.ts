import type { Answers } from '@tanfang/shared';
import { addDays } from '../../../policy';
import { stableId } from '../stable-id';
import { instant, periodStart } from './calendar';
import { Cast } from './cast';
import { recordedOn } from './observed';
import type { DemoAssignment, DemoElder, DemoPlace, DemoSheet } from './types';

const cast = new Cast('shishi', 'shishi');

/** 古浮村委会，石狮市祥芝镇 */
const GUFU = '350581103204';
/** 林边社区居委会，石狮市湖滨街道 */
const LINBIAN = '350581001010';

const SHI_QINGSHAN = cast.accountId('shiqingshan');
const WU_YATING = cast.accountId('wuyating');
const byCaiMeihong: DemoAssignment = { visitor: cast.accountId('caimeihong'), word: '志愿者' };
const byQiuShaohua: DemoAssignment = { visitor: cast.accountId('qiushaohua'), word: '社工' };

const recorded = recordedOn({ form: { id: 'shishi-visit-record', version: 1 } });
const SINCE = 6;

/** 附件3, filled at home two days after the elder was found. */
function registered(key: string, today: string, by: string, answers: Answers): DemoSheet {
  return {
    id: stableId(`shishi/sheet/${key}/1`),
    kind: 'registration',
    form: { id: 'shishi-registration', version: 2 },
    ...{ by, answers, at: instant(addDays(periodStart('month', today, SINCE), 2), '10:30') },
  };
}

const accounts = [
  cast.account({
    key: 'caimeihong',
    name: '蔡美红',
    phone: '4001',
    memberships: [{ role: 'visitor', division: GUFU, body: 'volunteer' }],
    persona: {
      role: '探访员，村里的志愿者',
      story: '开小卖部，每月去看蔡金土和施玉英。施玉英的信息登记表还没填，等她上门。',
    },
  }),
  cast.account({
    key: 'qiushaohua',
    name: '邱少华',
    phone: '4002',
    memberships: [{ role: 'visitor', division: LINBIAN, body: 'social-work' }],
  }),
  cast.account({
    key: 'shiqingshan',
    name: '施青山',
    phone: '4003',
    memberships: [{ role: 'community', division: GUFU }],
    persona: { role: '村委会工作人员，古浮村', story: '蔡金土是孤寡老人，特困申请刚递上去；他家的插座又该修了。' },
  }),
  cast.account({
    key: 'wuyating',
    name: '吴雅婷',
    phone: '4004',
    memberships: [{ role: 'community', division: LINBIAN }],
  }),
  cast.account({
    key: 'linzhiyuan',
    name: '林志远',
    phone: '4005',
    memberships: [{ role: 'street', division: '350581103' }],
    persona: { role: '镇里工作人员，祥芝镇', story: '看全镇的台账和登记表，村里没按时接的事会升到他这里。' },
  }),
  cast.account({
    key: 'shizhiqiang',
    name: '施志强',
    phone: '4011',
    persona: { role: '儿子，第一联系人，在广州做生意', story: '母亲施玉英留在村里，逢年过节才回来。' },
  }),
];

/**
 * 福建省石狮市: the one plan that knows 孤寡, with tiers ticked by staff.
 * @param today calendar date in Asia/Shanghai
 */
export function shishi(today: string): DemoPlace {
  return {
    packId: 'shishi',
    name: '石狮',
    lead: '先填信息登记表建档，再分重点和一般；孤寡老人只有这里的方案写到。',
    divisionsFile: 'shishi',
    communities: [GUFU, LINBIAN],
    people: { accounts, elders: [caiJintu(today), shiYuying(today), qiuWengui(today)] },
  };
}

/** 79, an old fisherman without anybody. */
function caiJintu(today: string): DemoElder {
  return cast.elder({
    key: 'caijintu',
    name: '蔡金土',
    sex: 'male',
    born: '1947-02-22',
    community: GUFU,
    address: '后厝 17 号',
    place: '妈祖宫后面第二间',
    registeredOn: periodStart('month', today, SINCE),
    traits: {
      maritalStatus: 'never-married',
      lacksDailyCare: true,
      incapableOfWork: true,
      staffTier: 'key',
      ability: { level: 'mild', assessedOn: addDays(today, -60) },
    },
    relatives: [],
    hints: [{ icon: 'language', title: '只说闽南话', detail: '请会说闽南话的人一起去' }],
    visitors: [byCaiMeihong],
    sheets: [
      registered('caijintu', today, byCaiMeihong.visitor, {
        ...{ 'past-illnesses': '风湿，阴天腿疼', 'disposable-income': 0, 'income-source': '没有收入，邻居接济' },
        members: [{ name: '蔡金土', sex: 'male', relation: '户主', health: '一般' }],
        ...{ 'drinking-water': 'safe', 'household-electricity': 'safe', house: 'safe', pension: 'none' },
        ...{ 'support-bodies': ['street-and-committee', 'volunteer'], 'support-person': '施青山' },
        'support-measures': '村里每月送米油，志愿者挑水',
      }),
    ],
    visits: recorded({
      of: 'shishi/caijintu',
      ...{ today, every: 'month', since: SINCE, visitor: byCaiMeihong.visitor, signature: 'mark' },
      last: { on: addDays(today, -2) },
      seen: (ago) => ({
        ...(ago === 5 ? { 'help-wanted': ['relief-policy'], 'care-given': '带了一袋米，帮他把水缸挑满' } : {}),
        ...(ago === 3 ? { 'home-hygiene': 'better' } : {}),
        ...(ago === 0 ? { electricity: 'fairly-safe', 'electricity-note': '灶边的插座松了，一碰就冒火星' } : {}),
      }),
      followUps: {
        5: [
          {
            matter: 'relief-policy',
            acknowledgement: { by: SHI_QINGSHAN, days: 1 },
            closure: { by: SHI_QINGSHAN, note: '问清了没有收入，帮他填好特困申请，递到镇里了', days: 10 },
          },
        ],
      },
    }),
  });
}

/** 73, both sons in business far away for years. */
function shiYuying(today: string): DemoElder {
  return cast.elder({
    key: 'shiyuying',
    name: '施玉英',
    sex: 'female',
    born: '1953-10-03',
    phone: '4010',
    community: GUFU,
    address: '新厝 45 号',
    place: '码头路口，白墙三层楼',
    registeredOn: periodStart('month', today, SINCE),
    traits: { maritalStatus: 'widowed', staffTier: 'general' },
    relatives: [
      {
        key: 'shizhiqiang',
        name: '施志强',
        relation: 'child',
        kinWord: '大儿子',
        callsElder: '阿母',
        phone: '4011',
        residence: '440106011',
        birthDate: '1976-11-18',
        awaySince: '2008-02-15',
        firstContact: true,
        emergencyContact: true,
        kinship: {
          status: 'confirmed',
          account: cast.accountId('shizhiqiang'),
          confirmedBy: cast.accountId('shiqingshan'),
        },
      },
      {
        key: 'shizhiyong',
        name: '施志勇',
        relation: 'child',
        kinWord: '小儿子',
        callsElder: '阿母',
        phone: '4012',
        birthDate: '1980-05-29',
        awaySince: '2015-06-01',
      },
    ],
    visitors: [byCaiMeihong],
    visits: recorded({
      of: 'shishi/shiyuying',
      ...{ today, every: 'month', since: SINCE, visitor: byCaiMeihong.visitor, times: ['16:20', '09:50'] },
      seen: (ago) => ({
        ...(ago === 4 ? { spirits: 'worse', 'care-given': '念叨两个儿子，陪她坐了一下午' } : {}),
        ...(ago === 2 ? { spirits: 'better' } : {}),
      }),
      followUps: {
        4: [
          {
            matter: 'spirits',
            answer: { by: cast.accountId('shizhiqiang'), choice: 'self', days: 0.3 },
            closure: { by: cast.accountId('shizhiqiang'), note: '教会阿母用视频，每晚都打一个', days: 4 },
          },
        ],
      },
    }),
  });
}

/** 68, with his wife; their only child is severely disabled. */
function qiuWengui(today: string): DemoElder {
  return cast.elder({
    key: 'qiuwengui',
    name: '邱文贵',
    sex: 'male',
    born: '1958-07-07',
    phone: '4020',
    community: LINBIAN,
    address: '林边小区 3 栋 502',
    registeredOn: periodStart('month', today, SINCE),
    traits: {
      maritalStatus: 'married',
      onlyChild: { status: 'disabled', disabilityGrade: 2, laterChild: false },
      staffTier: 'general',
    },
    relatives: [
      {
        key: 'huangliqin',
        name: '黄丽琴',
        relation: 'spouse',
        kinWord: '老伴',
        phone: '4021',
        livesWithElder: true,
        birthDate: '1961-09-14',
        firstContact: true,
      },
      {
        key: 'qiujunjie',
        name: '邱俊杰',
        relation: 'child',
        kinWord: '儿子',
        callsElder: '爸',
        livesWithElder: true,
        birthDate: '1988-03-23',
        ableToSupport: false,
      },
    ],
    visitors: [byQiuShaohua],
    sheets: [
      registered('qiuwengui', today, byQiuShaohua.visitor, {
        ...{ 'past-illnesses': '高血压', 'disposable-income': 2300, 'income-source': '退休金' },
        members: [
          { name: '邱文贵', sex: 'male', relation: '户主', health: '一般' },
          { name: '黄丽琴', sex: 'female', relation: '配偶', health: '良好' },
          { name: '邱俊杰', sex: 'male', relation: '儿子', health: '智力残疾二级', 'visits-often': 'yes' },
        ],
        ...{ 'drinking-water': 'safe', 'household-electricity': 'safe', house: 'safe' },
        ...{ 'monthly-income': 5200, pension: 'received', 'pension-monthly': 2300 },
        ...{ subsidies: '残疾人两项补贴', 'subsidies-monthly': 260 },
        ...{ 'support-bodies': ['social-worker'], 'support-person': '邱少华' },
      }),
    ],
    visits: recorded({
      of: 'shishi/qiuwengui',
      ...{ today, every: 'month', since: SINCE, visitor: byQiuShaohua.visitor, times: ['09:30'] },
      seen: (ago) => ({
        ...(ago === 3 ? { 'help-wanted': ['companionship'], 'care-given': '老两口说累，坐下来听他们讲' } : {}),
      }),
      followUps: {
        3: [
          {
            matter: 'companionship',
            acknowledgement: { by: WU_YATING, days: 1 },
            closure: { by: WU_YATING, note: '社工每两周来一次，儿子上了市里的日间照料', days: 10 },
          },
        ],
      },
    }),
  });
}
