import type { Matter } from '@tanfang/shared';

export type HazardId = 'gas' | 'water-heating' | 'electricity' | 'fire' | 'housing';

interface Wording {
  readonly title: string;
  /** In plain words, for the family. */
  readonly plain: string;
  /** What the visitor does at once. */
  readonly advice: readonly string[];
}

interface HazardWords {
  readonly matter: Matter;
  readonly noteLabel: string;
  readonly fairlySafe: Wording;
  readonly unsafe: Wording & {
    /** In the family's one sentence about the visit. */
    readonly says: string;
  };
}

/** Our wording for hazards; the forms give boxes only. */
export const HAZARD_WORDS: Readonly<Record<HazardId, HazardWords>> = {
  gas: {
    matter: 'gas-safety',
    noteLabel: '燃气：看到了什么',
    fairlySafe: {
      title: '燃气要留意',
      plain: '燃气眼下能用，但有要留意的地方，请您抽空看看',
      advice: ['提醒老人用完关阀', '下次来再看一遍'],
    },
    unsafe: {
      title: '燃气不安全，要处理',
      plain: '厨房燃气有隐患，要尽快修好或者换掉',
      says: '燃气要尽快处理',
      advice: ['关上燃气阀门，打开门窗', '闻到气味不开灯、不点火，到屋外打 119'],
    },
  },
  'water-heating': {
    matter: 'water-heating-safety',
    noteLabel: '水暖：看到了什么',
    fairlySafe: {
      title: '水暖要留意',
      plain: '水管和暖气眼下能用，但有要留意的地方，请您抽空看看',
      advice: ['提醒老人留心漏水和烫伤', '下次来再看一遍'],
    },
    unsafe: {
      title: '水暖不安全，要处理',
      plain: '水管或者暖气有隐患，要尽快修好',
      says: '水暖要尽快处理',
      advice: ['漏水先关总阀，地上擦干，别滑倒', '烧煤烧炭取暖的，开窗通风，头晕恶心马上打 120'],
    },
  },
  electricity: {
    matter: 'electrical-safety',
    noteLabel: '用电：看到了什么',
    fairlySafe: {
      title: '用电要留意',
      plain: '用电眼下没有出事，但有要留意的地方，请您抽空看看',
      advice: ['提醒老人不用的插头拔掉', '下次来再看一遍'],
    },
    unsafe: {
      title: '用电不安全，要处理',
      plain: '电线或者插座有隐患，要尽快请电工看',
      says: '用电要尽快处理',
      advice: ['别碰露出来的电线，手是干的再去拉电闸', '冒烟、有焦味，拉闸后扶人出屋，打 119'],
    },
  },
  fire: {
    matter: 'fire-safety',
    noteLabel: '消防：看到了什么',
    fairlySafe: {
      title: '防火要留意',
      plain: '家里防火有要留意的地方，请您抽空看看',
      advice: ['提醒老人不在床上抽烟、不堵门口', '下次来再看一遍'],
    },
    unsafe: {
      title: '防火不安全，要处理',
      plain: '家里有着火的隐患，要尽快清走或者修好',
      says: '防火要尽快处理',
      advice: ['先把明火灭掉，门口的东西挪开', '着了火先扶人出屋，再打 119'],
    },
  },
  housing: {
    matter: 'housing-safety',
    noteLabel: '房屋：看到了什么',
    fairlySafe: {
      title: '房屋要留意',
      plain: '房子眼下能住，但有要留意的地方，请您抽空看看',
      advice: ['提醒老人绕开松动、漏雨的地方', '下次来再看一遍'],
    },
    unsafe: {
      title: '房屋不安全，要处理',
      plain: '房子有隐患，要尽快请人来看、来修',
      says: '房子要尽快修',
      advice: ['别让老人待在开裂、漏雨的屋里', '墙或者屋顶要塌，先扶人出屋，再打 119'],
    },
  },
};
