import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import {
  codesOf,
  FAMILY_CHOICES,
  MATTERS,
  NEED_HANDLERS,
  NEED_STATUSES,
  NEED_TYPES,
  PAUSES,
  SEVERITIES,
  TREND_WORDS,
  type FamilyChoice,
  type Matter,
  type NeedHandler,
  type NeedStatus,
  type NeedType,
  type PauseReason,
  type Severity,
  type TrendWord,
} from '@tanfang/shared';

import { OneOf, PageQuery, Text, UlidField } from '../../platform/http';
import { LEVELS, OUTCOMES, RISEN_FROM, type Level, type Outcome, type RisenFrom } from './care.entities';

export class NeedPath {
  @UlidField({ label: '事情编号' })
  id!: string;
}

export class ElderPath {
  @UlidField({ label: '老人编号' })
  id!: string;
}

export class NeedsQuery extends PageQuery {
  @OneOf(codesOf(NEED_STATUSES), { label: '进展', optional: true })
  status?: NeedStatus;

  @UlidField({ label: '探访编号', optional: true })
  visitId?: string;

  @OneOf(codesOf(MATTERS), { label: '事项', optional: true })
  matter?: Matter;
}

export class AnswerBody {
  @UlidField({ label: '编号' })
  id!: string;

  @OneOf(codesOf(FAMILY_CHOICES), { label: '您的选择' })
  choice!: FamilyChoice;
}

export class AcknowledgementBody {
  @UlidField({ label: '编号' })
  id!: string;
}

export class ClosureBody {
  @UlidField({ label: '编号' })
  id!: string;

  @OneOf(OUTCOMES, { label: '结果' })
  outcome!: Outcome;

  @Text({ label: '说明', max: 500, optional: true })
  note?: string;
}

export class ElderNamed {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: '李奶奶' })
  callName!: string;
}

export class ElderCalled {
  @ApiProperty()
  id!: string;

  @ApiProperty({ description: '妈妈' })
  callName!: string;
}

/** A need as an officer sees it in a list. */
export class OfficerNeed {
  @ApiProperty({ enum: ['officer'] })
  view!: 'officer';

  @ApiProperty()
  id!: string;

  @ApiProperty({ type: ElderNamed })
  elder!: ElderNamed;

  @ApiProperty()
  communityId!: string;

  @ApiProperty()
  matter!: string;

  @ApiProperty({ enum: codesOf(NEED_TYPES) })
  needType!: NeedType;

  @ApiProperty({ enum: codesOf(SEVERITIES) })
  severity!: Severity;

  @ApiProperty()
  title!: string;

  @ApiProperty({ enum: codesOf(NEED_STATUSES) })
  status!: NeedStatus;

  @ApiProperty({ enum: codesOf(NEED_HANDLERS), nullable: true })
  handler!: NeedHandler | null;

  @ApiProperty({ enum: ['first-contact', 'community', 'street'], description: '按方案归谁' })
  owner!: 'first-contact' | 'community' | 'street';

  @ApiProperty({ enum: LEVELS, description: '现在轮到谁' })
  level!: Level;

  @ApiProperty({ enum: codesOf(FAMILY_CHOICES), nullable: true, description: '家人选了什么' })
  familyWish!: FamilyChoice | null;

  @ApiProperty({ description: '不告诉家人' })
  heldFromFamily!: boolean;

  @ApiProperty({ description: '方案要找第一联系人，名册里没有' })
  firstContactMissing!: boolean;

  @ApiProperty({ type: 'integer', format: 'int64' })
  raisedAt!: number;

  @ApiProperty({ type: 'integer', format: 'int64', description: '最近一次看到' })
  seenAt!: number;

  @ApiProperty({ type: 'integer', format: 'int64' })
  acknowledgeBy!: number;

  @ApiProperty({ type: 'integer', format: 'int64' })
  closeBy!: number;

  @ApiProperty({ description: '过了时限' })
  late!: boolean;
}

export class FamilyChoiceText {
  @ApiProperty({ enum: codesOf(FAMILY_CHOICES) })
  choice!: FamilyChoice;

  @ApiProperty({ description: '我来处理' })
  title!: string;

  @ApiProperty({ description: '谁来办，花不花钱，怎么算完' })
  text!: string;
}

/** Nobody took it in time, so that it lies with somebody else now. */
export class WentUp {
  @ApiProperty({ description: '街道' })
  who!: string;

  @ApiProperty({ type: 'integer', format: 'int64' })
  at!: number;
}

/** A need as the family sees it: plain words, and nothing that is for staff. */
export class FamilyNeed {
  @ApiProperty({ enum: ['family'] })
  view!: 'family';

  @ApiProperty()
  id!: string;

  @ApiProperty({ type: ElderCalled })
  elder!: ElderCalled;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  plain!: string;

  @ApiProperty({ enum: codesOf(NEED_STATUSES) })
  status!: NeedStatus;

  @ApiProperty({ description: '轮到家里拿主意；过了时限转上去的，轮不到了，还可以拿主意' })
  yourTurn!: boolean;

  @ApiProperty({ enum: ['self', 'community'], nullable: true, description: '家里选的办法；还没选时没有' })
  wish!: FamilyChoice | null;

  @ApiProperty({ description: '现在谁在办，一句话' })
  progress!: string;

  @ApiProperty({ type: WentUp, nullable: true, description: '过了时限转到谁那里，还没有人接' })
  wentUp!: WentUp | null;

  @ApiProperty({ format: 'date', description: '请在这天之前' })
  answerBy!: string;

  @ApiProperty({ type: 'integer', format: 'int64' })
  seenAt!: number;
}

/** What a visitor sees of what they themselves found. */
export class VisitorNeed {
  @ApiProperty({ enum: ['visitor'] })
  view!: 'visitor';

  @ApiProperty()
  id!: string;

  @ApiProperty()
  matter!: string;

  @ApiProperty({ enum: codesOf(SEVERITIES) })
  severity!: Severity;

  @ApiProperty()
  title!: string;

  @ApiProperty({ enum: codesOf(NEED_STATUSES) })
  status!: NeedStatus;

  @ApiProperty({ description: '现在谁在办，一句话' })
  progress!: string;
}

export type NeedItem = OfficerNeed | FamilyNeed | VisitorNeed;

@ApiExtraModels(OfficerNeed, FamilyNeed, VisitorNeed)
export class NeedList {
  @ApiProperty({
    type: 'array',
    items: { oneOf: [OfficerNeed, FamilyNeed, VisitorNeed].map((view) => ({ $ref: getSchemaPath(view) })) },
  })
  items!: NeedItem[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

export class FamilyNeedDetail extends FamilyNeed {
  @ApiProperty({ type: String, nullable: true, description: '请探访员当场先做的' })
  safeNow!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '探访员写的话' })
  words!: string | null;

  @ApiProperty({ type: [FamilyChoiceText], description: '空的就是不用选' })
  choices!: FamilyChoiceText[];

  @ApiProperty({ description: '家里接下了，可以点办好了' })
  mayClose!: boolean;

  @ApiProperty({ type: [String], description: '十分钟内有效的链接' })
  photos!: string[];

  @ApiProperty()
  visitorName!: string;
}

export class Because {
  @ApiProperty()
  rule!: string;

  @ApiProperty()
  document!: string;

  @ApiProperty()
  article!: string;

  @ApiProperty()
  text!: string;

  @ApiProperty({ description: '我们的理解，不是原文' })
  reading!: boolean;
}

export class EvidenceItem {
  @ApiProperty()
  visitId!: string;

  @ApiProperty()
  visitorName!: string;

  @ApiProperty({ type: 'integer', format: 'int64' })
  seenAt!: number;

  @ApiProperty({ enum: codesOf(SEVERITIES) })
  severity!: Severity;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: String, nullable: true })
  words!: string | null;

  @ApiProperty({ enum: codesOf(PAUSES), nullable: true, description: '没见到人，听说是住院、外出或者谢绝；别的没有' })
  heard!: PauseReason | null;
}

export class StepItem {
  @ApiProperty({ enum: ['answer', 'acknowledgement', 'closure', 'rise'], description: 'rise：过了时限，转到上一级' })
  kind!: 'answer' | 'acknowledgement' | 'closure' | 'rise';

  @ApiProperty({ description: '选择、接办方、结果或转到哪一级' })
  value!: string;

  @ApiProperty({ enum: RISEN_FROM, nullable: true, description: '从谁那里转上来的；别的步骤没有' })
  from!: RisenFrom | null;

  @ApiProperty({ description: '谁做的；自己转上去的是空的' })
  name!: string;

  @ApiProperty({ type: 'integer', format: 'int64' })
  at!: number;
}

export class OfficerNeedDetail extends OfficerNeed {
  @ApiProperty()
  plain!: string;

  @ApiProperty({ type: [String] })
  advice!: string[];

  @ApiProperty({ type: [String], description: '还要告诉谁' })
  inform!: string[];

  @ApiProperty({ type: [Because], description: '为什么归他们' })
  because!: Because[];

  @ApiProperty({ type: [EvidenceItem], description: '最近的在前' })
  evidence!: EvidenceItem[];

  @ApiProperty({ type: [StepItem] })
  steps!: StepItem[];

  @ApiProperty({ type: [String], description: '十分钟内有效的链接' })
  photos!: string[];

  @ApiProperty({ enum: OUTCOMES, nullable: true })
  outcome!: Outcome | null;

  @ApiProperty({ type: String, nullable: true })
  note!: string | null;

  @ApiProperty({ type: 'integer', format: 'int64', nullable: true })
  closedAt!: number | null;
}

export type NeedDetail = OfficerNeedDetail | FamilyNeedDetail;

export class MatterItem {
  @ApiProperty()
  matter!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ enum: ['open', 'closed'] })
  status!: 'open' | 'closed';

  @ApiProperty({ format: 'date' })
  seenOn!: string;

  @ApiProperty({ description: '现在怎样了，一句话' })
  detail!: string;

  @ApiProperty({ description: '这次必看' })
  mustLook!: boolean;
}

export class MatterList {
  @ApiProperty({ type: [MatterItem] })
  items!: MatterItem[];
}

export class VisitorNamed {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  name!: string;
}

/** A door that stayed shut, and what the community has done about it. */
export class NoAnswerNewsItem {
  @ApiProperty()
  elderId!: string;

  @ApiProperty({ description: '老人的姓名' })
  name!: string;

  @ApiProperty({ type: 'integer', format: 'int64', description: '最近一次没见到' })
  at!: number;

  @ApiProperty({ type: VisitorNamed, nullable: true, description: '最近一次是谁去的' })
  visitor!: VisitorNamed | null;

  @ApiProperty({ enum: codesOf(NEED_STATUSES) })
  status!: NeedStatus;

  @ApiProperty({ enum: codesOf(NEED_HANDLERS), nullable: true, description: '谁在找' })
  handler!: NeedHandler | null;

  @ApiProperty({ type: 'integer', format: 'int64', nullable: true })
  closedAt!: number | null;

  @ApiProperty({ type: String, nullable: true, description: '办结的人写给探访员的话' })
  words!: string | null;
}

export class NoAnswerNews {
  @ApiProperty({ type: [NoAnswerNewsItem] })
  items!: NoAnswerNewsItem[];
}

export class ParentElder {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: 'integer' })
  age!: number;

  @ApiProperty({ description: '妈妈' })
  callName!: string;
}

/** What became of something that a visit found. */
export class SettledItem {
  @ApiProperty({ description: '燃气安全' })
  about!: string;

  @ApiProperty({ description: '办好了' })
  how!: string;

  @ApiProperty({ description: '办好了；不用办了、转给别的单位的不是' })
  done!: boolean;

  @ApiProperty({ type: 'integer', format: 'int64' })
  at!: number;
}

export class LastVisit {
  @ApiProperty({ type: 'integer', format: 'int64' })
  at!: number;

  @ApiProperty()
  visitorName!: string;

  @ApiProperty({ description: '邻居' })
  visitorWord!: string;

  @ApiProperty({ description: '精神和上次一样，走路慢了些' })
  sentence!: string;

  @ApiProperty({ type: [SettledItem], description: '那次看到的事，后来结了的' })
  settled!: SettledItem[];
}

export class VisitLine extends LastVisit {
  @ApiProperty()
  id!: string;
}

export class Turn {
  @ApiProperty()
  needId!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  plain!: string;

  @ApiProperty({ description: '家里接下了，在办' })
  taken!: boolean;

  @ApiProperty({ type: WentUp, nullable: true, description: '过了时限转到谁那里，家里还可以拿主意' })
  wentUp!: WentUp | null;

  @ApiProperty({ format: 'date' })
  answerBy!: string;
}

/** Something that was found and is not settled, and waits for somebody else than the family. */
export class UnsettledItem {
  @ApiProperty()
  needId!: string;

  @ApiProperty({ description: '燃气安全' })
  about!: string;

  @ApiProperty({ description: '社区在跟进，办好了会告诉您' })
  how!: string;
}

export class TrendItem {
  @ApiProperty()
  key!: string;

  @ApiProperty({ description: '走路' })
  label!: string;

  @ApiProperty({ type: [Number], description: '最早的在前，越高越好' })
  points!: number[];

  @ApiProperty({ enum: codesOf(TREND_WORDS) })
  word!: TrendWord;
}

export class ParentPage {
  @ApiProperty({ type: ParentElder })
  elder!: ParentElder;

  @ApiProperty({ type: LastVisit, nullable: true })
  lastVisit!: LastVisit | null;

  @ApiProperty({ type: Turn, nullable: true })
  turn!: Turn | null;

  @ApiProperty({ type: [UnsettledItem], description: '看到了、还没结的别的事，现在谁在办' })
  unsettled!: UnsettledItem[];

  @ApiProperty({ type: [TrendItem] })
  trends!: TrendItem[];

  @ApiProperty({ type: [VisitLine], description: '这半年，最近的在前' })
  visits!: VisitLine[];

  @ApiProperty({ type: 'integer', description: '这半年来过几次' })
  visitCount!: number;
}
