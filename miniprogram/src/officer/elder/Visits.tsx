import { VISIT_MODES, VISIT_REVIEWS } from '@tanfang/shared';
import { api, type ReplyOf } from '@/api';
import { Box, Card, Chip, More, ResourceView, Row, SectionTitle, Words } from '@/components';
import { dayOf, now, whenInWords } from '@/platform';
import { usePages, useReloadOnShow } from '@/state';

type Visit = ReplyOf<'get', '/api/visits'>['items'][number];

const FIRST = 5;

/** Who has been there, the latest first, and which of the records somebody should look at again. */
export function Visits({ elderId }: { elderId: string }) {
  const load = (after: string | undefined) => api.get('/api/visits', { query: { elderId, after, limit: FIRST } });
  const visits = usePages(load, elderId);
  useReloadOnShow(visits);
  return (
    <>
      <SectionTitle>探访记录</SectionTitle>
      <ResourceView of={visits}>
        {({ items }) => (
          <>
            <Card rows>
              {items.length === 0 && <Row title="还没有人去过" />}
              {items.map((visit) => (
                <VisitRow key={visit.id} visit={visit} />
              ))}
            </Card>
            <More of={visits}>更早的</More>
          </>
        )}
      </ResourceView>
    </>
  );
}

function VisitRow({ visit: { startedAt, visitor, mode, number, review } }: { visit: Visit }) {
  return (
    <Row
      title={whenInWords(startedAt, dayOf(now()))}
      chips={review.length > 0 ? <Chip meaning="worry">要再看一眼</Chip> : null}
      detail={
        <>
          {visitor.name}，{VISIT_MODES[mode]}，<Words className="nowrap num">编号 {number}</Words>
          {review.map((code) => (
            <Box key={code}>{VISIT_REVIEWS[code]}</Box>
          ))}
        </>
      }
    />
  );
}
