import { FAMILY_CHOICES, NEED_HANDLERS, wordOf } from '@tanfang/shared';
import { Card, SectionTitle, Timeline, type Step } from '@/components';
import { dayOf, now, whenInWords } from '@/platform';
import { ballOf, deadlineOf, lateInWords, LEVELS, OUTCOMES, untilInWords } from '../desk/need-words';
import type { OfficerNeedDetail } from '../desk/need-words';

type StepItem = OfficerNeedDetail['steps'][number];

/** Told by a visitor, and written on no form. */
const TOLD: readonly OfficerNeedDetail['matter'][] = ['no-answer', 'emergency'];

/** What has happened so far, and what comes next. */
export function History({ need }: { need: OfficerNeedDetail }) {
  const today = dayOf(now());
  const steps: Step[] = [
    {
      state: 'done',
      title: TOLD.includes(need.matter) ? '探访员报来' : '探访记录里写到',
      aside: whenInWords(need.raisedAt, today),
    },
    ...need.steps.map((step): Step => ({
      ...(step.kind === 'rise' ? { state: 'worry', icon: 'up' } : { state: 'done' }),
      title: sentenceOf(step),
      aside: whenInWords(step.at, today),
      ...(step.kind === 'closure' && need.note ? { detail: need.note } : {}),
    })),
  ];
  // Closed by what happened, a visit or the record's end, not by a tap.
  if (need.status === 'closed' && !need.steps.some(({ kind }) => kind === 'closure')) {
    const aside = need.closedAt === null ? {} : { aside: whenInWords(need.closedAt, today) };
    steps.push({ state: 'done', title: '办结', ...aside, ...(need.note ? { detail: need.note } : {}) });
  }
  if (need.status !== 'closed') {
    const late = lateInWords(need, now());
    const until = untilInWords(deadlineOf(need), today);
    steps.push({ state: 'now', title: ballOf(need), detail: late ? `${until}，${late}` : until });
  }
  if (need.status === 'open') {
    // Whoever takes it after its day gets the plan's days once more.
    const detail = need.closeBy < now() ? '接下以后另算日子' : untilInWords(need.closeBy, today);
    steps.push({ state: 'later', title: '办结', detail });
  }
  return (
    <>
      <SectionTitle>经过</SectionTitle>
      <Card>
        <Timeline steps={steps} />
      </Card>
    </>
  );
}

/** Why it went up: what was not done by then. */
const PASSED: Record<NonNullable<StepItem['from']>, string> = {
  family: '到日子家里没办好',
  'first-contact': '到时候家里没回音',
  community: '到时候社区没人接',
  street: '到时候街道没人接',
  district: '到时候区里没人接',
  'community-taken': '社区接了，到日子没办好',
  'street-taken': '街道接了，到日子没办好',
  'district-taken': '区里接了，到日子没办好',
};

function sentenceOf({ kind, value, from, name }: StepItem): string {
  if (kind === 'rise') return `${from ? PASSED[from] : '过了时限'}，转到${wordOf(LEVELS, value)}`;
  if (kind === 'answer') return `${name}：${wordOf(FAMILY_CHOICES, value)}`;
  if (kind === 'acknowledgement') return `${wordOf(NEED_HANDLERS, value)}${name}来跟进`;
  return `${name}：${wordOf(OUTCOMES, value)}`;
}
