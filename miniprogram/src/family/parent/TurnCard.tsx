import type { ReplyOf } from '@/api';
import { Box, Button, Card, Chip, Heading, Row, Words } from '@/components';
import { go, link } from '@/platform';
import { beforeInWords } from '../before';
import { wentUpInWords } from '../went-up';

type Turn = NonNullable<ReplyOf<'get', '/api/parents/{id}'>['turn']>;
type FamilyNeed = Extract<ReplyOf<'get', '/api/needs'>['items'][number], { view: 'family' }>;

interface TurnCardProps {
  turn: Turn;
  /** Everything that is not closed about this parent; empty while nobody knows. */
  needs: readonly FamilyNeed[];
}

/** The one thing that is the family's: to decide, in time or late, or to finish what they took. */
export function TurnCard({ turn, needs }: TurnCardProps) {
  const { taken, wentUp } = turn;
  const others = needs.filter(({ id, yourTurn }) => yourTurn && id !== turn.needId).length;
  return (
    <Card>
      <Box className="stack">
        <Box className="line line--apart line--wrap">
          {wentUp ? (
            <Chip meaning="excused" icon="clock">
              {wentUpInWords(wentUp)}
            </Chip>
          ) : (
            <Chip meaning="owed" icon="user">
              {taken ? '您在办' : '轮到您了'}
            </Chip>
          )}
          <Words className="note num">
            {wentUp ? '您现在拿主意也来得及' : `${beforeInWords(turn.answerBy)}${taken ? '办好' : '拿主意'}`}
          </Words>
        </Box>
        <Box>
          <Heading level={2}>{turn.title}</Heading>
          <Words className="note">{turn.plain}</Words>
        </Box>
        <Button wide onPress={() => go(link('/family/need/index', { id: turn.needId }))}>
          {taken ? '看看，办好了点一下' : '看看怎么办'}
        </Button>
        {others > 0 && <Row title={`还有 ${others} 件也等您拿主意`} to="/family/needs/index" />}
      </Box>
    </Card>
  );
}
