import { ApiProperty } from '@nestjs/swagger';
import { CADENCES, codesOf, type Cadence } from '@tanfang/shared';

import { PageQuery, UlidField } from '../../platform/http';
import { CardForm } from './cards.dto';
import { PauseShown } from './pauses.dto';

export class WorklistPageQuery extends PageQuery {
  @UlidField({ label: '社区', optional: true })
  communityId?: string;
}

export class NamedVisitor {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  name!: string;
}

export class WorklistItem {
  @ApiProperty()
  obligationId!: string;

  @ApiProperty()
  elderId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: 'integer', description: '周岁' })
  age!: number;

  @ApiProperty({ enum: ['owed', 'excused', 'visited'], description: 'excused：暂时不用去' })
  status!: 'owed' | 'excused' | 'visited';

  @ApiProperty({ type: PauseShown, nullable: true, description: '暂时不用去：为什么、到哪天' })
  pause!: PauseShown | null;

  @ApiProperty({ enum: codesOf(CADENCES) })
  every!: Cadence;

  @ApiProperty({ format: 'date' })
  periodStart!: string;

  @ApiProperty({ format: 'date', description: '本期最后一天' })
  dueOn!: string;

  @ApiProperty({ type: 'integer', description: '离最后一天还有几天，0 为今天' })
  daysLeft!: number;

  @ApiProperty({ description: '上一期没见到' })
  missedLast!: boolean;

  @ApiProperty({ description: '楼栋单元' })
  place!: string;

  @ApiProperty({ type: String, nullable: true, description: '上次记挂的事' })
  note!: string | null;

  @ApiProperty({ type: String, nullable: true })
  visitId!: string | null;

  @ApiProperty({ type: 'integer', format: 'int64', nullable: true })
  visitedAt!: number | null;

  @ApiProperty({ type: NamedVisitor, nullable: true, description: '来过的人；还没来时为负责的探访员' })
  visitor!: NamedVisitor | null;

  @ApiProperty({ type: String, nullable: true, description: '哪个地方的方案' })
  packId!: string | null;
}

/** With it an elder of the list can be visited on a phone that has no network later. */
export class WorklistForm extends CardForm {
  @ApiProperty()
  packId!: string;
}

export class Worklist {
  @ApiProperty({ format: 'date' })
  date!: string;

  @ApiProperty({ type: [WorklistItem] })
  items!: WorklistItem[];

  @ApiProperty({ type: [WorklistForm], description: '这一页的老人今天用的记录表，每个地方一份' })
  forms!: WorklistForm[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
