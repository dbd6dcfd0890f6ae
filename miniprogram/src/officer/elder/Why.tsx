import { Box, Card, Row, SectionTitle, Words } from '@/components';
import { link } from '@/platform';
import type { ElderDetail } from '../desk/elder-words';
import { linesOf, type Explanation, type Line } from '../verdict/lines';

const SHOWN: readonly Line['key'][] = ['categories', 'tier', 'visits', 'referral'];

/** What the plan answers, in four words; why stands on a page of its own. */
export function Why({ elder }: { elder: ElderDetail }) {
  // The contract leaves the answer open here; its shape is that of the evaluation.
  const evaluation = elder.policy as unknown as Explanation['evaluation'];
  const lines = linesOf({ evaluation, provider: null }).filter(({ key, none }) => SHOWN.includes(key) && !none);
  return (
    <>
      <SectionTitle>为什么这样分</SectionTitle>
      <Card>
        <Box className="facts">
          {lines.length === 0 && <Words>按现在知道的情况，不属于探访对象</Words>}
          {lines.map(({ key, name, value }) => (
            <Box key={key} className="fact">
              <Words className="fact__name">{name}</Words>
              <Words className="fact__value">{value}</Words>
            </Box>
          ))}
        </Box>
        <Row title="每一条的依据" detail="方案哪一条、原话是什么" to={link('/officer/why/index', { id: elder.id })} />
      </Card>
    </>
  );
}
