import { chosenOptions, type FormField } from '@tanfang/shared';
import { Chip, Icon, Pressable, Words, type Meaning } from '@/components';
import { answerInWords } from './answer-words';
import { placeOf, useQuestionnaire } from './questionnaire';

/** A question that was answered, in one line. The whole line opens it again. */
export function FoldedQuestion({ field, onOpen }: { field: FormField; onOpen: () => void }) {
  const { answers } = useQuestionnaire();
  const words = answerInWords(field, answers[field.id]);
  const meaning = chosenOptions(field, answers)[0]?.meaning;
  const coloured: Meaning | null = meaning && meaning !== 'plain' ? meaning : null;
  return (
    <Pressable
      id={placeOf(field.id)}
      className="folded"
      onPress={onOpen}
      aria={{ label: `${field.label}：${words}，点开可以改` }}
    >
      <Words className="grow strong">{field.label}</Words>
      {coloured ? <Chip meaning={coloured}>{words}</Chip> : <Words>{words}</Words>}
      <Icon name="down" />
    </Pressable>
  );
}
