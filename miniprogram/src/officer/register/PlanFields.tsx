import { codesOf, CONTRACTS, ENTRUSTMENT_STATES, SERVICE_CLASSES, STAFF_TIERS } from '@tanfang/shared';
import { Box, Card, Choices, Heading, TextField, Words } from '@/components';
import type { Asks } from '../desk/asks';
import { Asked, AskedChoice } from '../desk/Asked';
import { optionsOf } from '../desk/options';
import { PlaceField, RuralField } from '../desk/PlaceField';
import type { GroupProps } from './group';
import type { PlanDraft } from './plan-draft';

interface PlanFieldsProps<Draft> extends GroupProps<Draft> {
  /** Only these are asked. */
  asks: Asks;
}

/** What only some plans ask about the elder; nothing where the plan asks nothing more. */
export function PlanCard<Draft extends PlanDraft>(props: PlanFieldsProps<Draft>) {
  if (!asksAboutElder(props.asks)) return null;
  return (
    <Card>
      <Box className="stack">
        <Heading level={2}>方案还要问的</Heading>
        <PlanQuestions {...props} />
      </Box>
    </Card>
  );
}

/** The same without the card around it. */
export function PlanQuestions<Draft extends PlanDraft>(props: PlanFieldsProps<Draft>) {
  return (
    <>
      <HouseholdFields {...props} />
      <PlanFields {...props} />
    </>
  );
}

const asksAboutElder = (asks: Asks) => asks.some((asked) => !asked.startsWith('relatives.'));

/** Where the household is registered. */
export function HouseholdFields<Draft extends PlanDraft>({ draft, set, errors, asks }: PlanFieldsProps<Draft>) {
  const field = {
    place: draft.household,
    onChange: (household: PlanDraft['household']) => set({ ...draft, household }),
  };
  return (
    <>
      {asks.includes('household.division') && (
        <PlaceField
          {...field}
          label="户口在哪里（不清楚就不写）"
          error={errors['facts.household.division'] ?? errors['facts.household']}
        />
      )}
      {asks.includes('household.rural') && <RuralField {...field} label="是农村户口吗" />}
    </>
  );
}

/** Contracts, classes, what staff or the district decided. */
export function PlanFields<Draft extends PlanDraft>({ draft, set, errors, asks }: PlanFieldsProps<Draft>) {
  const contracts = codesOf(CONTRACTS).filter((contract) => asks.includes(`contracts.${contract}`));
  return (
    <>
      {contracts.length > 0 && (
        <Asked label="签约服务" error={errors['facts.contracts']}>
          <Words className="note">签了哪个选哪个，没有就不选</Words>
          <Choices
            label="签约服务"
            columns={1}
            options={contracts.map((value) => ({ value, label: CONTRACTS[value] }))}
            values={draft.contracts}
            onChange={(chosen) => set({ ...draft, contracts: chosen })}
          />
        </Asked>
      )}
      {asks.includes('serviceClass') && (
        <AskedChoice
          label="服务对象类别"
          error={errors['facts.serviceClass']}
          options={optionsOf(SERVICE_CLASSES)}
          value={draft.serviceClass}
          onChange={(serviceClass) => set({ ...draft, serviceClass })}
          onClear={() => set({ ...draft, serviceClass: null })}
        />
      )}
      {asks.includes('entrustment') && (
        <AskedChoice
          label="委托"
          error={errors['facts.entrustment']}
          options={optionsOf(ENTRUSTMENT_STATES)}
          value={draft.entrustment}
          onChange={(entrustment) => set({ ...draft, entrustment })}
          onClear={() => set({ ...draft, entrustment: null })}
        />
      )}
      {asks.includes('staffTier') && (
        <AskedChoice
          label="登记时勾的等级"
          error={errors['facts.staffTier']}
          options={optionsOf(STAFF_TIERS)}
          value={draft.staffTier}
          onChange={(staffTier) => set({ ...draft, staffTier })}
          onClear={() => set({ ...draft, staffTier: null })}
        />
      )}
      {asks.includes('locallyDesignated') && (
        <TextField
          label="区里另外纳入的原因（没有就不写）"
          value={draft.designated}
          onChange={(designated) => set({ ...draft, designated })}
          error={errors['facts.locallyDesignated.reason'] ?? errors['facts.locallyDesignated']}
          maxLength={200}
        />
      )}
    </>
  );
}
