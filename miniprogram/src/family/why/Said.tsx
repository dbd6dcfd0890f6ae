import { CORRECTION_OUTCOMES } from '@tanfang/shared';
import { Card, Chip, Row, SectionTitle } from '@/components';
import { dayInWords, dayOf, now } from '@/platform';
import type { FamilyWhy } from './family-why';

type Correction = FamilyWhy['corrections'][number];

/** What this relative told the community, and what came of it. */
export function Said({ corrections }: { corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null;
  return (
    <>
      <SectionTitle>您告诉过社区的</SectionTitle>
      <Card rows>
        {corrections.map((correction) => (
          <Row
            key={correction.id}
            title={correction.note}
            aside={dayInWords(dayOf(correction.sentAt), dayOf(now()))}
            chips={<Came correction={correction} />}
            detail={correction.answer && `社区说：${correction.answer}`}
          />
        ))}
      </Card>
    </>
  );
}

function Came({ correction: { outcome } }: { correction: Correction }) {
  if (outcome === null) {
    return (
      <Chip meaning="owed" icon="clock">
        社区还没看
      </Chip>
    );
  }
  return <Chip meaning={outcome === 'amended' ? 'done' : 'excused'}>{CORRECTION_OUTCOMES[outcome]}</Chip>;
}
