import { chosenOptions, isAnswered, type FindingRule, type FormField } from '@tanfang/shared';
import { Banner, Box } from '@/components';
import { useQuestionnaire } from './questionnaire';

interface Told {
  rule: FindingRule;
  meaning: 'danger' | 'worry' | undefined;
}

/** What the form says is to be done at once about what was just answered. Read out as it appears. */
export function Advice({ field }: { field: FormField }) {
  const { answers } = useQuestionnaire();
  const told = findingsOf(field, answers).filter(({ rule }) => (rule.advice ?? []).length > 0);
  return (
    <Box className="advice" aria={{ live: 'polite' }}>
      {told.map(({ rule, meaning }) => {
        const [first = '', ...rest] = rule.advice ?? [];
        return (
          <Banner key={rule.title} title={first} {...(meaning ? { meaning } : {})}>
            {rest.join('。')}
          </Banner>
        );
      })}
    </Box>
  );
}

function findingsOf(field: FormField, answers: Parameters<typeof chosenOptions>[1]): Told[] {
  if (field.type === 'text') {
    const said = field.finding && isAnswered(answers[field.id]);
    return said ? [{ rule: field.finding!, meaning: undefined }] : [];
  }
  return chosenOptions(field, answers).flatMap(({ finding, meaning }) =>
    finding ? [{ rule: finding, meaning: meaning === 'danger' || meaning === 'worry' ? meaning : undefined }] : [],
  );
}
