import { Box, Card, Empty, Row, SectionTitle } from '@/components';
import { dayInWords, dayOf, now, whenInWords } from '@/platform';
import type { Decision, Reading } from '../desk/reading-words';

/** Everything that was ever decided about it, the latest first. Nothing is struck out. */
export function History({ reading }: { reading: Reading }) {
  return (
    <>
      <SectionTitle>定过的</SectionTitle>
      <Card rows={reading.history.length > 0}>
        {reading.history.length === 0 ? (
          <Empty title="本区还没有另定过">定过以后，谁、几时、为什么，都记在这里</Empty>
        ) : (
          <Box aria={{ role: 'list', label: '定过的' }}>
            {reading.history.map((decision) => (
              <Box key={decision.id} aria={{ role: 'listitem' }}>
                <Line decision={decision} />
              </Box>
            ))}
          </Box>
        )}
      </Card>
    </>
  );
}

function Line({ decision: { label, from, reason, decidedBy, decidedAt } }: { decision: Decision }) {
  const today = dayOf(now());
  return (
    <Row
      title={label}
      note={`${dayInWords(from, today)}起`}
      detail={`${reason}。${decidedBy}，${whenInWords(decidedAt, today)}`}
    />
  );
}
