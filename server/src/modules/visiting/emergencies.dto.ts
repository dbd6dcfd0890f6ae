import { ApiProperty } from '@nestjs/swagger';
import {
  codesOf,
  EMERGENCY_KINDS,
  EMERGENCY_OUTCOMES,
  type EmergencyKind,
  type EmergencyOutcome,
} from '@tanfang/shared';

import { Instant, ListOf, OneOf, Text, UlidField } from '../../platform/http';
import { CALLEES, type EmergencyCall } from './emergencies.entities';

export class CallMade {
  @OneOf(CALLEES, { label: '打给谁' })
  who!: EmergencyCall['who'];

  /** With `family` only. */
  @Text({ label: '打给家里哪一位', max: 60, optional: true })
  name?: string;

  @Instant({ label: '打电话的时间' })
  at!: number;
}

export class NewEmergency {
  @UlidField({ label: '编号' })
  id!: string;

  @UlidField({ label: '老人编号' })
  elderId!: string;

  @OneOf(codesOf(EMERGENCY_KINDS), { label: '出了什么事' })
  what!: EmergencyKind;

  @ListOf(() => CallMade, { label: '打过的电话', max: 30 })
  calls!: CallMade[];

  @OneOf(codesOf(EMERGENCY_OUTCOMES), { label: '现在怎么样' })
  outcome!: EmergencyOutcome;

  @Text({ label: '经过', max: 500, optional: true })
  words?: string;

  @Instant({ label: '出事的时间' })
  happenedAt!: number;

  @Instant({ label: '记下的时间' })
  at!: number;
}

export class EmergencyReceived {
  @ApiProperty()
  id!: string;

  @ApiProperty({ type: 'integer', format: 'int64' })
  receivedAt!: number;
}

export class EmergencyCallKept {
  @ApiProperty({ enum: CALLEES })
  who!: EmergencyCall['who'];

  @ApiProperty({ type: String, nullable: true, description: '女儿 王静' })
  name!: string | null;

  @ApiProperty({ type: 'integer', format: 'int64' })
  at!: number;
}

/** 处置情况记录, as it was written down. */
export class EmergencyItem {
  @ApiProperty()
  id!: string;

  @ApiProperty({ enum: codesOf(EMERGENCY_KINDS) })
  what!: EmergencyKind;

  @ApiProperty({ enum: codesOf(EMERGENCY_OUTCOMES) })
  outcome!: EmergencyOutcome;

  @ApiProperty({ type: [EmergencyCallKept] })
  calls!: EmergencyCallKept[];

  @ApiProperty({ type: String, nullable: true })
  words!: string | null;

  @ApiProperty()
  visitorName!: string;

  @ApiProperty({ type: 'integer', format: 'int64' })
  happenedAt!: number;
}

export class EmergencyList {
  @ApiProperty({ type: [EmergencyItem], description: '最近的在前' })
  items!: EmergencyItem[];
}
