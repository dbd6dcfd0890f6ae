import type { Reader } from '../engine/citation';
import { hours, minutes, thatDay, workingDays } from '../engine/clock';
import type { ClockCode, ClockRule, PolicyPack } from '../engine/pack';

/** Each clock with what a district may choose instead; the slowest acknowledgement still comes before the fastest end. */
const CLOCKS: Record<ClockCode, Omit<ClockRule, 'because'> & { text: string }> = {
  'life-danger': {
    text: '10 分钟内有人接、24 小时内写完经过',
    acknowledgeWithin: minutes(10),
    closeWithin: hours(24),
    options: { acknowledge: [5, 10, 15].map(minutes), close: [12, 24, 48].map(hours) },
  },
  urgent: {
    text: '24 小时内有人接、3 个工作日内办好',
    acknowledgeWithin: hours(24),
    closeWithin: workingDays(3),
    options: { acknowledge: [2, 4, 12, 24].map(hours), close: [1, 2, 3, 5].map(workingDays) },
  },
  ordinary: {
    text: '3 个工作日内有人接、10 个工作日内办好',
    acknowledgeWithin: workingDays(3),
    closeWithin: workingDays(10),
    options: { acknowledge: [1, 2, 3, 5].map(workingDays), close: [5, 7, 10, 15].map(workingDays) },
  },
  information: {
    text: '5 个工作日内有人看、20 个工作日内了结',
    acknowledgeWithin: workingDays(5),
    closeWithin: workingDays(20),
    options: { acknowledge: [3, 5, 10].map(workingDays), close: [10, 15, 20, 30].map(workingDays) },
  },
  'no-answer': {
    text: '没人开门、谁也联系不上的，当天要有人接着去找、有着落，22 点以后报来的 2 小时内，紧急的时限更早的照更早的',
    acknowledgeWithin: thatDay(2),
    closeWithin: thatDay(2),
    options: { acknowledge: [hours(1), hours(2), thatDay(2)], close: [thatDay(2), hours(24)] },
  },
};

/** The product's default clocks; no plan sets any, and a district may change each of them. */
export function baselineClocks(plan: Reader, article: string): PolicyPack['clocks'] {
  const clock = (code: ClockCode): ClockRule => {
    const { text: words, ...rule } = CLOCKS[code];
    const text = `方案没有写明期限，我们的理解：${words}，过了就上报一级`;
    return { ...rule, because: [plan.reading(`clock.${code}`, article, text)] };
  };
  return {
    'life-danger': clock('life-danger'),
    urgent: clock('urgent'),
    ordinary: clock('ordinary'),
    information: clock('information'),
    'no-answer': clock('no-answer'),
  };
}
