import {
  codesOf,
  type AbilityLevel,
  type Assistance,
  type DisabilityKind,
  type MaritalStatus,
  type OnlyChildStatus,
} from '@tanfang/shared';
import type { BodyOf } from '@/api';

export type Facts = BodyOf<'post', '/api/elders'>['facts'];

/** What is asked as yes or no. */
export const CONDITIONS = {
  lacksDailyCare: '日常没人照顾',
  limitedMobility: '行动不便',
  bedridden: '卧床',
  dementia: '失智',
  incapableOfWork: '丧失劳动能力',
} as const;
export type Condition = keyof typeof CONDITIONS;

/** Grades of a disability, 1 the gravest. */
export type Grade = '1' | '2' | '3' | '4';

/** What the plans ask about body and household, as it is filled in; null and '' are not known. */
export interface HealthDraft {
  maritalStatus: MaritalStatus | null;
  conditions: Condition[];
  ability: AbilityLevel | null;
  abilityOn: string;
  disabilityGrade: Grade | null;
  disabilityKinds: DisabilityKind[];
  disabilityUntil: string;
  onlyChild: OnlyChildStatus | null;
  /** Asked of one who is disabled. */
  onlyChildGrade: Grade | null;
  laterChild: boolean;
  assistance: Assistance[];
}

export function newHealth(): HealthDraft {
  return {
    ...{ maritalStatus: null, conditions: [], ability: null, abilityOn: '' },
    ...{ disabilityGrade: null, disabilityKinds: [], disabilityUntil: '' },
    ...{ onlyChild: null, onlyChildGrade: null, laterChild: false, assistance: [] },
  };
}

export function toHealthFacts(draft: HealthDraft): Facts {
  const { maritalStatus, conditions, ability, abilityOn, disabilityGrade, disabilityKinds, disabilityUntil } = draft;
  return {
    ...(maritalStatus ? { maritalStatus } : {}),
    ...Object.fromEntries(conditions.map((condition) => [condition, true])),
    ...(ability ? { ability: { level: ability, ...(abilityOn ? { assessedOn: abilityOn } : {}) } } : {}),
    ...(disabilityGrade
      ? {
          disability: {
            grade: Number(disabilityGrade),
            ...(disabilityKinds.length > 0 ? { kinds: disabilityKinds } : {}),
            ...(disabilityUntil ? { validUntil: disabilityUntil } : {}),
          },
        }
      : {}),
    ...onlyChildFacts(draft),
    ...(draft.assistance.length > 0 ? { assistance: draft.assistance } : {}),
  };
}

function onlyChildFacts({ onlyChild, onlyChildGrade, laterChild }: HealthDraft): Pick<Facts, 'onlyChild'> {
  if (!onlyChild) return {};
  const grade = onlyChild === 'disabled' && onlyChildGrade ? { disabilityGrade: Number(onlyChildGrade) } : {};
  return { onlyChild: { status: onlyChild, ...grade, ...(laterChild ? { laterChild } : {}) } };
}

/** The other way round: what is known already. */
export function healthOf(facts: Facts): HealthDraft {
  const { maritalStatus = null, ability, disability, onlyChild } = facts;
  return {
    maritalStatus,
    conditions: codesOf(CONDITIONS).filter((condition) => facts[condition] === true),
    ...{ ability: ability?.level ?? null, abilityOn: ability?.assessedOn ?? '' },
    disabilityGrade: gradeOf(disability?.grade),
    disabilityKinds: [...(disability?.kinds ?? [])],
    disabilityUntil: disability?.validUntil ?? '',
    ...{ onlyChild: onlyChild?.status ?? null, onlyChildGrade: gradeOf(onlyChild?.disabilityGrade) },
    laterChild: onlyChild?.laterChild ?? false,
    assistance: [...(facts.assistance ?? [])],
  };
}

function gradeOf(grade: number | undefined): Grade | null {
  return grade === undefined ? null : (String(grade) as Grade);
}
