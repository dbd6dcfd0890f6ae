import { addDays } from '../../../../policy';
import { instant } from '../calendar';
import type { ElderStory } from '../cast';
import { byFengLi, MENG_XIAOYAN, YAOJIA } from './people';
import { visited } from './visited';

/** The other elders of 姚家社区, in another street, on 冯丽's round. */
export function inYaojia(today: string): ElderStory[] {
  return [
    visited(
      today,
      {
        key: 'gaodefa',
        name: '高德发',
        sex: 'male',
        born: '1958-05-15',
        phone: '0300',
        community: YAOJIA,
        address: '12 号楼 2 单元 203',
        traits: { maritalStatus: 'married', onlyChild: { status: 'deceased', laterChild: false } },
        relatives: [
          {
            key: 'yinguihua',
            name: '尹桂花',
            relation: 'spouse',
            kinWord: '老伴',
            phone: '0301',
            livesWithElder: true,
            birthDate: '1960-02-28',
          },
        ],
        hints: [{ icon: 'speech', title: '别提孩子', detail: '聊花和菜，老两口爱听' }],
        wish: '只要熟人来，先打电话',
      },
      {
        every: 'month',
        since: 6,
        by: byFengLi,
        last: { on: addDays(today, -5) },
        seen: (ago) => ({
          ...(ago === 5 ? { spirits: 'worse' } : ago === 3 ? { spirits: 'better' } : {}),
          ...(ago === 0 ? { helpWanted: ['companionship'], careGiven: '帮着给阳台的花换了土' } : {}),
        }),
        followUps: {
          0: [{ matter: 'companionship', acknowledgement: { by: MENG_XIAOYAN, days: 1 } }],
          5: [
            {
              matter: 'spirits',
              acknowledgement: { by: MENG_XIAOYAN, days: 1 },
              closure: { by: MENG_XIAOYAN, note: '联系了计生特殊家庭联系人，街道心理咨询师每两周上门一次', days: 9 },
            },
          ],
        },
      },
    ),
    visited(
      today,
      {
        key: 'qinfuhai',
        name: '秦福海',
        sex: 'male',
        born: '1956-07-21',
        phone: '0305',
        community: YAOJIA,
        address: '9 号楼 1 单元 502',
        traits: { maritalStatus: 'married' },
        relatives: [
          {
            key: 'xuelian',
            name: '薛莲',
            relation: 'spouse',
            kinWord: '老伴',
            phone: '0306',
            livesWithElder: true,
            birthDate: '1958-10-30',
          },
          {
            key: 'qinlan',
            name: '秦岚',
            relation: 'child',
            kinWord: '女儿',
            callsElder: '爸',
            phone: '0307',
            residence: '370214001',
            birthDate: '1984-02-16',
            firstContact: true,
          },
        ],
      },
      {
        every: 'month',
        since: 6,
        by: byFengLi,
        last: { on: addDays(today, -2) },
        seen: (ago) => (ago === 0 ? { helpWanted: ['care-policy'], careGiven: '老两口问起助餐和家政怎么申请' } : {}),
      },
    ),
    visited(
      today,
      {
        key: 'zhousuqin',
        name: '周素琴',
        sex: 'female',
        born: '1942-01-08',
        phone: '0310',
        community: YAOJIA,
        address: '9 号楼 3 单元 102',
        traits: { maritalStatus: 'widowed', lacksDailyCare: true },
        relatives: [
          {
            key: 'gaomin',
            name: '高敏',
            relation: 'child',
            kinWord: '女儿',
            callsElder: '妈',
            phone: '0311',
            residence: '370112002',
            birthDate: '1967-09-01',
            firstContact: true,
            kinship: { status: 'invited', invitedAt: instant(addDays(today, -2), '10:20') },
          },
        ],
        hints: [{ icon: 'hearing', title: '左耳听不见', detail: '坐到她右边说话' }],
      },
      {
        every: 'week',
        since: 12,
        by: byFengLi,
        seen: (ago) => ({
          ...(ago === 9 || ago === 2 ? { spirits: 'worse' } : {}),
          ...(ago === 2
            ? {
                familyContact: 'seldom',
                familyDuty: 'partly',
                familyDutyNote: '老人说女儿三个月没来，电话也少，说着掉了泪',
              }
            : {}),
        }),
        followUps: {
          2: [
            {
              matter: 'spirits',
              acknowledgement: { by: MENG_XIAOYAN, days: 1 },
              closure: { by: MENG_XIAOYAN, note: '接她到社区包了两次饺子，剪纸班的老姐妹常来坐坐', days: 6 },
            },
            {
              matter: 'family-contact',
              acknowledgement: { by: MENG_XIAOYAN, days: 1 },
              closure: { by: MENG_XIAOYAN, note: '和女儿高敏通了电话，她说好每周六来一趟', days: 7 },
            },
            {
              matter: 'family-duty',
              acknowledgement: { by: MENG_XIAOYAN, days: 1 },
              closure: { by: MENG_XIAOYAN, note: '提醒沟通过，女儿上门看了老人，社区下个月再问一次', days: 8 },
            },
          ],
          9: [
            {
              matter: 'spirits',
              acknowledgement: { by: MENG_XIAOYAN, days: 1 },
              closure: { by: MENG_XIAOYAN, note: '冯丽陪聊了两次，约她参加社区剪纸', days: 8 },
            },
          ],
        },
      },
    ),
    visited(
      today,
      {
        key: 'songweimin',
        name: '宋为民',
        sex: 'male',
        born: '1949-12-05',
        phone: '0315',
        community: YAOJIA,
        address: '11 号楼 2 单元 301',
        traits: { maritalStatus: 'married' },
        relatives: [
          {
            key: 'duanmeiling',
            name: '段美玲',
            relation: 'spouse',
            kinWord: '老伴',
            phone: '0316',
            livesWithElder: true,
            birthDate: '1951-03-18',
          },
          {
            key: 'songyang',
            name: '宋阳',
            relation: 'child',
            kinWord: '儿子',
            callsElder: '爸',
            phone: '0317',
            residence: '120101003',
            birthDate: '1977-06-24',
            firstContact: true,
          },
        ],
      },
      {
        every: 'month',
        since: 6,
        by: byFengLi,
        mode: (ago) => (ago === 1 ? 'phone' : 'on-site'),
        seen: (ago) => (ago === 1 ? { careGiven: '他因肺炎住院，老伴陪着；电话里有说有笑，家里水电气都关好了' } : {}),
      },
    ),
    visited(
      today,
      {
        key: 'maimaiti',
        name: '买买提·吐尔逊',
        sex: 'male',
        born: '1957-03-21',
        phone: '0320',
        community: YAOJIA,
        address: '3 号楼 1 单元 104',
        callName: '买买提大叔',
        traits: { maritalStatus: 'divorced' },
        relatives: [
          {
            key: 'ayinuer',
            name: '阿依努尔·买买提',
            relation: 'child',
            kinWord: '女儿',
            callsElder: '爸爸',
            phone: '0321',
            residence: '650102004',
            birthDate: '1986-05-05',
            firstContact: true,
          },
        ],
        hints: [{ icon: 'language', title: '说维吾尔语', detail: '普通话慢慢说听得懂；进门换鞋，送吃的要清真' }],
      },
      { every: 'month', since: 4, by: byFengLi },
    ),
    visited(
      today,
      {
        key: 'xuchangshun',
        name: '徐长顺',
        sex: 'male',
        born: '1941-09-09',
        phone: '0325',
        community: YAOJIA,
        address: '5 号楼 4 单元 201',
        traits: {
          maritalStatus: 'widowed',
          disability: { kinds: ['hearing', 'speech'], grade: 2, validUntil: addDays(today, 2590) },
          contracts: ['home-care-bed'],
        },
        relatives: [
          {
            key: 'xujianguo',
            name: '徐建国',
            relation: 'child',
            kinWord: '儿子',
            callsElder: '爹',
            phone: '0326',
            livesWithElder: true,
            birthDate: '1966-10-01',
            firstContact: true,
            emergencyContact: true,
          },
        ],
        hints: [{ icon: 'hearing', title: '听不见，也说不清', detail: '门铃连着灯；带纸笔，写大一点' }],
      },
      { every: 'week', since: 8, by: byFengLi, thisPeriod: true, signature: 'proxy' },
    ),
    {
      key: 'luxiuyun',
      name: '鲁秀云',
      sex: 'female',
      born: '1961-03-12',
      phone: '0330',
      community: YAOJIA,
      address: '5 号楼 4 单元 302',
      registeredOn: addDays(today, -40),
      doorCode: false,
      traits: { maritalStatus: 'widowed', ability: { level: 'intact', assessedOn: addDays(today, -40) } },
      relatives: [
        {
          key: 'panlei',
          name: '潘磊',
          relation: 'child',
          kinWord: '儿子',
          callsElder: '妈',
          phone: '0331',
          livesWithElder: true,
          birthDate: '1985-12-12',
          firstContact: true,
        },
      ],
    },
  ];
}
