import type { DemoAccount, DemoAssignment } from '../types';
import { Cast, type AccountStory } from '../cast';

export const cast = new Cast('jinan', 'jinan');

/** 甸柳新村第一社区居民委员会，甸柳街道 */
export const DIANLIU = '370102009002';
/** 姚家社区居民委员会，姚家街道 */
export const YAOJIA = '370102011024';
const DIANLIU_STREET = '370102009';
export const LIXIA_DISTRICT = '370102';

const STAFF: AccountStory[] = [
  {
    key: 'zhoumin',
    name: '周敏',
    phone: '0001',
    memberships: [{ role: 'visitor', division: DIANLIU, body: 'neighbour' }],
    persona: {
      role: '探访员，楼下邻居',
      story: '退休前教小学，住在李秀兰家楼下，看着三位老人。孙桂英上周没见到，今天先去她家。',
    },
  },
  {
    key: 'maguoqiang',
    name: '马国强',
    phone: '0002',
    memberships: [{ role: 'visitor', division: DIANLIU, body: 'grid' }],
    persona: {
      role: '探访员，网格员',
      story: '管着甸柳新村第一社区的一个网格，八位老人归他探访，有每周的，也有每月的。',
    },
  },
  {
    key: 'fengli',
    name: '冯丽',
    phone: '0003',
    memberships: [{ role: 'visitor', division: YAOJIA, body: 'social-work' }],
    persona: { role: '探访员，社工', story: '姚家街道社工站的社工，去的都是姚家社区的老人，看不到甸柳这边的。' },
  },
  {
    key: 'liufang',
    name: '刘芳',
    phone: '0004',
    memberships: [{ role: 'community', division: DIANLIU }],
    persona: {
      role: '社区工作人员，甸柳新村第一社区',
      story: '早上先看谁没见到、哪件事没人接。刘洋想绑定父亲，等她核实；还有几位老人没登记第一联系人。',
    },
  },
  {
    key: 'mengxiaoyan',
    name: '孟晓燕',
    phone: '0005',
    memberships: [{ role: 'community', division: YAOJIA }],
    persona: {
      role: '社区工作人员，姚家社区',
      story: '和刘芳同区不同街道，只管姚家社区的老人。宋为民上个月住院，由冯丽打电话问候。',
    },
  },
  {
    key: 'tianjun',
    name: '田军',
    phone: '0006',
    memberships: [{ role: 'street', division: DIANLIU_STREET }],
    persona: {
      role: '街道工作人员，甸柳街道',
      story: '盯着全街道有没有人漏访、哪件事超了时限。韩𬭎看病花销大，社区接了没能按时办好，转到他这里了。',
    },
  },
  {
    key: 'hanlixin',
    name: '韩立新',
    phone: '0007',
    memberships: [{ role: 'district', division: LIXIA_DISTRICT }],
    persona: {
      role: '区里工作人员，历下区',
      story: '看两个街道的底数和探访率。方案没写明的他替区里定：委托了的 80 岁以上老人，改成半个月联系一次。',
    },
  },
];

const FAMILIES: AccountStory[] = [
  {
    key: 'wangjing',
    name: '王静',
    phone: '0101',
    persona: {
      role: '女儿，第一联系人，在上海',
      story: '母亲李秀兰 82 岁，一个人住在济南。探访看出了什么，她在微信里第一个知道，拿主意的也是她。',
    },
  },
  {
    key: 'zhengjianjun',
    name: '郑建军',
    phone: '0111',
    persona: {
      role: '儿子，第一联系人，在济南高新区',
      story: '母亲孙桂英重度失能，和他儿子郑浩同住。别人家的老人，他一位也看不到。',
    },
  },
  {
    key: 'liuyang',
    name: '刘洋',
    phone: '0121',
    persona: { role: '女儿，等社区核实', story: '用邀请码绑定了父亲刘长河，社区还没核实，所以现在什么也看不到。' },
  },
  { key: 'chenzhigang', name: '陈志刚', phone: '0131' },
  { key: 'quhongmei', name: '曲红梅', phone: '0231' },
];

export const accounts: DemoAccount[] = [...STAFF, ...FAMILIES].map((story) => cast.account(story));

export const ZHOU_MIN = cast.accountId('zhoumin');
export const MA_GUOQIANG = cast.accountId('maguoqiang');
export const FENG_LI = cast.accountId('fengli');
export const LIU_FANG = cast.accountId('liufang');
export const MENG_XIAOYAN = cast.accountId('mengxiaoyan');
export const HAN_LIXIN = cast.accountId('hanlixin');
export const WANG_JING = cast.accountId('wangjing');
export const ZHENG_JIANJUN = cast.accountId('zhengjianjun');

export const byZhouMin: DemoAssignment = { visitor: ZHOU_MIN, word: '邻居' };
export const byMaGuoqiang: DemoAssignment = { visitor: MA_GUOQIANG, word: '网格员' };
export const byFengLi: DemoAssignment = { visitor: FENG_LI, word: '社工' };
