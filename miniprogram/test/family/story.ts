import type { ReplyOf } from '@/api';
import type { Me } from '@/state';

type FamilyNeed = Extract<ReplyOf<'get', '/api/needs/{id}'>, { view: 'family' }>;

export const HOSE = '01KB2Z6QF3T9V8XW7M5N4P3R2S';
export const MOTHER = '01KB2Z6QF3T9V8XW7M5N4P3R00';

const lixiulan = {
  kinshipId: '01KB2Z6QF3T9V8XW7M5N4P3R01',
  elderId: MOTHER,
  elderName: '李秀兰',
  relation: 'child',
  kinWord: '女儿',
  callName: '妈妈',
  status: 'confirmed',
  firstContact: true,
} as const;

/** 王静 in Shanghai, whose mother lives alone in 济南. */
export const wangjing: Me = {
  account: { id: '01KB2Z6QF3T9V8XW7M5N4P3R02', name: '王静', phoneMasked: null },
  roles: [{ role: 'family', division: null }],
  kin: [lixiulan],
  demo: { phoneUrl: '/simulator/phones/wangjing', worldUrl: '/simulator/world/phones/wangjing' },
};

/** 刘洋 has used a code; the community has not confirmed her yet. */
export const liuyang: Me = {
  ...wangjing,
  account: { id: '01KB2Z6QF3T9V8XW7M5N4P3R03', name: '刘洋', phoneMasked: null },
  roles: [],
  kin: [{ ...lixiulan, elderName: '刘*河', callName: '爸爸', status: 'awaiting' }],
};

/** The hose under the stove is old; the visitor has closed the valve. */
export function hose(changes: Partial<FamilyNeed> = {}): FamilyNeed {
  return {
    view: 'family',
    id: HOSE,
    elder: { id: MOTHER, callName: '妈妈' },
    title: '燃气不安全，要处理',
    plain: '厨房燃气有隐患，要尽快修好或者换掉',
    status: 'open',
    yourTurn: true,
    wish: null,
    progress: '等您拿主意',
    wentUp: null,
    // A day that never passes while the tests run.
    answerBy: '2999-11-26',
    seenAt: Date.UTC(2026, 10, 24, 1, 43),
    safeNow: '我们请探访员当场先关上燃气阀门，打开门窗',
    words: '灶下的燃气软管裂了',
    choices: [
      { choice: 'self', title: '我来处理', text: '您自己安排，办完点一下“办好了”' },
      { choice: 'community', title: '请社区协助', text: '社区的刘芳来联系您、帮着办；要花钱的地方先问您，费用自付' },
    ],
    mayClose: false,
    photos: [],
    visitorName: '周敏',
    ...changes,
  };
}

/** Nobody said anything in time: since yesterday the street has it. */
export const goneUp = (at: number) =>
  hose({ yourTurn: false, wentUp: { who: '街道', at }, progress: '转到街道了，您还可以拿主意' });

export const takenByUs = () =>
  hose({
    status: 'acknowledged',
    yourTurn: false,
    wish: 'self',
    choices: [],
    mayClose: true,
    progress: '家里在办，办好了点一下“办好了”',
  });
export const closed = () => hose({ status: 'closed', yourTurn: false, choices: [], progress: '办好了' });
