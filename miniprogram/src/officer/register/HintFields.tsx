import { Box, Card, Choices, FieldError, Heading, TextField, Words } from '@/components';
import { HINTS, type HintIcon } from './elder-draft';
import type { GroupProps } from './group';

const MOST = 8;
const icons = Object.keys(HINTS) as HintIcon[];

/** What whoever rings should know, and nothing about health beyond it. */
export function HintFields({ draft, set, errors }: GroupProps) {
  const chosen = icons.filter((icon) => draft.hints[icon] !== undefined);
  const choose = (values: HintIcon[]) => {
    const kept = values.slice(0, MOST).map((icon) => [icon, draft.hints[icon] ?? '']);
    set({ ...draft, hints: Object.fromEntries(kept) as typeof draft.hints });
  };
  return (
    <Card>
      <Box className="stack" id="hints">
        <Heading level={2}>上门要知道的</Heading>
        <Words className="note">探访员到门口看得到，写上门用得着的就行</Words>
        <Choices
          label="上门要知道的"
          columns={2}
          options={icons.map((value) => ({ value, label: HINTS[value] }))}
          values={chosen}
          onChange={choose}
        />
        {chosen.map((icon, place) => (
          <TextField
            key={icon}
            label={HINTS[icon]}
            hint="怎么做，如：多敲几下，站近些说"
            value={draft.hints[icon] ?? ''}
            onChange={(detail) => set({ ...draft, hints: { ...draft.hints, [icon]: detail } })}
            error={errors[`hints.${place}.detail`]}
            maxLength={60}
          />
        ))}
        <FieldError error={errors['hints']} />
      </Box>
    </Card>
  );
}
