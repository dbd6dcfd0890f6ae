import { ApiProperty } from '@nestjs/swagger';
import { RELATIONS, codesOf, type Relation } from '@tanfang/shared';

import { OneOf, PageQuery, Text, UlidField } from '../../platform/http';
import { KINSHIP_MOVES, type KinshipState } from '../identity';

const STATES = Object.keys(KINSHIP_MOVES);

export class CreateInvitation {
  @UlidField({ label: '邀请编号' })
  id!: string;

  @UlidField({ label: '亲属编号' })
  relativeId!: string;
}

export class AcceptInvitation {
  @UlidField({ label: '接受编号' })
  id!: string;

  @Text({ label: '邀请码', max: 20 })
  code!: string;
}

export class RefuseKinship {
  @Text({ label: '不通过的原因', min: 2, max: 200 })
  reason!: string;
}

export class KinshipPath {
  @UlidField({ label: '绑定编号' })
  id!: string;
}

export class KinshipsQuery extends PageQuery {
  @OneOf(['awaiting', 'confirmed'], { label: '状态' })
  status!: 'awaiting' | 'confirmed';
}

export class InvitationAnswer {
  @ApiProperty()
  id!: string;

  @ApiProperty({ description: '8 位邀请码' })
  code!: string;

  @ApiProperty({ description: '毫秒时间' })
  expiresAt!: number;
}

export class AcceptanceAnswer {
  @ApiProperty()
  kinshipId!: string;

  @ApiProperty({ description: '打码的姓名' })
  elderName!: string;

  @ApiProperty({ enum: STATES })
  status!: KinshipState;
}

export class KinshipStateAnswer {
  @ApiProperty()
  id!: string;

  @ApiProperty({ enum: STATES })
  status!: KinshipState;
}

export class KinshipItemAnswer {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  elderId!: string;

  @ApiProperty()
  elderName!: string;

  @ApiProperty()
  relativeName!: string;

  @ApiProperty({ enum: codesOf(RELATIONS) })
  relation!: Relation;

  @ApiProperty({ type: String, nullable: true, description: '女儿' })
  kinWord!: string | null;

  @ApiProperty({ type: String, nullable: true })
  accountName!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '账号绑的手机' })
  phoneMasked!: string | null;

  @ApiProperty({ description: '和名册里的电话一致' })
  phoneMatches!: boolean;

  @ApiProperty({ type: Number, nullable: true, description: '毫秒时间' })
  acceptedAt!: number | null;
}

export class KinshipList {
  @ApiProperty({ type: [KinshipItemAnswer] })
  items!: KinshipItemAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
