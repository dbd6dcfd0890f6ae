import { ApiProperty } from '@nestjs/swagger';

import { UlidField } from '../../platform/http';
import { DIVISION_LEVELS, type DivisionLevel } from './divisions.entities';

export class DivisionsQuery {
  @UlidField({ label: '上级区划', optional: true })
  parent?: string;
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
