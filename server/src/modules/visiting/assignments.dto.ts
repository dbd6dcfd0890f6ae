import { ApiProperty } from '@nestjs/swagger';

import { Text, UlidField } from '../../platform/http';

export class ElderPath {
  @UlidField({ label: '老人编号' })
  id!: string;
}

export class ElderVisitorPath extends ElderPath {
  @UlidField({ label: '探访员编号' })
  accountId!: string;
}

export class AssignVisitor {
  @UlidField({ label: '编号' })
  id!: string;

  @UlidField({ label: '探访员编号' })
  accountId!: string;
}

export class ElderVisitorItem {
  @ApiProperty()
  accountId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  phoneMasked!: string | null;

  @ApiProperty({ type: 'integer', format: 'int64' })
  since!: number;
}

export class RevealVisitorBody {
  @Text({ label: '查看原因', min: 4, max: 200 })
  reason!: string;
}

export class RevealedVisitor {
  @ApiProperty()
  value!: string;

  @ApiProperty({ description: '显示到什么时候，毫秒时间' })
  until!: number;
}

export class ElderVisitorList {
  @ApiProperty({ type: [ElderVisitorItem] })
  items!: ElderVisitorItem[];
}

export class VisitorItem {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  phoneMasked!: string | null;
}

export class VisitorList {
  @ApiProperty({ type: [VisitorItem] })
  items!: VisitorItem[];
}
