import type { ReplyOf } from '@/api';
import { TREND_WORDS } from '@tanfang/shared';
import { Box, Card, classes, Icon, SectionTitle, Words, type IconName } from '@/components';
import { TrendLine } from './TrendLine';

type Parent = ReplyOf<'get', '/api/parents/{id}'>;
type Word = Parent['trends'][number]['word'];

/** As in styles/tokens.scss; a drawing cannot use custom properties. */
const looks: Record<Word, { icon: IconName; colour: string; className: string }> = {
  better: { icon: 'better', colour: '#2A6A41', className: 'is-done' },
  same: { icon: 'same', colour: '#62584D', className: 'is-excused' },
  worse: { icon: 'worse', colour: '#8A4F00', className: 'is-worry' },
};

/** 走路, 精神, 家里整洁 over half a year: a line, an icon and a word each. */
export function Trends({ parent }: { parent: Parent }) {
  const { trends, visitCount } = parent;
  const shown = trends.filter(({ points }) => points.length > 1);
  if (shown.length === 0) return null;
  return (
    <>
      <SectionTitle aside={`${visitCount} 次探访`}>这半年</SectionTitle>
      <Card>
        <Box className="trends" aria={{ role: 'list', label: '这半年的变化' }}>
          {shown.map(({ key, label, points, word }) => (
            <Box key={key} className="trend" aria={{ role: 'listitem' }}>
              <Words className="strong">{label}</Words>
              <TrendLine points={points} colour={looks[word].colour} />
              <Box className={classes('trend__word', looks[word].className)}>
                <Icon name={looks[word].icon} />
                <Words>{TREND_WORDS[word]}</Words>
              </Box>
            </Box>
          ))}
        </Box>
      </Card>
    </>
  );
}
