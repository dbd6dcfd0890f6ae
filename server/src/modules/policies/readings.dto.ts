import { ApiProperty } from '@nestjs/swagger';

import { CalendarDate, Text, UlidField } from '../../platform/http';
import { READING_KINDS, type ReadingKind } from '../../policy';
import { CitationReply } from './policies.dto';

export class DistrictPath {
  @UlidField({ label: '区县' })
  districtId!: string;
}

export class WithdrawReading {
  @UlidField({ label: '编号' })
  id!: string;

  @Text({ label: '规定', max: 80 })
  ruleId!: string;

  @CalendarDate({ label: '生效日期' })
  from!: string;

  @Text({ label: '理由', min: 4, max: 200 })
  reason!: string;
}

export class DecideReading extends WithdrawReading {
  @Text({ label: '改成什么', max: 60 })
  value!: string;
}

export class DistrictItem {
  @ApiProperty()
  id!: string;

  @ApiProperty({ description: '历下区' })
  name!: string;

  @ApiProperty({ description: '用哪个地方的方案' })
  packName!: string;
}

export class DistrictList {
  @ApiProperty({ type: [DistrictItem] })
  items!: DistrictItem[];
}

export class ReadingOptionItem {
  @ApiProperty()
  code!: string;

  @ApiProperty({ description: '每半个月一次' })
  label!: string;
}

export class DecisionItem {
  @ApiProperty()
  id!: string;

  @ApiProperty({ type: String, nullable: true, description: '空：改回方案的理解' })
  value!: string | null;

  @ApiProperty({ description: '用话说的结果' })
  label!: string;

  @ApiProperty({ format: 'date', description: '从这天起' })
  from!: string;

  @ApiProperty()
  reason!: string;

  @ApiProperty({ description: '谁定的' })
  decidedBy!: string;

  @ApiProperty({ type: 'integer', format: 'int64', description: '毫秒时间' })
  decidedAt!: number;
}

export class ReadingItem {
  @ApiProperty({ example: 'jinan.cadence.secondary' })
  ruleId!: string;

  @ApiProperty({ enum: Object.keys(READING_KINDS) })
  kind!: ReadingKind;

  @ApiProperty({ description: '多久探访一次' })
  kindLabel!: string;

  @ApiProperty({ description: '定的是什么' })
  subject!: string;

  @ApiProperty({ type: [CitationReply], description: '我们的理解和方案原文' })
  because!: CitationReply[];

  @ApiProperty({ type: [ReadingOptionItem] })
  options!: ReadingOptionItem[];

  @ApiProperty({ type: String, nullable: true, description: '定之前要知道的' })
  note!: string | null;

  @ApiProperty({ description: '方案没写明时我们的理解，是哪一项' })
  ours!: string;

  @ApiProperty({ description: '今天按哪一项' })
  current!: string;

  @ApiProperty({ type: DecisionItem, nullable: true, description: '今天有效的本区规定；空：按我们的理解' })
  decision!: DecisionItem | null;

  @ApiProperty({ type: [DecisionItem], description: '定好了还没到日子的，先到的在前' })
  coming!: DecisionItem[];

  @ApiProperty({ type: [DecisionItem], description: '全部，后定的在前' })
  history!: DecisionItem[];
}

export class DistrictReadingsReply {
  @ApiProperty({ type: DistrictItem })
  district!: DistrictItem;

  @ApiProperty({ description: '方案全名和日期' })
  document!: string;

  @ApiProperty({ description: '您可以替本区定' })
  mayDecide!: boolean;

  @ApiProperty({ type: [ReadingItem] })
  items!: ReadingItem[];
}
