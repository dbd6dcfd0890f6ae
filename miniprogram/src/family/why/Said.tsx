import { OBJECTION_OUTCOMES } from '@tanfang/shared';
import { Card, Chip, Row, SectionTitle } from '@/components';
import { dayInWords, dayOf, now } from '@/platform';
import type { FamilyWhy } from './family-why';

type Objection = FamilyWhy['objections'][number];

/** What this relative told the community, and what came of it. */
export function Said({ objections }: { objections: readonly Objection[] }) {
  if (objections.length === 0) return null;
  return (
    <>
      <SectionTitle>您告诉过社区的</SectionTitle>
      <Card rows>
        {objections.map((objection) => (
          <Row
            key={objection.id}
            title={objection.note}
            aside={dayInWords(dayOf(objection.sentAt), dayOf(now()))}
            chips={<Came objection={objection} />}
            detail={objection.answer && `社区说：${objection.answer}`}
          />
        ))}
      </Card>
    </>
  );
}

function Came({ objection: { outcome } }: { objection: Objection }) {
  if (outcome === null) {
    return (
      <Chip meaning="owed" icon="clock">
        社区还没看
      </Chip>
    );
  }
  return <Chip meaning={outcome === 'amended' ? 'done' : 'excused'}>{OBJECTION_OUTCOMES[outcome]}</Chip>;
}
