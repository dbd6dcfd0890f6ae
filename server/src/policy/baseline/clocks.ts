import type { Severity } from '@tanfang/shared';
import type { Reader } from '../engine/citation';
import type { PolicyPack, Span } from '../engine/pack';

const minutes = (amount: number): Span => ({ unit: 'ms', amount: amount * 60_000 });
const hours = (amount: number): Span => minutes(amount * 60);
const workingDays = (amount: number): Span => ({ unit: 'working-days', amount });

const SPANS: Record<Severity, { acknowledgeWithin: Span; closeWithin: Span; words: string }> = {
  'life-danger': {
    acknowledgeWithin: minutes(10),
    closeWithin: hours(24),
    words: '10 分钟内有人接、24 小时内写完经过',
  },
  urgent: { acknowledgeWithin: hours(24), closeWithin: workingDays(3), words: '24 小时内有人接、3 个工作日内办好' },
  ordinary: {
    acknowledgeWithin: workingDays(3),
    closeWithin: workingDays(10),
    words: '3 个工作日内有人接、10 个工作日内办好',
  },
  information: {
    acknowledgeWithin: workingDays(5),
    closeWithin: workingDays(20),
    words: '5 个工作日内有人看、20 个工作日内了结',
  },
};

/** The product's default clocks; no plan sets any, and a district may change them. */
export function baselineClocks(plan: Reader, article: string): PolicyPack['clocks'] {
  const clock = (severity: Severity) => {
    const { words, ...spans } = SPANS[severity];
    const text = `方案没有写明期限，我们的理解：${words}，过了就上报一级`;
    return { ...spans, because: [plan.reading(`clock.${severity}`, article, text)] as const };
  };
  return {
    'life-danger': clock('life-danger'),
    urgent: clock('urgent'),
    ordinary: clock('ordinary'),
    information: clock('information'),
  };
}
