import { Banner, Box, Icon, RadioCards, SectionTitle, Words } from '@/components';
import { beforeInWords } from '../before';
import { wentUpInWords } from '../went-up';
import type { Choice, FamilyNeed } from './family-need';

interface DecideProps {
  need: FamilyNeed;
  choice: Choice | null;
  onChoose: (choice: Choice) => void;
  failure: string | null;
}

/** The ways there are, with who does it and what it costs. Nothing is chosen beforehand. */
export function Decide({ need, choice, onChoose, failure }: DecideProps) {
  return (
    <>
      {need.wentUp && (
        <Banner icon="clock" title={`这件事${wentUpInWords(need.wentUp)}`}>
          您现在拿主意也来得及
        </Banner>
      )}
      <SectionTitle
        aside={
          need.wentUp ? null : (
            <>
              <Icon name="clock" />
              <Words>{beforeInWords(need.answerBy)}</Words>
            </>
          )
        }
      >
        您想怎么办？
      </SectionTitle>
      <RadioCards
        id="ways"
        label="您想怎么办？"
        options={need.choices.map(({ choice: value, title, text }) => ({ value, title, detail: text }))}
        value={choice}
        onChange={onChoose}
      />
      <Box aria={{ live: 'polite' }}>{failure && <Banner meaning="worry" title={failure} />}</Box>
    </>
  );
}
