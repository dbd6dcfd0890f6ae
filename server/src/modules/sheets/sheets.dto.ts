import { ApiProperty } from '@nestjs/swagger';
import type { Answers } from '@tanfang/shared';

import { Nested, OneOf, OpenObject, Text, UlidField, Whole } from '../../platform/http';
import { SHEET_KINDS, type SheetKind } from './sheet-kinds';

export class SheetFormUsed {
  @Text({ label: '表格', max: 60 })
  id!: string;

  @Whole({ label: '表格版本', min: 1, max: 9999 })
  version!: number;
}

export class NewSheet {
  @UlidField({ label: '编号' })
  id!: string;

  @UlidField({ label: '老人编号' })
  elderId!: string;

  @OneOf(SHEET_KINDS, { label: '哪一种表' })
  kind!: SheetKind;

  @Nested(() => SheetFormUsed, { label: '表格' })
  form!: SheetFormUsed;

  @OpenObject({ label: '填写的内容' })
  answers!: Answers;

  /** The sheet whose content was before the eyes of whoever filled this one; left out for an elder's first. */
  @UlidField({ label: '改的是哪一份', optional: true })
  amends?: string;
}

export class SheetPath {
  @UlidField({ label: '表格编号' })
  id!: string;
}

export class ElderSheetsPath {
  @UlidField({ label: '老人编号' })
  id!: string;
}

export class BlankSheetPath extends ElderSheetsPath {
  @OneOf(SHEET_KINDS, { label: '哪一种表' })
  kind!: SheetKind;
}

export class SheetReceived {
  @ApiProperty()
  id!: string;

  @ApiProperty({ type: 'integer', format: 'int64' })
  recordedAt!: number;

  @ApiProperty({ type: 'integer', description: '这位老人的第几份' })
  ordinal!: number;
}

export class SheetForm {
  @ApiProperty()
  id!: string;

  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty({ description: '手机上存的还对不对，看它' })
  hash!: string;
}

export class SheetOffer {
  @ApiProperty({ enum: SHEET_KINDS })
  kind!: SheetKind;

  @ApiProperty({ description: '特殊困难老年人信息登记表' })
  title!: string;

  @ApiProperty({ description: '可以填，或者改一份' })
  mayRecord!: boolean;
}

export class SheetRecorder {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  name!: string;
}

export class SheetItem extends SheetReceived {
  @ApiProperty({ enum: SHEET_KINDS })
  kind!: SheetKind;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: SheetRecorder })
  recorder!: SheetRecorder;
}

export class SheetList {
  @ApiProperty({ type: [SheetOffer], description: '这个地方的方案有哪几张表' })
  forms!: SheetOffer[];

  @ApiProperty({ type: [SheetItem], description: '填过的，新的在前' })
  items!: SheetItem[];
}

export class SheetElder {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: '李奶奶' })
  callName!: string;
}

export class SheetBox {
  @ApiProperty()
  field!: string;

  @ApiProperty({ type: String, nullable: true, description: '打码的；空：名册里没有' })
  words!: string | null;
}

class ShownSheet {
  @ApiProperty({ enum: SHEET_KINDS })
  kind!: SheetKind;

  @ApiProperty({ type: SheetElder })
  elder!: SheetElder;

  @ApiProperty({ type: SheetForm })
  form!: SheetForm;

  @ApiProperty({ type: [SheetBox], description: '由系统填写的格' })
  boxes!: SheetBox[];

  @ApiProperty({ type: 'object', additionalProperties: true, description: '身份证号打码' })
  answers!: Answers;
}

export class AmendedSheet {
  @ApiProperty()
  id!: string;

  @ApiProperty({ type: 'integer', format: 'int64' })
  recordedAt!: number;

  @ApiProperty()
  recorderName!: string;
}

export class BlankSheet extends ShownSheet {
  @ApiProperty({ type: AmendedSheet, nullable: true, description: '内容来自哪一份；空：头一份' })
  amends!: AmendedSheet | null;
}

export class SheetDetail extends ShownSheet {
  @ApiProperty()
  id!: string;

  @ApiProperty({ type: 'integer', format: 'int64' })
  recordedAt!: number;

  @ApiProperty({ type: 'integer' })
  ordinal!: number;

  @ApiProperty({ type: SheetRecorder })
  recorder!: SheetRecorder;

  @ApiProperty({ description: '后面没有更新的' })
  latest!: boolean;
}
