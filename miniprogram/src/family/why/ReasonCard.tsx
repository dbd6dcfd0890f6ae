import { CITATION_KINDS, citationWords } from '@tanfang/shared';
import { Box, Card, Chip, Heading, Words } from '@/components';
import type { Reason } from './family-why';

/** One question, its answer in kind words, and what it rests on. */
export function ReasonCard({ reason, place }: { reason: Reason; place: string }) {
  return (
    <Card>
      <Box className="stack stack--tight">
        <Words className="note">{reason.question}</Words>
        <Heading level={3} as={2}>
          {reason.answer}
        </Heading>
        {reason.because.map((ground) => (
          <Ground key={`${ground.article}${ground.text}`} ground={ground} place={place} />
        ))}
      </Box>
    </Card>
  );
}

type GroundProps = { ground: Reason['because'][number]; place: string };

/** The plan to the letter; what is not the plan's says whose it is. */
function Ground({ ground: { article, text, kind }, place }: GroundProps) {
  if (kind !== 'plan') {
    return (
      <Box className="stack stack--tight">
        <Box>
          <Chip meaning="excused" icon={kind === 'district' ? 'building' : 'info'}>
            {CITATION_KINDS[kind]}
          </Chip>
        </Box>
        <Words>{citationWords({ text, reading: true })}</Words>
      </Box>
    );
  }
  return (
    <Box className="quoted">
      <Words>“{text}”</Words>
      <Words className="quoted__from">
        {place}方案 {article}
      </Words>
    </Box>
  );
}
