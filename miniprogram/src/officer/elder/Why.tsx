import { ELIGIBILITY_FLAGS, wordOf } from '@tanfang/shared';
import { Box, Card, Chip, Heading, SectionTitle, Words } from '@/components';
import { Because, type Citation } from '../desk/Because';
import { cadenceInWords, categoriesInWords, tierInWords, type ElderDetail } from '../desk/elder-words';

/** What the plan answers, as this page reads it; the contract leaves it open. */
interface Evaluation {
  eligible: boolean;
  because: readonly Citation[];
  categories: readonly { code: string; because: readonly Citation[] }[];
  tier: { code: string; because: readonly Citation[] } | null;
  visits: { every: string; because: readonly Citation[] } | null;
  flags: readonly { code: string; because: readonly Citation[] }[];
}

/** Which category, which tier, how often; each with the plan's words. */
export function Why({ elder }: { elder: ElderDetail }) {
  const policy = elder.policy as unknown as Evaluation;
  const { categories, tier, visits, flags } = policy;
  return (
    <>
      <SectionTitle>为什么这样分</SectionTitle>
      <Card>
        <Box className="stack">
          {!policy.eligible && <Answer name="结果" value="不属于探访对象" because={policy.because} />}
          {categories.map(({ code, because }) => (
            <Answer key={code} name="类别" value={categoriesInWords([code])} because={because} />
          ))}
          {tier && <Answer name="人群" value={tierInWords(tier.code)} because={tier.because} />}
          {visits && <Answer name="多久一次" value={cadenceInWords(visits.every)} because={visits.because} />}
          {flags.map(({ code, because }) => (
            <Box key={code} className="stack stack--tight">
              <Box>
                <Chip meaning="worry">{wordOf(ELIGIBILITY_FLAGS, code)}</Chip>
              </Box>
              <Because citations={because} />
            </Box>
          ))}
        </Box>
      </Card>
    </>
  );
}

function Answer({ name, value, because }: { name: string; value: string; because: readonly Citation[] }) {
  return (
    <Box className="stack stack--tight">
      <Heading level={3}>
        <Words className="note">{name}</Words> {value}
      </Heading>
      <Because citations={because} />
    </Box>
  );
}
