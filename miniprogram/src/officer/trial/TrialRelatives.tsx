import { Box } from '@/components';
import type { Asks } from '../desk/asks';
import type { GroupProps } from '../register/group';
import { CircumstancesFields, LivesField, RelationField } from '../relatives/RelativeFields';
import { RelativeList } from '../relatives/RelativeList';
import { newTrialRelative, type TrialDraft } from './trial-draft';

interface TrialRelativesProps extends GroupProps<TrialDraft> {
  asks: Asks;
}

/** Living relatives, nameless: who they are, where, since when away, whether they can support. */
export function TrialRelatives({ draft, set, errors, asks }: TrialRelativesProps) {
  return (
    <RelativeList
      asked={draft.relativesAsked}
      onAsked={(relativesAsked) => set({ ...draft, relativesAsked })}
      relatives={draft.relatives}
      onChange={(relatives) => set({ ...draft, relatives })}
      fresh={newTrialRelative}
      error={errors['facts.relatives']}
      unasked="按不知道算：不知道有没有，就不当没有"
    >
      {(relative, place, change) => {
        const fields = {
          draft: relative,
          onChange: change,
          errorOf: (field: string) => errors[`facts.relatives.${place}.${field}`],
        };
        return (
          <Box className="stack">
            <RelationField {...fields} />
            <LivesField {...fields} />
            <CircumstancesFields {...fields} asks={asks} />
          </Box>
        );
      }}
    </RelativeList>
  );
}
