import { isAnswered, type FormField } from '@tanfang/shared';
import { Box, Button, Words } from '@/components';
import { answerInWords } from './answer-words';
import { useQuestionnaire } from './questionnaire';

/** What was written last time, and a button that says it still holds, until something is answered. */
export function LastWords({ field }: { field: FormField }) {
  const { answers, answer, last } = useQuestionnaire();
  const before = last[field.id];
  if (field.hazard || !isAnswered(before)) return null;
  const words = answerInWords(field, before);
  return (
    <Box className="line line--apart line--wrap last-words">
      <Words className="last-time grow">上次：{words}</Words>
      {!isAnswered(answers[field.id]) && (
        <Button tone="line" small label={`${field.label}还是上次的：${words}`} onPress={() => answer(field.id, before)}>
          还是这样
        </Button>
      )}
    </Box>
  );
}
