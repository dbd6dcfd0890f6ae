import { codesOf, RELATIONS } from '@tanfang/shared';
import { Box, Choice, FieldError, TextField, Words } from '@/components';
import { LIVES, type NearnessDraft, type RelativeDraft } from './relative-draft';

const relations = codesOf(RELATIONS).map((value) => ({ value, label: RELATIONS[value] }));
const places = codesOf(LIVES).map((value) => ({ value, label: LIVES[value] }));

interface RelativeFieldsProps<Draft> {
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** The service's sentence for one field of this relative. */
  errorOf: (field: string) => string | undefined;
}

/** Who a relative is, and where they live: the plans ask whether somebody is near. */
export function RelativeFields({ draft, onChange, errorOf }: RelativeFieldsProps<RelativeDraft>) {
  const set = (change: Partial<RelativeDraft>) => onChange({ ...draft, ...change });
  return (
    <Box className="stack">
      <TextField
        label="亲属姓名"
        value={draft.name}
        onChange={(name) => set({ name })}
        error={errorOf('name')}
        maxLength={50}
        required
      />
      <RelationField draft={draft} onChange={onChange} errorOf={errorOf} />
      <Box className="form-grid">
        <TextField
          label="称谓（可以不写）"
          hint="如：女儿"
          value={draft.kinWord}
          onChange={(kinWord) => set({ kinWord })}
          error={errorOf('kinWord')}
          maxLength={10}
        />
        <TextField
          label="怎么称呼老人（可以不写）"
          hint="如：妈妈。给家人看的页面用这个词"
          value={draft.callsElder}
          onChange={(callsElder) => set({ callsElder })}
          error={errorOf('callsElder')}
          maxLength={10}
        />
      </Box>
      <TextField
        label="电话（可以不写）"
        kind="phone"
        value={draft.phone}
        onChange={(phone) => set({ phone })}
        error={errorOf('phone')}
        maxLength={20}
      />
      <LivesField draft={draft} onChange={onChange} errorOf={errorOf} />
    </Box>
  );
}

export function RelationField<Draft extends NearnessDraft>({ draft, onChange, errorOf }: RelativeFieldsProps<Draft>) {
  return (
    <>
      <Words className="strong">和老人的关系</Words>
      <Choice
        label="和老人的关系"
        columns={2}
        options={relations}
        value={draft.relation}
        onChange={(relation) => onChange({ ...draft, relation })}
      />
      <FieldError error={errorOf('relation')} />
    </>
  );
}

export function LivesField<Draft extends NearnessDraft>({ draft, onChange, errorOf }: RelativeFieldsProps<Draft>) {
  return (
    <>
      <Words className="strong">住在哪里</Words>
      <Choice
        label="亲属住在哪里"
        columns={2}
        options={places}
        value={draft.lives}
        onChange={(lives) => onChange({ ...draft, lives })}
      />
      {draft.lives === 'elsewhere' && (
        <TextField
          label="区划代码（可以不写）"
          kind="number"
          hint="6 位，写了才能判断是不是在外区县"
          value={draft.region}
          onChange={(region) => onChange({ ...draft, region })}
          error={errorOf('residence.division')}
          maxLength={12}
        />
      )}
    </>
  );
}
