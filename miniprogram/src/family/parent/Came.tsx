import { useState } from 'react';
import type { ReplyOf } from '@/api';
import { Button, Card, SectionTitle, Timeline, Words } from '@/components';
import { dayInWords, dayOf, now } from '@/platform';
import { SettledLines } from './SettledLines';

type Parent = ReplyOf<'get', '/api/parents/{id}'>;

/** How many are shown before somebody asks for the rest. */
const FIRST = 4;

/** Who came, the latest first. */
export function Came({ visits }: { visits: Parent['visits'] }) {
  const [all, setAll] = useState(false);
  const today = dayOf(now());
  const shown = all ? visits : visits.slice(0, FIRST);
  return (
    <>
      <SectionTitle>来看过的人</SectionTitle>
      <Card>
        {visits.length === 0 && <Words>还没有人来过。第一次探访过后，谁来的、看到什么，都会写在这里</Words>}
        <Timeline
          steps={shown.map((visit) => ({
            state: 'done',
            title: `${visit.visitorName}，${visit.visitorWord}`,
            detail: (
              <>
                <Words>{visit.sentence}</Words>
                <SettledLines settled={visit.settled} />
              </>
            ),
            aside: dayInWords(dayOf(visit.at), today),
          }))}
        />
        {shown.length < visits.length && (
          <Button tone="quiet" wide onPress={() => setAll(true)}>
            看半年里的 {visits.length} 次
          </Button>
        )}
      </Card>
    </>
  );
}
