import { ApiProperty } from '@nestjs/swagger';
import {
  codesOf,
  CORRECTION_OUTCOMES,
  CORRECTION_STATUSES,
  type CorrectionOutcome,
  type CorrectionStatus,
} from '@tanfang/shared';

import { OneOf, PageQuery, Text, UlidField } from '../../platform/http';

export class SendCorrection {
  @UlidField({ label: '编号' })
  id!: string;

  @Text({ label: '哪里不对', max: 300 })
  note!: string;
}

export class CloseCorrection {
  @UlidField({ label: '编号' })
  id!: string;

  @OneOf(codesOf(CORRECTION_OUTCOMES), { label: '结果' })
  outcome!: CorrectionOutcome;

  @Text({ label: '回家人的话', max: 200, optional: true })
  answer?: string;
}

export class CorrectionPath {
  @UlidField({ label: '编号' })
  id!: string;
}

export class CorrectionsQuery extends PageQuery {
  @OneOf(codesOf(CORRECTION_STATUSES), { label: '状态' })
  status!: CorrectionStatus;

  @UlidField({ label: '老人编号', optional: true })
  elderId?: string;
}

/** What the relative sent, and what became of it. */
export class OwnCorrection {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  note!: string;

  @ApiProperty({ enum: codesOf(CORRECTION_STATUSES) })
  status!: CorrectionStatus;

  @ApiProperty({ type: 'integer', format: 'int64' })
  sentAt!: number;

  @ApiProperty({ enum: codesOf(CORRECTION_OUTCOMES), nullable: true })
  outcome!: CorrectionOutcome | null;

  @ApiProperty({ type: String, nullable: true, description: '社区回的话' })
  answer!: string | null;

  @ApiProperty({ type: 'integer', format: 'int64', nullable: true })
  closedAt!: number | null;
}

export class CorrectionAnswer extends OwnCorrection {
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

export class CorrectionList {
  @ApiProperty({ type: [CorrectionAnswer] })
  items!: CorrectionAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
