import { ApiProperty } from '@nestjs/swagger';

import { CalendarDate, Text, UlidField } from '../../platform/http';

export class DistrictPath {
  @UlidField({ label: '区县' })
  districtId!: string;
}

export class EffectQuery {
  @Text({ label: '规定', max: 80 })
  ruleId!: string;

  /** Left out: back to our reading. */
  @Text({ label: '改成什么', max: 60, optional: true })
  value?: string;

  @CalendarDate({ label: '生效日期' })
  from!: string;

  @Text({ label: '起点', max: 26, optional: true })
  after?: string;
}

/** Of some of the district's elders; add up the pages for the whole. */
export class EffectPage {
  @ApiProperty({ type: 'integer', description: '全区在册的老人；只在第一页给出，其余为空', nullable: true })
  total!: number | null;

  @ApiProperty({ type: 'integer', description: '这一页算了几位' })
  looked!: number;

  @ApiProperty({ type: 'integer', description: '其中结果会变的' })
  changed!: number;

  @ApiProperty({ type: 'integer', description: '其中不再列入探访的' })
  leaving!: number;

  @ApiProperty({ type: 'integer', description: '其中新列入探访的' })
  joining!: number;

  @ApiProperty({ type: 'integer', description: '其中探访变勤的' })
  moreOften!: number;

  @ApiProperty({ type: 'integer', description: '其中探访变少的' })
  lessOften!: number;

  @ApiProperty({ type: String, nullable: true, description: '下一页从哪里起；空：算完了' })
  next!: string | null;
}
