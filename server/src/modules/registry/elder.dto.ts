import { OmitType, PartialType } from '@nestjs/swagger';
import {
  CATEGORIES,
  RELATIONS,
  SEXES,
  TIERS,
  VISIT_STATES,
  codesOf,
  type Category,
  type Relation,
  type Sex,
  type Tier,
  type VisitState,
} from '@tanfang/shared';

import {
  CalendarDate,
  Flag,
  ListOf,
  ListOfCodes,
  ListOfIds,
  Nested,
  OneOf,
  PageQuery,
  Text,
  UlidField,
  Whole,
} from '../../platform/http';
import { FactsBody, PlaceBody } from './facts.dto';
import {
  END_REASONS,
  HINT_ICONS,
  RECORD_STATUSES,
  REVEALED_FIELDS,
  type EndReason,
  type Hint,
  type RecordStatus,
  type RevealedField,
} from './registry.codes';
import { IdentityNumberField, PhoneField } from './registry.fields';

const MOST_RELATIVES = 30;
const MOST_HINTS = 8;
const MOST_PLACES = 100;

export class HintBody implements Hint {
  @OneOf(HINT_ICONS, { label: '提示图标' })
  icon!: Hint['icon'];

  @Text({ label: '提示', max: 12 })
  title!: string;

  @Text({ label: '提示说明', max: 60 })
  detail!: string;
}

export class RegisterRelative {
  @UlidField({ label: '亲属编号' })
  id!: string;

  @Text({ label: '亲属姓名', max: 50 })
  name!: string;

  @OneOf(codesOf(RELATIONS), { label: '与老人的关系' })
  relation!: Relation;

  @Text({ label: '称谓', max: 10, optional: true })
  kinWord?: string;

  @Text({ label: '对老人的称呼', max: 10, optional: true })
  callsElder?: string;

  @PhoneField()
  phone?: string | null;

  @Flag({ label: '与老人同住' })
  livesWithElder!: boolean;

  @Flag({ label: '紧急联系人', optional: true })
  emergencyContact?: boolean;

  @Flag({ label: '监护人', optional: true })
  guardian?: boolean;

  @Nested(() => PlaceBody, { label: '亲属居住地', optional: true, nullable: true })
  residence?: PlaceBody | null;

  @CalendarDate({ label: '亲属出生日期', optional: true, nullable: true })
  birthDate?: string | null;

  @CalendarDate({ label: '外出日期', optional: true, nullable: true })
  awaySince?: string | null;

  @Flag({ label: '有赡养能力', optional: true, nullable: true })
  ableToSupport?: boolean | null;
}

/** Only what is given changes; a phone or a circumstance that is null is struck out: nobody knows. */
export class AmendRelative extends PartialType(OmitType(RegisterRelative, ['id'] as const)) {}

export class RegisterElder {
  @UlidField({ label: '老人编号' })
  id!: string;

  @Text({ label: '姓名', max: 50 })
  name!: string;

  @OneOf(codesOf(SEXES), { label: '性别' })
  sex!: Sex;

  @IdentityNumberField()
  idNumber!: string;

  @CalendarDate({ label: '出生日期' })
  birthDate!: string;

  @PhoneField()
  phone?: string | null;

  @Text({ label: '住址', max: 120 })
  address!: string;

  @Text({ label: '楼栋单元', max: 40, optional: true })
  place?: string;

  @UlidField({ label: '社区' })
  communityId!: string;

  @Text({ label: '称呼', max: 20, optional: true })
  callName?: string;

  @Nested(() => FactsBody, { label: '老人情况' })
  facts!: FactsBody;

  /** Left out: nobody has asked yet. An empty list: there are none. */
  @ListOf(() => RegisterRelative, { label: '亲属', max: MOST_RELATIVES, optional: true })
  relatives?: RegisterRelative[];

  @UlidField({ label: '第一联系人', optional: true })
  firstContactId?: string;

  @ListOf(() => HintBody, { label: '上门提示', max: MOST_HINTS, optional: true })
  hints?: HintBody[];
}

/** Ending a record: the person has died, has moved away, or was registered by mistake. */
export class EndingBody {
  @CalendarDate({ label: '销册日期' })
  on!: string;

  @OneOf(END_REASONS, { label: '销册原因' })
  reason!: EndReason;
}

/** Only what is given changes. `facts` and `hints` are replaced as a whole. */
export class AmendElder {
  @Whole({ label: '版本', min: 1, max: 2_000_000_000, optional: true })
  version?: number;

  @Text({ label: '姓名', max: 50, optional: true })
  name?: string;

  @OneOf(codesOf(SEXES), { label: '性别', optional: true })
  sex?: Sex;

  @IdentityNumberField({ optional: true })
  idNumber?: string;

  @CalendarDate({ label: '出生日期', optional: true })
  birthDate?: string;

  @PhoneField()
  phone?: string | null;

  @Text({ label: '住址', max: 120, optional: true })
  address?: string;

  @Text({ label: '楼栋单元', max: 40, optional: true })
  place?: string;

  @UlidField({ label: '社区', optional: true })
  communityId?: string;

  @Text({ label: '称呼', max: 20, optional: true })
  callName?: string;

  @Nested(() => FactsBody, { label: '老人情况', optional: true })
  facts?: FactsBody;

  @Flag({ label: '亲属已全部登记', optional: true })
  relativesKnown?: boolean;

  @ListOf(() => HintBody, { label: '上门提示', max: MOST_HINTS, optional: true })
  hints?: HintBody[];

  @Nested(() => EndingBody, { label: '销册', optional: true })
  ended?: EndingBody;
}

export class NameFirstContact {
  @UlidField({ label: '亲属编号' })
  relativeId!: string;
}

export class RevealBody {
  @OneOf(REVEALED_FIELDS, { label: '要看的内容' })
  field!: RevealedField;

  @UlidField({ label: '亲属编号', optional: true })
  relativeId?: string;

  @Text({ label: '查看原因', min: 4, max: 200 })
  reason!: string;
}

/** Taking back that a record has ended. */
export class ReopenBody {
  @Text({ label: '恢复原因', min: 4, max: 200 })
  reason!: string;
}

export class IssueDoorCode {
  @UlidField({ label: '门牌码编号' })
  id!: string;
}

export class ElderPath {
  @UlidField({ label: '老人编号' })
  id!: string;
}

export class RelativePath extends ElderPath {
  @UlidField({ label: '亲属编号' })
  relativeId!: string;
}

export class DoorCodePath extends ElderPath {
  @UlidField({ label: '门牌码编号' })
  codeId!: string;
}

export class EldersQuery extends PageQuery {
  /** Left out: those on the register. */
  @OneOf(RECORD_STATUSES, { label: '在册、不再符合还是已销册', optional: true })
  status?: RecordStatus;
}

/**
 * Of several filters all hold, of several values of one any. A question with a number or an address in it stands in the
 * body: addresses of requests end in the logs of proxies.
 */
export class SearchElders {
  /** Part of a name, or a whole identity number, phone or address. */
  @Text({ label: '搜索', max: 60, optional: true })
  q?: string;

  /** Communities, or divisions with communities in them. */
  @ListOfIds({ label: '社区或街道', max: MOST_PLACES, optional: true })
  divisionIds?: string[];

  @ListOfCodes(codesOf(CATEGORIES), { label: '类别', max: codesOf(CATEGORIES).length, optional: true })
  categories?: Category[];

  @ListOfCodes(codesOf(TIERS), { label: '人群', max: codesOf(TIERS).length, optional: true })
  tiers?: Tier[];

  @ListOfCodes(codesOf(VISIT_STATES), { label: '探访情况', max: codesOf(VISIT_STATES).length, optional: true })
  visits?: VisitState[];

  @Flag({ label: '有没有第一联系人', optional: true })
  hasFirstContact?: boolean;

  /** False: whom nobody visits although visits are owed. */
  @Flag({ label: '有没有探访员', optional: true })
  hasVisitor?: boolean;

  @Text({ label: '起点', max: 200, optional: true })
  after?: string;

  @Whole({ label: '条数', min: 1, max: 100, optional: true })
  limit?: number;

  /** Left out: those on the register. */
  @OneOf(RECORD_STATUSES, { label: '在册、不再符合还是已销册', optional: true })
  status?: RecordStatus;
}
