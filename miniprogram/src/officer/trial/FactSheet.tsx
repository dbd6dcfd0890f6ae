import { Box, TextField } from '@/components';
import type { Asks } from '../desk/asks';
import { PlaceField, RuralField } from '../desk/PlaceField';
import { CONDITIONS } from '../register/health-draft';
import type { GroupProps } from '../register/group';
import { HealthQuestions } from '../register/HealthFields';
import { HouseholdFields, PlanFields } from '../register/PlanFields';
import { Fold } from './Fold';
import { TrialRelatives } from './TrialRelatives';
import type { TrialDraft } from './trial-draft';

interface FactSheetProps extends GroupProps<TrialDraft> {
  /** All groups unfolded: there is room. */
  open: boolean;
  /** What any plan has asked. */
  asks: Asks;
}

/** The sheet: everything that any plan asks about an elder. */
export function FactSheet({ open, asks, ...group }: FactSheetProps) {
  const { draft, set, errors } = group;
  return (
    <Box className="stack">
      <Fold title="年纪和住处" summary={whoInWords(draft)} open={open}>
        <TextField
          id="birthDate"
          label="出生日期"
          kind="date"
          value={draft.birthDate}
          onChange={(birthDate) => set({ ...draft, birthDate })}
          error={errors['facts.birthDate']}
          required
        />
        <PlaceField
          label="常住在哪里"
          place={draft.residence}
          onChange={(residence) => set({ ...draft, residence })}
          error={errors['facts.residence.division'] ?? errors['facts.residence']}
        />
        <RuralField
          label="住的是村委会的地方吗"
          place={draft.residence}
          onChange={(residence) => set({ ...draft, residence })}
        />
        <HouseholdFields {...group} asks={asks} />
      </Fold>
      <Fold title="亲属和同住的人" summary={kinInWords(draft)} open={open}>
        <TrialRelatives {...group} asks={asks} />
      </Fold>
      <Fold title="身体和家里" summary={bodyInWords(draft)} open={open}>
        <HealthQuestions {...group} />
      </Fold>
      <Fold title="服务和认定" summary={planInWords(draft)} open={open}>
        <PlanFields {...group} asks={asks} />
      </Fold>
    </Box>
  );
}

function whoInWords({ birthDate, residence }: TrialDraft): string {
  return [birthDate ? `${birthDate} 出生` : '还没填出生日期', residence.code && `住 ${residence.code}`]
    .filter(Boolean)
    .join('，');
}

function kinInWords({ relativesAsked, relatives }: TrialDraft): string {
  if (relativesAsked !== 'yes') return '还没问';
  return relatives.length === 0 ? '一位也没有' : `${relatives.length} 位`;
}

function bodyInWords({ conditions, maritalStatus, ability, disabilityGrade, onlyChild }: TrialDraft): string {
  const asked = [maritalStatus === null ? '婚姻不清楚' : null, ...conditions.map((condition) => CONDITIONS[condition])];
  const more = [ability && '评估过', disabilityGrade && '有残疾证', onlyChild && '计生特殊'];
  return [...asked, ...more].filter(Boolean).join('，') || '没有特别的';
}

function planInWords({ contracts, serviceClass, entrustment, staffTier, designated }: TrialDraft): string {
  const filled = [contracts.length > 0, serviceClass, entrustment, staffTier, designated.trim()].filter(Boolean).length;
  return filled === 0 ? '没有' : `填了 ${filled} 项`;
}
