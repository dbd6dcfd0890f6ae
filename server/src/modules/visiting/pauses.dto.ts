import { ApiProperty } from '@nestjs/swagger';
import { PAUSE_DAYS, type PauseReason } from '@tanfang/shared';

import { CalendarDate, OneOf, Text, UlidField } from '../../platform/http';
import { ElderPath } from './assignments.dto';
import { PAUSE_REASONS } from './obligations.entities';
import { PAUSE_ENDINGS, type PauseEnding } from './pauses.entities';

const LONGEST = `住院最多 ${PAUSE_DAYS.hospital} 天、外出 ${PAUSE_DAYS.away} 天、本人谢绝 ${PAUSE_DAYS.declined} 天，都从今天算`;

export class PausePath extends ElderPath {
  @UlidField({ label: '“暂时不用去”的编号' })
  pauseId!: string;
}

export class SetPause {
  @UlidField({ label: '编号' })
  id!: string;

  @OneOf(PAUSE_REASONS, { label: '原因' })
  reason!: PauseReason;

  /** Today, or a day at most 30 days ago; today when left out. */
  @CalendarDate({ label: '从哪天起', optional: true })
  from?: string;

  @CalendarDate({ label: '预计哪天回来，或者哪天再问' })
  backOn!: string;

  @Text({ label: '怎么知道的', min: 2, max: 500 })
  note!: string;
}

export class AmendPause {
  @CalendarDate({ label: '预计哪天回来，或者哪天再问' })
  backOn!: string;

  @Text({ label: '怎么知道的', min: 2, max: 500, optional: true })
  note?: string;
}

export const SAID_ENDINGS = ['back', 'mistake'] as const satisfies readonly PauseEnding[];

export class EndPause {
  @OneOf(SAID_ENDINGS, { label: '为什么又要去' })
  how!: (typeof SAID_ENDINGS)[number];
}

const SEEN_ON = {
  type: String,
  format: 'date',
  nullable: true,
  description: '说是住院、外出，这天却有人上门见到了；问清楚以后改一改，或者照原样再报一次，就是空的',
} as const;

/** Why visits rest, and until when. */
export class PauseShown {
  @ApiProperty({ enum: PAUSE_REASONS })
  reason!: PauseReason;

  @ApiProperty({ format: 'date', description: `这天起又要探访；${LONGEST}` })
  backOn!: string;
}

export class PauseItem extends PauseShown {
  @ApiProperty()
  id!: string;

  @ApiProperty({ format: 'date' })
  from!: string;

  @ApiProperty({ description: '怎么知道的' })
  note!: string;

  @ApiProperty({ description: '现在还算数' })
  running!: boolean;

  @ApiProperty(SEEN_ON)
  seenOn!: string | null;

  @ApiProperty({ enum: PAUSE_ENDINGS, nullable: true, description: '到日子自己结束的是空的' })
  endedHow!: PauseEnding | null;

  @ApiProperty({ description: '谁记的' })
  setByName!: string;

  @ApiProperty({ type: 'integer', format: 'int64' })
  setAt!: number;
}

export class PauseList {
  @ApiProperty({ type: [PauseItem] })
  items!: PauseItem[];
}

export class PausedElderItem extends PauseShown {
  @ApiProperty()
  elderId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: '楼栋单元' })
  place!: string;

  @ApiProperty({ description: '到日子了，已经又要探访' })
  over!: boolean;

  @ApiProperty(SEEN_ON)
  seenOn!: string | null;
}

export class PausedElderList {
  @ApiProperty({ type: [PausedElderItem] })
  items!: PausedElderItem[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
