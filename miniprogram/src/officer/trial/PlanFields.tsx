import { CONTRACTS, ENTRUSTMENT_STATES, SERVICE_CLASSES, STAFF_TIERS } from '@tanfang/shared';
import { Choices, TextField, Words } from '@/components';
import { Asked, AskedChoice } from '../desk/Asked';
import { optionsOf } from '../desk/options';
import type { GroupProps } from '../register/group';
import type { TrialDraft } from './trial-draft';

/** What only some plans ask: contracts, classes, what staff or the district decided. */
export function PlanFields({ draft, set, errors }: GroupProps<TrialDraft>) {
  return (
    <>
      <Words className="note">各地方案看的不一样，没有的不用选</Words>
      <Asked label="签约服务" error={errors['facts.contracts']}>
        <Choices
          label="签约服务"
          columns={1}
          options={optionsOf(CONTRACTS)}
          values={draft.contracts}
          onChange={(contracts) => set({ ...draft, contracts })}
        />
      </Asked>
      <AskedChoice
        label="服务对象类别"
        error={errors['facts.serviceClass']}
        options={optionsOf(SERVICE_CLASSES)}
        value={draft.serviceClass}
        onChange={(serviceClass) => set({ ...draft, serviceClass })}
        onClear={() => set({ ...draft, serviceClass: null })}
      />
      <AskedChoice
        label="委托"
        error={errors['facts.entrustment']}
        options={optionsOf(ENTRUSTMENT_STATES)}
        value={draft.entrustment}
        onChange={(entrustment) => set({ ...draft, entrustment })}
        onClear={() => set({ ...draft, entrustment: null })}
      />
      <AskedChoice
        label="登记时勾的等级"
        error={errors['facts.staffTier']}
        options={optionsOf(STAFF_TIERS)}
        value={draft.staffTier}
        onChange={(staffTier) => set({ ...draft, staffTier })}
        onClear={() => set({ ...draft, staffTier: null })}
      />
      <TextField
        label="区里另外纳入的原因（没有就不写）"
        value={draft.designated}
        onChange={(designated) => set({ ...draft, designated })}
        error={errors['facts.locallyDesignated.reason'] ?? errors['facts.locallyDesignated']}
        maxLength={200}
      />
    </>
  );
}
