import { codesOf, SEVERITIES } from '@tanfang/shared';
import type { ReplyOf } from '@/api';
import type { IconName, Step } from '@/components';
import { monthAndDay } from '@/platform';
import { matterIcon } from '../questions/matter-icon';

type Receipt = ReplyOf<'get', '/api/visits/{id}'>;
export type VisitorNeed = Extract<ReplyOf<'get', '/api/needs'>['items'][number], { view: 'visitor' }>;
export type Told = Extract<ReplyOf<'get', '/api/notices'>['items'][number], { relation: string }>;

export interface FollowUp {
  needs: readonly VisitorNeed[];
  told: readonly Told[];
  /** The service may still be at it: needs and messages come seconds after the record. */
  waiting: boolean;
}

/** What happens next: what was found and who is at it, who was told, when somebody comes again. */
export function stepsAfter({ nextPeriod }: Pick<Receipt, 'nextPeriod'>, followUp: FollowUp, today: string): Step[] {
  const { needs, told, waiting } = followUp;
  const nothing = needs.length === 0 && !waiting;
  return [
    ...[...needs].sort(byUrgency).map(needStep),
    ...told.map(toldStep),
    ...(waiting && needs.length === 0 ? [step('later', 'clock', '正在看有没有要办的事', '几秒钟就好')] : []),
    ...(nothing ? [step('done', 'check', '没有要办的事', '这次看到的都记下了')] : []),
    ...(nextPeriod
      ? [step('later', 'calendar', `下次探访：${periodInWords(nextPeriod, today)}`, againSentence(needs))]
      : []),
  ];
}

const URGENCY = codesOf(SEVERITIES);

function byUrgency(a: VisitorNeed, b: VisitorNeed): number {
  return URGENCY.indexOf(a.severity) - URGENCY.indexOf(b.severity);
}

const step = (state: Step['state'], icon: IconName, title: string, detail: string): Step => ({
  state,
  icon,
  title,
  detail,
});

function needStep({ matter, severity, status, title, progress }: VisitorNeed): Step {
  if (status === 'closed') return step('done', 'check', title, progress);
  return step(severity === 'life-danger' ? 'danger' : 'worry', matterIcon(matter), title, progress);
}

const toldWords: Record<Told['state'], { icon: IconName; detail: string }> = {
  sent: { icon: 'bell', detail: '微信提醒已发出，只说有事请家人看' },
  inbox: { icon: 'bell', detail: '提醒放在小程序里，打开就能看到' },
  'phone-task': { icon: 'phone', detail: '微信发不到，社区会打电话告诉' },
  waiting: { icon: 'clock', detail: '微信提醒正在发；夜里不打扰，早上 7 点以后发' },
};

function toldStep({ relation, name, state }: Told): Step {
  const { icon, detail } = toldWords[state];
  return step('now', icon, `告诉${relation}${name}`, detail);
}

function againSentence(needs: readonly VisitorNeed[]): string {
  const [hazard] = needs.filter(({ status, matter }) => status !== 'closed' && matter.endsWith('-safety'));
  return hazard ? '会再看一遍这次不放心的地方' : '到时候会出现在今日名单里';
}

/** The period in which the next visit is due: `12月`, `12月上半月`, `11月30日起的一周`. */
export function periodInWords({ start, every }: NonNullable<Receipt['nextPeriod']>, today: string): string {
  const year = start.slice(0, 4) === today.slice(0, 4) ? '' : `${start.slice(0, 4)}年`;
  const month = `${year}${Number(start.slice(5, 7))}月`;
  if (every === 'month') return month;
  if (every === 'half-month') return `${month}${start.endsWith('-01') ? '上半月' : '下半月'}`;
  return `${year}${monthAndDay(start)}起的一周`;
}
