import { ApiProperty } from '@nestjs/swagger';
import {
  codesOf,
  OBJECTION_OUTCOMES,
  OBJECTION_STATUSES,
  type ObjectionOutcome,
  type ObjectionStatus,
} from '@tanfang/shared';

import { OneOf, PageQuery, Text, UlidField } from '../../platform/http';

export class SendObjection {
  @UlidField({ label: '编号' })
  id!: string;

  @Text({ label: '哪里不对', max: 300 })
  note!: string;
}

export class CloseObjection {
  @UlidField({ label: '编号' })
  id!: string;

  @OneOf(codesOf(OBJECTION_OUTCOMES), { label: '结果' })
  outcome!: ObjectionOutcome;

  @Text({ label: '回家人的话', max: 200, optional: true })
  answer?: string;
}

export class ObjectionPath {
  @UlidField({ label: '编号' })
  id!: string;
}

export class ObjectionsQuery extends PageQuery {
  @OneOf(codesOf(OBJECTION_STATUSES), { label: '状态' })
  status!: ObjectionStatus;

  @UlidField({ label: '老人编号', optional: true })
  elderId?: string;
}

/** What the relative sent, and what became of it. */
export class OwnObjection {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  note!: string;

  @ApiProperty({ enum: codesOf(OBJECTION_STATUSES) })
  status!: ObjectionStatus;

  @ApiProperty({ type: 'integer', format: 'int64' })
  sentAt!: number;

  @ApiProperty({ enum: codesOf(OBJECTION_OUTCOMES), nullable: true })
  outcome!: ObjectionOutcome | null;

  @ApiProperty({ type: String, nullable: true, description: '社区回的话' })
  answer!: string | null;

  @ApiProperty({ type: 'integer', format: 'int64', nullable: true })
  closedAt!: number | null;
}

export class ObjectionAnswer extends OwnObjection {
  @ApiProperty()
  elderId!: string;

  @ApiProperty()
  elderName!: string;

  @ApiProperty({ description: '王静' })
  senderName!: string;

  @ApiProperty({ type: String, nullable: true, description: '女儿；现在不是家属的为空' })
  senderWord!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '谁看过的' })
  closedByName!: string | null;
}

export class ObjectionList {
  @ApiProperty({ type: [ObjectionAnswer] })
  items!: ObjectionAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
