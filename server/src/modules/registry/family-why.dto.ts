import { ApiProperty } from '@nestjs/swagger';
import { CITATION_KINDS, codesOf, type CitationKind } from '@tanfang/shared';

import type { FamilyAccountState, FamilyReason } from '../../policy';
import { OwnObjection } from './objections.dto';

export class WhyElder {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: '妈妈' })
  callName!: string;
}

export class Ground {
  @ApiProperty({ example: '二（一）1（1）' })
  article!: string;

  @ApiProperty()
  text!: string;

  @ApiProperty({ enum: codesOf(CITATION_KINDS) })
  kind!: CitationKind;
}

export class WhyReason {
  @ApiProperty({ enum: ['category', 'tier', 'visits', 'referral', 'not-owed', 'not-known'] })
  about!: FamilyReason['about'];

  @ApiProperty({ description: '为什么每周一次' })
  question!: string;

  @ApiProperty({ description: '一句话的回答' })
  answer!: string;

  @ApiProperty({ type: [Ground] })
  because!: Ground[];
}

export class PlanSentence {
  @ApiProperty()
  article!: string;

  @ApiProperty()
  text!: string;

  @ApiProperty({ description: '上面的理由引了这一句' })
  used!: boolean;
}

export class PlanText {
  @ApiProperty({ description: '济南' })
  place!: string;

  @ApiProperty({ description: '方案全名和日期' })
  document!: string;

  @ApiProperty({ type: [PlanSentence] })
  sentences!: PlanSentence[];
}

export const WHY_STATES = ['visited', 'not-owed', 'not-known', 'ended'] as const;

export class FamilyWhyAnswer {
  @ApiProperty({ type: WhyElder })
  elder!: WhyElder;

  @ApiProperty({ enum: WHY_STATES, description: '要去看、不用去看、还定不了、不再探访' })
  state!: FamilyAccountState | 'ended';

  @ApiProperty({ description: '每周至少看一次' })
  headline!: string;

  @ApiProperty({ type: [WhyReason] })
  reasons!: WhyReason[];

  @ApiProperty({ type: PlanText })
  plan!: PlanText;

  @ApiProperty({ type: [OwnObjection], description: '您自己说过的，最近的在前' })
  objections!: OwnObjection[];
}
