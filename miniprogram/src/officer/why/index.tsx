import { api } from '@/api';
import { asPage, Box, Button, Card, Heading, ResourceView, Words } from '@/components';
import { go, link, useParams } from '@/platform';
import { useReloadOnShow, useResource } from '@/state';
import { Because } from '../desk/Because';
import { cadenceInWords, type ElderDetail } from '../desk/elder-words';
import { OfficerPage } from '../desk/OfficerPage';
import { linesOf, type Explanation, type Line } from '../verdict/lines';

/** Who they are by the plan and how often, at the left; who acts and what else there is, at the right. */
const LEFT: readonly Line['key'][] = ['eligible', 'categories', 'tier', 'visits'];

/** Everything the plan says of one elder, each with its article and its words. */
function Why() {
  const { id = '' } = useParams();
  const read = useResource(async () => {
    const path = { id };
    const [elder, explanation] = await Promise.all([
      api.get('/api/elders/{id}', { path }),
      api.get('/api/elders/{id}/explanation', { path }),
    ]);
    return { elder, explanation };
  }, id);
  useReloadOnShow(read);
  const parent = link('/officer/elder/index', { id });
  if (read.data) return <Shown {...read.data} parent={parent} />;
  return (
    <OfficerPage title="为什么这样分" current="elders" parent={parent}>
      <ResourceView of={read}>{() => null}</ResourceView>
    </OfficerPage>
  );
}

interface ShownProps {
  elder: ElderDetail;
  explanation: Explanation;
  parent: string;
}

function Shown({ elder, explanation, parent }: ShownProps) {
  const lines = linesOf(explanation).filter(({ none, key }) => !none || key === 'categories' || key === 'visits');
  const { notes } = explanation.evaluation;
  return (
    <OfficerPage
      title="为什么这样分"
      heading={`${elder.name}，${cadenceInWords(elder.every)}`}
      lead={`${elder.communityName}，按今天的情况和方案`}
      current="elders"
      parent={parent}
      action={
        <Button wide icon="calculator" onPress={() => go(link('/officer/trial/index', { elder: elder.id }))}>
          拿这些情况试算
        </Button>
      }
    >
      <Box className="desk__two desk__two--even">
        <Box className="desk__column">
          {lines
            .filter(({ key }) => LEFT.includes(key))
            .map((line) => (
              <LineCard key={line.key} line={line} />
            ))}
        </Box>
        <Box className="desk__column">
          {lines
            .filter(({ key }) => !LEFT.includes(key))
            .map((line) => (
              <LineCard
                key={line.key}
                line={line}
                extra={line.key === 'referral' ? contactOf(elder, explanation) : null}
              />
            ))}
          {notes.length > 0 && <Notes notes={notes} />}
        </Box>
      </Box>
    </OfficerPage>
  );
}

/** The plan names the first contact; who that is stands in the register. */
function contactOf({ firstContact }: ElderDetail, { evaluation }: Explanation): string | null {
  const { referral } = evaluation;
  if (!referral || (referral.to !== 'first-contact' && !referral.inform.includes('first-contact'))) return null;
  return firstContact ? `第一联系人是${firstContact.name}` : '还没有第一联系人，先由社区办';
}

function LineCard({ line, extra = null }: { line: Line; extra?: string | null }) {
  const several = line.parts.length > 1;
  return (
    <Card>
      <Box className="stack stack--tight">
        <Words className="note">{line.name}</Words>
        <Heading level={3} as={2}>
          {line.value}
        </Heading>
        {extra && <Words>{extra}</Words>}
        {line.parts.map(({ word, because }) => (
          <Box key={word} className="stack stack--tight">
            {several && (
              <Heading level={4} as={3}>
                {word}
              </Heading>
            )}
            <Because citations={because} open />
          </Box>
        ))}
      </Box>
    </Card>
  );
}

/** What the plan leaves open, said with the result. */
function Notes({ notes }: { notes: readonly string[] }) {
  return (
    <Card look="flat">
      <Box className="stack stack--tight">
        <Words className="note">说明</Words>
        {notes.map((note) => (
          <Words key={note}>{note}</Words>
        ))}
      </Box>
    </Card>
  );
}

export default asPage(Why);
