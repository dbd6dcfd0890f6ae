import { useState } from 'react';
import { api } from '@/api';
import { Box, Button, TextField, Words } from '@/components';
import { useResource } from '@/state';
import type { PlaceDraft } from '../register/plan-draft';
import { AskedChoice } from './Asked';
import { PlaceSheet } from './PlaceSheet';

const yesNo = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '不是' },
] as const;

interface PlaceFieldProps {
  label: string;
  place: PlaceDraft;
  onChange: (place: PlaceDraft) => void;
  error: string | undefined;
}

/** A place by its code, typed or picked, and what the register calls it. */
export function PlaceField({ label, place, onChange, error }: PlaceFieldProps) {
  const [picking, setPicking] = useState(false);
  const { code, rural } = place;
  return (
    <>
      <Box className="stack stack--tight">
        <TextField
          label={label}
          hint="区划代码；写到街道（9 位）才分得清远近"
          kind="number"
          value={code}
          onChange={(typed) => onChange({ ...place, code: typed })}
          error={error}
          maxLength={12}
        />
        <NameOfPlace code={code.trim()} />
        <Box>
          <Button tone="quiet" small icon="place" label={`${label}，从区划里选`} onPress={() => setPicking(true)}>
            从区划里选
          </Button>
        </Box>
      </Box>
      <PlaceSheet
        open={picking}
        onClose={() => setPicking(false)}
        onPick={({ code: picked, rural: village, level }) => {
          setPicking(false);
          const known = level === 'community' ? (village ? ('yes' as const) : ('no' as const)) : rural;
          onChange({ code: picked ?? '', rural: known });
        }}
      />
    </>
  );
}

/** Whether it is a village there, or nobody knows. */
export function RuralField({ label, place, onChange }: Omit<PlaceFieldProps, 'error'>) {
  return (
    <AskedChoice
      label={label}
      options={yesNo}
      value={place.rural}
      onChange={(rural) => onChange({ ...place, rural })}
      onClear={() => onChange({ ...place, rural: null })}
    />
  );
}

/** 山东省 济南市 历下区: so that a code can be seen to be the right one. */
function NameOfPlace({ code }: { code: string }) {
  const known = /^\d{2,12}$/.test(code);
  const path = useResource(
    () => (known ? api.get('/api/divisions', { query: { code } }) : Promise.resolve({ items: [] })),
    code,
  );
  const items = path.data?.items ?? [];
  const end = items.at(-1)?.code ?? '';
  return (
    <Box aria={{ live: 'polite' }} className="note">
      {items.length > 0 && (
        <Words>
          {items.map(({ name }) => name).join(' ')}
          {end.length < code.length && '，再往下不认识'}
        </Words>
      )}
    </Box>
  );
}
