import { codesOf, RELATIONS } from '@tanfang/shared';
import { Box, Checkbox, Choice, FieldError, TextField, Words } from '@/components';
import type { Asks } from '../desk/asks';
import { AskedChoice, AskedDay } from '../desk/Asked';
import {
  LIVES,
  type CircumstancesDraft,
  type NearnessDraft,
  type RelativeDraft,
  type StandingDraft,
} from './relative-draft';

const relations = codesOf(RELATIONS).map((value) => ({ value, label: RELATIONS[value] }));
const places = codesOf(LIVES).map((value) => ({ value, label: LIVES[value] }));

const able = [
  { value: 'yes', label: '有' },
  { value: 'no', label: '没有' },
] as const;

interface RelativeFieldsProps<Draft> {
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** The service's sentence for one field of this relative. */
  errorOf: (field: string) => string | undefined;
}

interface AskedFieldsProps<Draft> extends RelativeFieldsProps<Draft> {
  /** What the plan has asked. */
  asks: Asks;
}

/** Who a relative is, and where they live: the plans ask whether somebody is near. */
export function RelativeFields({ draft, onChange, errorOf, asks }: AskedFieldsProps<RelativeDraft>) {
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
      <CircumstancesFields draft={draft} onChange={onChange} errorOf={errorOf} asks={asks} />
      <EmergencyField draft={draft} onChange={onChange} />
    </Box>
  );
}

/** What may change of a relative who is registered. */
export function StandingFields(props: AskedFieldsProps<StandingDraft>) {
  return (
    <>
      <RelationField {...props} />
      <LivesField {...props} />
      <CircumstancesFields {...props} />
      <EmergencyField {...props} />
    </>
  );
}

/** What only some plans ask, of whom it concerns: who is away, how old who lives there is, who can support. */
export function CircumstancesFields<Draft extends CircumstancesDraft>(props: AskedFieldsProps<Draft>) {
  const { draft, onChange, errorOf, asks } = props;
  const isChild = draft.relation === 'child';
  return (
    <>
      {asks.includes('relatives.awaySince') && isChild && draft.lives !== 'together' && (
        <AskedDay
          label="从哪天起外出？"
          hint="去外地务工、做生意的日子。没有外出、不清楚就空着；只记得哪个月，写那个月的 1 号"
          value={draft.awaySince}
          onChange={(awaySince) => onChange({ ...draft, awaySince })}
          error={errorOf('awaySince')}
        />
      )}
      {asks.includes('relatives.birthDate') && draft.lives === 'together' && (
        <AskedDay
          label="亲属哪天出生？"
          hint="同住的人都满 60 岁，算纯老年人家庭；不清楚就空着"
          value={draft.birthDate}
          onChange={(birthDate) => onChange({ ...draft, birthDate })}
          error={errorOf('birthDate')}
        />
      )}
      {asks.includes('relatives.ableToSupport') && isChild && (
        <AskedChoice
          label="有没有能力赡养老人"
          error={errorOf('ableToSupport')}
          options={able}
          value={draft.ableToSupport}
          onChange={(ableToSupport) => onChange({ ...draft, ableToSupport })}
          onClear={() => onChange({ ...draft, ableToSupport: null })}
        />
      )}
    </>
  );
}

type EmergencyFieldProps<Draft> = Pick<RelativeFieldsProps<Draft>, 'draft' | 'onChange'>;

function EmergencyField<Draft extends StandingDraft>({ draft, onChange }: EmergencyFieldProps<Draft>) {
  return (
    <Checkbox
      checked={draft.emergencyContact}
      onChange={(emergencyContact) => onChange({ ...draft, emergencyContact })}
    >
      紧急联系人，出了急事要打给他
    </Checkbox>
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
