import { Box, Checkbox, TextField } from '@/components';
import type { GroupProps } from '../register/group';
import { LivesField, RelationField } from '../relatives/RelativeFields';
import { RelativeList } from '../relatives/RelativeList';
import { newTrialRelative, type TrialDraft, type TrialRelative } from './trial-draft';

/** Living relatives, nameless: who they are, where, since when away, whether they can support. */
export function TrialRelatives({ draft, set, errors }: GroupProps<TrialDraft>) {
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
      {(relative, place, change) => (
        <Fields
          relative={relative}
          onChange={change}
          errorOf={(field) => errors[`facts.relatives.${place}.${field}`]}
        />
      )}
    </RelativeList>
  );
}

interface FieldsProps {
  relative: TrialRelative;
  onChange: (relative: TrialRelative) => void;
  errorOf: (field: string) => string | undefined;
}

function Fields({ relative, onChange, errorOf }: FieldsProps) {
  return (
    <Box className="stack">
      <RelationField draft={relative} onChange={onChange} errorOf={errorOf} />
      <LivesField draft={relative} onChange={onChange} errorOf={errorOf} />
      <TextField
        label="出生日期（可以不写）"
        kind="date"
        value={relative.birthDate}
        onChange={(birthDate) => onChange({ ...relative, birthDate })}
        error={errorOf('birthDate')}
      />
      {relative.relation === 'child' && relative.lives !== 'together' && (
        <TextField
          label="哪天起外出务工经商（可以不写）"
          kind="date"
          value={relative.awaySince}
          onChange={(awaySince) => onChange({ ...relative, awaySince })}
          error={errorOf('awaySince')}
        />
      )}
      <Checkbox
        checked={!relative.ableToSupport}
        onChange={(unable) => onChange({ ...relative, ableToSupport: !unable })}
      >
        没有赡养能力
      </Checkbox>
    </Box>
  );
}
