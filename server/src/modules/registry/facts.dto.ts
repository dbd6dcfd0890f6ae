import {
  ABILITY_LEVELS,
  ASSISTANCE,
  CONTRACTS,
  DISABILITY_KINDS,
  ENTRUSTMENT_STATES,
  MARITAL_STATUSES,
  ONLY_CHILD_STATUSES,
  SERVICE_CLASSES,
  STAFF_TIERS,
  codesOf,
  type AbilityLevel,
  type Assistance,
  type Contract,
  type DisabilityKind,
  type EntrustmentState,
  type MaritalStatus,
  type OnlyChildStatus,
  type ServiceClass,
  type StaffTier,
} from '@tanfang/shared';

import { CalendarDate, Flag, ListOfCodes, Nested, OneOf, Text, Whole } from '../../platform/http';

export class PlaceBody {
  @Text({ label: '区划代码', max: 12, pattern: /^\d{6,12}$/, hint: '区划代码要是 6 到 12 位数字', optional: true })
  division?: string;

  @Flag({ label: '农村', optional: true })
  rural?: boolean;
}

export class AbilityBody {
  @OneOf(codesOf(ABILITY_LEVELS), { label: '能力等级' })
  level!: AbilityLevel;

  @CalendarDate({ label: '评估日期', optional: true })
  assessedOn?: string;
}

export class DisabilityBody {
  @ListOfCodes(codesOf(DISABILITY_KINDS), { label: '残疾类别', max: 6, optional: true })
  kinds?: DisabilityKind[];

  @Whole({ label: '残疾等级', min: 1, max: 4 })
  grade!: number;

  @CalendarDate({ label: '残疾证有效期', optional: true })
  validUntil?: string;
}

export class OnlyChildBody {
  @OneOf(codesOf(ONLY_CHILD_STATUSES), { label: '独生子女情况' })
  status!: OnlyChildStatus;

  @Whole({ label: '独生子女残疾等级', min: 1, max: 4, optional: true })
  disabilityGrade?: number;

  @Flag({ label: '再生育或收养', optional: true })
  laterChild?: boolean;
}

export class DesignationBody {
  @Text({ label: '认定原因', max: 200 })
  reason!: string;
}

/** What the plans ask beyond birth date, community and relatives. Left out means unknown or no, as the plans read it. */
export class FactsBody {
  @Nested(() => PlaceBody, { label: '户籍地', optional: true })
  household?: PlaceBody;

  @OneOf(codesOf(MARITAL_STATUSES), { label: '婚姻状况', optional: true })
  maritalStatus?: MaritalStatus;

  @Flag({ label: '日常缺乏照顾', optional: true })
  lacksDailyCare?: boolean;

  @Flag({ label: '丧失劳动能力', optional: true })
  incapableOfWork?: boolean;

  @Nested(() => AbilityBody, { label: '能力评估', optional: true })
  ability?: AbilityBody;

  @Flag({ label: '卧床', optional: true })
  bedridden?: boolean;

  @Flag({ label: '行动不便', optional: true })
  limitedMobility?: boolean;

  @Flag({ label: '失智', optional: true })
  dementia?: boolean;

  @Nested(() => DisabilityBody, { label: '残疾证', optional: true })
  disability?: DisabilityBody;

  @Nested(() => OnlyChildBody, { label: '计划生育特殊家庭', optional: true })
  onlyChild?: OnlyChildBody;

  @ListOfCodes(codesOf(ASSISTANCE), { label: '救助', max: 3, optional: true })
  assistance?: Assistance[];

  @ListOfCodes(codesOf(CONTRACTS), { label: '签约服务', max: 3, optional: true })
  contracts?: Contract[];

  @OneOf(codesOf(SERVICE_CLASSES), { label: '服务对象类别', optional: true })
  serviceClass?: ServiceClass;

  @OneOf(codesOf(ENTRUSTMENT_STATES), { label: '委托', optional: true })
  entrustment?: EntrustmentState;

  @OneOf(codesOf(STAFF_TIERS), { label: '对象等级', optional: true })
  staffTier?: StaffTier;

  @Nested(() => DesignationBody, { label: '区里认定', optional: true })
  locallyDesignated?: DesignationBody;
}
