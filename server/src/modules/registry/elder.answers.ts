import { ApiProperty } from '@nestjs/swagger';
import {
  CADENCES,
  CATEGORIES,
  RELATIONS,
  SEXES,
  TIERS,
  VISIT_STATES,
  codesOf,
  type Cadence,
  type PlanCategory,
  type Relation,
  type Sex,
  type Tier,
  type VisitState,
} from '@tanfang/shared';

import { FIRST_CONTACT_GAPS, type ElderFacts, type Evaluation, type FirstContactGap } from '../../policy';
import { ExplanationReply } from '../policies';
import { END_REASONS, HINT_ICONS, type EndReason, type Hint } from './registry.codes';

export class FirstContactName {
  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: codesOf(RELATIONS) })
  relation!: Relation;
}

class MaskedElder {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: '周岁' })
  age!: number;

  @ApiProperty({ enum: codesOf(SEXES) })
  sex!: Sex;

  @ApiProperty()
  idNumberMasked!: string;

  @ApiProperty({ type: String, nullable: true })
  phoneMasked!: string | null;

  @ApiProperty()
  addressMasked!: string;

  @ApiProperty()
  communityName!: string;

  @ApiProperty({
    type: String,
    isArray: true,
    description: `${codesOf(CATEGORIES).join('、')}；一地自有的类别自带名称，如 suzhou:高龄`,
  })
  categories!: PlanCategory[];

  @ApiProperty({ enum: codesOf(TIERS), nullable: true })
  tier!: Tier | null;

  @ApiProperty({ enum: codesOf(CADENCES), nullable: true })
  every!: Cadence | null;

  @ApiProperty({ type: FirstContactName, nullable: true })
  firstContact!: FirstContactName | null;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: '哪天起不再符合方案，还没有人看过；没有这回事时没有',
  })
  lapsedOn!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: '哪天销册；还在册时没有' })
  endedOn!: string | null;

  @ApiProperty({ enum: END_REASONS, nullable: true })
  endReason!: EndReason | null;
}

export class ElderItem extends MaskedElder {
  @ApiProperty({ description: '门上有码' })
  doorCode!: boolean;

  @ApiProperty({ enum: codesOf(VISIT_STATES), nullable: true, description: '探访情况；不用探访时没有' })
  visits!: VisitState | null;
}

export class ElderTotals {
  @ApiProperty({ type: 'integer', description: '名册里一共多少位' })
  all!: number;

  @ApiProperty({ type: 'integer', description: '其中符合条件的多少位' })
  found!: number;
}

export class ElderList {
  @ApiProperty({ type: [ElderItem] })
  items!: ElderItem[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;

  @ApiProperty({ type: ElderTotals, nullable: true, description: '只随第一页给出' })
  totals!: ElderTotals | null;
}

export class RelativeAnswer {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: codesOf(RELATIONS) })
  relation!: Relation;

  @ApiProperty({ type: String, nullable: true, description: '女儿' })
  kinWord!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '怎么称呼老人' })
  callsElder!: string | null;

  @ApiProperty({ type: String, nullable: true })
  phoneMasked!: string | null;

  @ApiProperty()
  firstContact!: boolean;

  @ApiProperty()
  emergencyContact!: boolean;

  @ApiProperty()
  guardian!: boolean;

  @ApiProperty()
  livesWithElder!: boolean;

  @ApiProperty({ type: String, nullable: true, description: '住处的区划代码；不知道时没有' })
  residence!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  birthDate!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: '哪天起外出' })
  awaySince!: string | null;

  @ApiProperty({ type: Boolean, nullable: true, description: '有没有赡养能力；不知道时没有' })
  ableToSupport!: boolean | null;
}

export class HintAnswer implements Hint {
  @ApiProperty({ enum: HINT_ICONS })
  icon!: Hint['icon'];

  @ApiProperty()
  title!: string;

  @ApiProperty()
  detail!: string;
}

export class DoorCodeItem {
  @ApiProperty()
  id!: string;

  @ApiProperty({ description: '毫秒时间' })
  issuedAt!: number;
}

export class ElderDetailAnswer extends MaskedElder {
  @ApiProperty()
  birthDate!: string;

  @ApiProperty({ description: '李奶奶' })
  callName!: string;

  @ApiProperty({ description: '5 号楼 1 单元' })
  place!: string;

  @ApiProperty()
  communityId!: string;

  @ApiProperty()
  packId!: string;

  @ApiProperty()
  registeredOn!: string;

  @ApiProperty({ description: '改资料时带回来，别人先改了会提示' })
  version!: number;

  @ApiProperty({ type: 'object', additionalProperties: true, description: '方案要看的情况' })
  facts!: ElderFacts;

  @ApiProperty({ enum: FIRST_CONTACT_GAPS, nullable: true, description: '按方案，第一联系人还缺什么' })
  firstContactGap!: FirstContactGap | null;

  @ApiProperty({ description: '亲属已全部登记' })
  relativesKnown!: boolean;

  @ApiProperty({ type: [RelativeAnswer] })
  relatives!: RelativeAnswer[];

  @ApiProperty({ type: [HintAnswer] })
  hints!: HintAnswer[];

  @ApiProperty({ type: [DoorCodeItem] })
  doorCodes!: DoorCodeItem[];

  @ApiProperty({ type: 'object', additionalProperties: true, description: '今天按方案的结果和依据' })
  policy!: Evaluation;
}

export class ExplanationAnswer extends ExplanationReply {
  @ApiProperty({ type: 'object', additionalProperties: true, description: '方案要看的情况' })
  facts!: ElderFacts;
}

export class RevealAnswer {
  @ApiProperty()
  value!: string;

  @ApiProperty({ description: '显示到什么时候，毫秒时间' })
  until!: number;
}

export class DoorCodeAnswer {
  @ApiProperty()
  id!: string;

  @ApiProperty({ description: '印在门牌上的网址' })
  url!: string;

  @ApiProperty({ description: '毫秒时间' })
  issuedAt!: number;
}
