import { ApiProperty } from '@nestjs/swagger';

import { Text, UlidField } from '../../platform/http';
import { DIVISION_LEVELS, type DivisionLevel } from './divisions.entities';

export class DivisionsQuery {
  @UlidField({ label: '上级区划', optional: true })
  parent?: string;

  @Text({ label: '区划代码', max: 12, pattern: /^\d{2,12}$/, hint: '区划代码要是 2 到 12 位数字', optional: true })
  code?: string;
}

export class DivisionItem {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: DIVISION_LEVELS })
  level!: DivisionLevel;

  @ApiProperty({ type: String, nullable: true, description: 'GB/T 2260 代码' })
  code!: string | null;

  @ApiProperty({ description: '村委会所辖' })
  rural!: boolean;
}

export class DivisionList {
  @ApiProperty({ type: [DivisionItem] })
  items!: DivisionItem[];
}
