import { FAMILY_CHOICES, NEED_HANDLERS, wordOf } from '@tanfang/shared';
import { Card, SectionTitle, Timeline, type Step } from '@/components';
import { dayOf, now, whenInWords } from '@/platform';
import { ballOf, deadlineOf, lateInWords, OUTCOMES, untilInWords, type OfficerNeedDetail } from '../desk/need-words';

type StepItem = OfficerNeedDetail['steps'][number];

/** What has happened so far, and what comes next. */
export function History({ need }: { need: OfficerNeedDetail }) {
  const today = dayOf(now());
  const steps: Step[] = [
    { state: 'done', title: '探访记录里写到', aside: whenInWords(need.raisedAt, today) },
    ...need.steps.map((step): Step => ({
      state: 'done',
      title: sentenceOf(step),
      aside: whenInWords(step.at, today),
      ...(step.kind === 'closure' && need.note ? { detail: need.note } : {}),
    })),
  ];
  if (need.status !== 'closed') {
    const late = lateInWords(need, now());
    const until = untilInWords(deadlineOf(need), today);
    steps.push({ state: 'now', title: ballOf(need), detail: late ? `${until}，${late}` : until });
  }
  if (need.status === 'open') steps.push({ state: 'later', title: '办结', detail: untilInWords(need.closeBy, today) });
  return (
    <>
      <SectionTitle>经过</SectionTitle>
      <Card>
        <Timeline steps={steps} />
      </Card>
    </>
  );
}

function sentenceOf({ kind, value, name }: StepItem): string {
  if (kind === 'answer') return `${name}：${wordOf(FAMILY_CHOICES, value)}`;
  if (kind === 'acknowledgement') return `${wordOf(NEED_HANDLERS, value)}${name}来跟进`;
  return `${name}：${wordOf(OUTCOMES, value)}`;
}
