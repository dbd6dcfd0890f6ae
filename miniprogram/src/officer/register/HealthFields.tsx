import { ABILITY_LEVELS, ASSISTANCE, DISABILITY_KINDS, MARITAL_STATUSES, ONLY_CHILD_STATUSES } from '@tanfang/shared';
import { Box, Card, Checkbox, Choices, Heading, TextField, Words } from '@/components';
import { Asked, AskedChoice } from '../desk/Asked';
import { optionsOf } from '../desk/options';
import { CONDITIONS, type HealthDraft } from './health-draft';
import type { GroupProps } from './group';

const grades = (['1', '2', '3', '4'] as const).map((value) => ({ value, label: `${value} 级` }));

/** What the plan asks about health and household. Whatever nobody knows is left out. */
export function HealthFields<Draft extends HealthDraft>({ draft, set, errors }: GroupProps<Draft>) {
  return (
    <Card>
      <Box className="stack">
        <Heading level={2}>身体和家里</Heading>
        <HealthQuestions draft={draft} set={set} errors={errors} />
      </Box>
    </Card>
  );
}

/** The same without the card around it. */
export function HealthQuestions<Draft extends HealthDraft>({ draft, set, errors }: GroupProps<Draft>) {
  const assessed = draft.ability !== null;
  return (
    <>
      <Words className="note">不清楚的不用选，问到了再补</Words>
      <Asked label="有没有这些情况">
        <Choices
          label="有没有这些情况"
          columns={2}
          options={optionsOf(CONDITIONS)}
          values={draft.conditions}
          onChange={(conditions) => set({ ...draft, conditions })}
        />
      </Asked>
      <AskedChoice
        label="婚姻"
        error={errors['facts.maritalStatus']}
        options={optionsOf(MARITAL_STATUSES)}
        value={draft.maritalStatus}
        onChange={(maritalStatus) => set({ ...draft, maritalStatus })}
        onClear={() => set({ ...draft, maritalStatus: null })}
      />
      <AskedChoice
        label="能力评估的结果"
        error={errors['facts.ability.level'] ?? errors['facts.ability']}
        options={optionsOf(ABILITY_LEVELS)}
        value={draft.ability}
        onChange={(ability) => set({ ...draft, ability })}
        onClear={() => set({ ...draft, ability: null, abilityOn: '' })}
      />
      {assessed && (
        <TextField
          label="评估日期"
          kind="date"
          value={draft.abilityOn}
          onChange={(abilityOn) => set({ ...draft, abilityOn })}
          error={errors['facts.ability.assessedOn']}
        />
      )}
      <Disability draft={draft} set={set} errors={errors} />
      <OnlyChild draft={draft} set={set} errors={errors} />
      <Asked label="救助" error={errors['facts.assistance']}>
        <Choices
          label="救助"
          options={optionsOf(ASSISTANCE)}
          values={draft.assistance}
          onChange={(assistance) => set({ ...draft, assistance })}
        />
      </Asked>
    </>
  );
}

function Disability<Draft extends HealthDraft>({ draft, set, errors }: GroupProps<Draft>) {
  const none: Partial<HealthDraft> = { disabilityGrade: null, disabilityKinds: [], disabilityUntil: '' };
  return (
    <>
      <AskedChoice
        label="残疾证的等级"
        error={errors['facts.disability.grade'] ?? errors['facts.disability']}
        options={grades}
        value={draft.disabilityGrade}
        onChange={(disabilityGrade) => set({ ...draft, disabilityGrade })}
        onClear={() => set({ ...draft, ...none })}
      />
      {draft.disabilityGrade !== null && (
        <>
          <Asked label="残疾类别" error={errors['facts.disability.kinds']}>
            <Choices
              label="残疾类别"
              columns={2}
              options={optionsOf(DISABILITY_KINDS)}
              values={draft.disabilityKinds}
              onChange={(disabilityKinds) => set({ ...draft, disabilityKinds })}
            />
          </Asked>
          <TextField
            label="残疾证有效期到"
            kind="date"
            value={draft.disabilityUntil}
            onChange={(disabilityUntil) => set({ ...draft, disabilityUntil })}
            error={errors['facts.disability.validUntil']}
          />
        </>
      )}
    </>
  );
}

function OnlyChild<Draft extends HealthDraft>({ draft, set, errors }: GroupProps<Draft>) {
  const none: Partial<HealthDraft> = { onlyChild: null, onlyChildGrade: null, laterChild: false };
  return (
    <>
      <AskedChoice
        label="计划生育特殊家庭"
        error={errors['facts.onlyChild.status'] ?? errors['facts.onlyChild']}
        options={optionsOf(ONLY_CHILD_STATUSES)}
        value={draft.onlyChild}
        onChange={(onlyChild) => set({ ...draft, onlyChild })}
        onClear={() => set({ ...draft, ...none })}
      />
      {draft.onlyChild === 'disabled' && (
        <AskedChoice
          id="onlyChildGrade"
          label="独生子女的残疾等级"
          error={errors['facts.onlyChild.disabilityGrade']}
          options={grades}
          value={draft.onlyChildGrade}
          onChange={(onlyChildGrade) => set({ ...draft, onlyChildGrade })}
        />
      )}
      {draft.onlyChild !== null && (
        <Checkbox checked={draft.laterChild} onChange={(laterChild) => set({ ...draft, laterChild })}>
          后来又生育或者收养了
        </Checkbox>
      )}
    </>
  );
}
