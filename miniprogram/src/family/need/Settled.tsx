import { Art, Box, Card, Heading, Timeline, Words, type Step } from '@/components';
import { dayOf, now, whenInWords } from '@/platform';
import { beforeInWords } from '../before';
import { wentUpInWords } from '../went-up';
import { TellMe } from '../tell-me/TellMe';
import type { FamilyNeed } from './family-need';

/** Decided: who is at it, and what comes next. */
export function Settled({ need }: { need: FamilyNeed }) {
  const ours = need.mayClose;
  const next: Step[] = ours
    ? [
        { state: 'now', title: '家里在办', detail: `请在${beforeInWords(need.answerBy)}办好，办好了点下面的“办好了”` },
        { state: 'later', title: '下次探访再看一眼', detail: '探访员知道家里在办，会留心看' },
      ]
    : [
        { state: 'now', title: need.progress, detail: '要花钱的地方会先问您' },
        { state: 'later', title: '办好了告诉您', detail: '下次探访还会再看一眼' },
      ];
  return (
    <>
      <Card>
        <Timeline
          steps={[
            { state: 'done', title: '探访时看到', aside: whenInWords(need.seenAt, dayOf(now())) },
            {
              state: 'done',
              title: decidedOf(need, ours),
            },
            ...(need.wentUp ? [{ state: 'done' as const, title: wentUpInWords(need.wentUp) }] : []),
            ...next,
          ]}
        />
      </Card>
      <TellMe why={ours ? '下次探访看出什么，微信里告诉您' : '办好了，微信里告诉您'} />
    </>
  );
}

function decidedOf({ status, wish }: FamilyNeed, ours: boolean): string {
  if (ours || (status === 'open' && wish === 'self')) return '家里说自己来处理';
  if (status !== 'open') return '已经有人接了';
  return wish === 'community' ? '家里请人帮忙' : '已经报上去了';
}

/** Nothing more to do. */
export function Closed({ need }: { need: FamilyNeed }) {
  return (
    <Card>
      <Box className="told">
        <Art name="received" large />
        <Heading level={2}>{need.progress}</Heading>
        <Words className="note">谢谢您惦记着，下次探访会再看看</Words>
      </Box>
    </Card>
  );
}
