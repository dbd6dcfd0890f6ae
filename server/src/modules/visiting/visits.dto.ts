import { ApiProperty } from '@nestjs/swagger';
import {
  CADENCES,
  codesOf,
  SIGNATURE_KINDS,
  VISIT_REVIEWS,
  type Answers,
  type Cadence,
  type SignatureKind,
  type VisitMode,
  type VisitReview,
} from '@tanfang/shared';

import { Instant, ListOf, Nested, OneOf, OpenObject, PageQuery, Text, UlidField, Whole } from '../../platform/http';
import { NamedVisitor } from './worklist.dto';

/** A meter's reading is no visit: `remote-monitoring` does not come this way. */
export const RECORDED_MODES = ['on-site', 'phone', 'online', 'other'] as const satisfies readonly VisitMode[];
export const MOST_PHOTOS = 12;

const HASH = { min: 64, max: 64, pattern: /^[0-9a-f]{64}$/, hint: '指纹要是 64 位小写十六进制' };

export class FormUsed {
  @Text({ label: '表格', max: 60 })
  id!: string;

  @Whole({ label: '表格版本', min: 1, max: 9999 })
  version!: number;
}

export class VisitSignature {
  @OneOf(codesOf(SIGNATURE_KINDS), { label: '签名方式' })
  kind!: SignatureKind;

  @Text({ label: '签名图片', optional: true, ...HASH })
  sha256?: string;

  @Text({ label: '代签人', max: 50, optional: true })
  proxyName?: string;
}

export class VisitPhoto {
  @Text({ label: '照片', ...HASH })
  sha256!: string;

  @Text({ label: '照片所属的题目', max: 60, optional: true })
  field?: string;
}

export class NewVisit {
  @UlidField({ label: '编号' })
  id!: string;

  @UlidField({ label: '老人编号' })
  elderId!: string;

  /** What the phone believed to be owed. The time of the visit decides which period it counts for. */
  @UlidField({ label: '探访任务', optional: true })
  obligationId?: string;

  @UlidField({ label: '扫码编号', optional: true })
  checkInId?: string;

  @OneOf(RECORDED_MODES, { label: '探访方式' })
  mode!: (typeof RECORDED_MODES)[number];

  @Nested(() => FormUsed, { label: '表格' })
  form!: FormUsed;

  @OpenObject({ label: '记录内容' })
  answers!: Answers;

  @Instant({ label: '开始时间' })
  startedAt!: number;

  @Instant({ label: '结束时间' })
  endedAt!: number;

  @Nested(() => VisitSignature, { label: '签名' })
  signature!: VisitSignature;

  @ListOf(() => VisitPhoto, { label: '照片', max: MOST_PHOTOS })
  photos!: VisitPhoto[];
}

export class VisitPath {
  @UlidField({ label: '探访编号' })
  id!: string;
}

export class VisitFilePath extends VisitPath {
  @Text({ label: '照片', ...HASH })
  sha256!: string;
}

export class VisitsQuery extends PageQuery {
  @OneOf(['1'], { label: '只看自己的', optional: true })
  mine?: '1';

  @UlidField({ label: '老人编号', optional: true })
  elderId?: string;
}

export class VisitReceived {
  @ApiProperty()
  id!: string;

  @ApiProperty({ type: 'integer', format: 'int64' })
  receivedAt!: number;

  @ApiProperty({ description: '可以念给社区的编号', example: '1124-003-752' })
  number!: string;
}

export class FilesCount {
  @ApiProperty({ type: 'integer' })
  received!: number;

  @ApiProperty({ type: 'integer' })
  expected!: number;
}

export class NextPeriod {
  @ApiProperty({ format: 'date' })
  start!: string;

  @ApiProperty({ enum: codesOf(CADENCES) })
  every!: Cadence;
}

export class VisitReceipt extends VisitReceived {
  @ApiProperty()
  elderId!: string;

  @ApiProperty()
  elderName!: string;

  @ApiProperty({ type: 'integer', format: 'int64' })
  startedAt!: number;

  @ApiProperty({ type: FilesCount })
  files!: FilesCount;

  @ApiProperty({ type: NextPeriod, nullable: true, description: '还没探访的下一期' })
  nextPeriod!: NextPeriod | null;
}

export class VisitItem extends VisitReceived {
  @ApiProperty()
  elderId!: string;

  @ApiProperty()
  elderName!: string;

  @ApiProperty({ enum: RECORDED_MODES })
  mode!: VisitMode;

  @ApiProperty({ type: 'integer', format: 'int64' })
  startedAt!: number;

  @ApiProperty({ type: NamedVisitor })
  visitor!: NamedVisitor;

  @ApiProperty({ type: FilesCount })
  files!: FilesCount;

  @ApiProperty({
    enum: codesOf(VISIT_REVIEWS),
    isArray: true,
    description: '为什么要再看一眼；只告诉当地的工作人员，别人看到的是空的',
  })
  review!: VisitReview[];
}

export class VisitList {
  @ApiProperty({ type: [VisitItem] })
  items!: VisitItem[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
