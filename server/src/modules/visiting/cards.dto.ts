import { ApiProperty } from '@nestjs/swagger';
import { CADENCES, codesOf, type Answers, type Cadence } from '@tanfang/shared';

import { Instant, Text, UlidField } from '../../platform/http';
import { PauseShown } from './pauses.dto';

export class NewCheckIn {
  @UlidField({ label: '编号' })
  id!: string;

  /** The bare code or the whole link printed on the door. */
  @Text({ label: '门牌码', max: 500 })
  code!: string;

  @Instant({ label: '扫码时间' })
  at!: number;
}

export class CardElder {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: 'integer', description: '周岁' })
  age!: number;

  @ApiProperty({ description: '女 / 男' })
  sex!: string;

  @ApiProperty({ type: Boolean, nullable: true, description: '一个人住；不清楚时为空' })
  livesAlone!: boolean | null;

  @ApiProperty({ description: '怎么称呼' })
  callName!: string;

  @ApiProperty({ type: String, nullable: true, description: '没人开门时打；没有登记，或者不是由您探访时为空' })
  phone!: string | null;
}

export class CardOwed {
  @ApiProperty()
  obligationId!: string;

  @ApiProperty({ enum: codesOf(CADENCES) })
  every!: Cadence;

  @ApiProperty({ format: 'date' })
  dueOn!: string;
}

export class CardHint {
  @ApiProperty()
  icon!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  detail!: string;
}

export class CardForm {
  @ApiProperty()
  id!: string;

  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty({ description: '表格内容的 SHA-256' })
  hash!: string;
}

export class LastAnswers {
  @ApiProperty({ format: 'date' })
  on!: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: '上次的答案，安全隐患不在内' })
  answers!: Answers;
}

export const EMERGENCY_CALLS = ['emergency-services', 'first-contact', 'family'] as const;

export class MaskedNumber {
  @ApiProperty()
  relativeId!: string;

  @ApiProperty({ description: '遮住的电话' })
  phone!: string;
}

export class EmergencyNumber {
  @ApiProperty({ enum: EMERGENCY_CALLS })
  call!: (typeof EMERGENCY_CALLS)[number];

  @ApiProperty({ type: String, nullable: true, description: '没有登记电话，或者不是由您探访时为空' })
  number!: string | null;

  @ApiProperty({ description: '急病、受伤；或者 女儿 王静' })
  label!: string;

  @ApiProperty({ type: MaskedNumber, nullable: true, description: '登记了电话、但不是由您探访：写明理由再看' })
  masked!: MaskedNumber | null;
}

export class CardEmergency {
  @ApiProperty({ description: '完整住址，照着念给接警员' })
  address!: string;

  @ApiProperty({ type: [EmergencyNumber], description: '按方案规定的先后' })
  numbers!: EmergencyNumber[];
}

/** Only what helps at this door. What last time left open comes from the elder's matters. */
export class ElderCard {
  @ApiProperty({ type: String, nullable: true })
  checkInId!: string | null;

  @ApiProperty({ type: CardElder })
  elder!: CardElder;

  @ApiProperty({ type: CardOwed, nullable: true, description: '今天不在探访期内，或者暂时不用去时为空' })
  owed!: CardOwed | null;

  @ApiProperty({ type: PauseShown, nullable: true, description: '暂时不用去：为什么、到哪天' })
  pause!: PauseShown | null;

  @ApiProperty({ type: [CardHint] })
  hints!: CardHint[];

  @ApiProperty({ type: CardForm })
  form!: CardForm;

  @ApiProperty({ type: LastAnswers, nullable: true })
  lastAnswers!: LastAnswers | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: '上次的安全隐患，只作提示，不能当答案',
  })
  lastHazards!: Record<string, string>;

  @ApiProperty({ type: CardEmergency })
  emergency!: CardEmergency;
}
