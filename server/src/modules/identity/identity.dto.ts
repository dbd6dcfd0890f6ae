import { ApiProperty } from '@nestjs/swagger';
import { RELATIONS, type Relation } from '@tanfang/shared';

import { ROLES, type Role } from '../../platform/access';
import { Text, UlidField } from '../../platform/http';

const PERSONA_SIDES = ['visitor', 'family', 'officer'] as const;

export class WechatSignIn {
  @Text({ label: '微信登录凭证', max: 200 })
  code!: string;

  @Text({ label: '设备名称', max: 80, optional: true })
  device?: string;
}

export class PhoneBinding {
  @Text({ label: '手机号授权凭证', max: 200 })
  code!: string;
}

export class AccountPath {
  @UlidField({ label: '账号编号' })
  id!: string;
}

export class DemoSignIn {
  @Text({ label: '演示人物', max: 40 })
  persona!: string;
}

export class MyAccount {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  phoneMasked!: string | null;
}

export class DivisionName {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  name!: string;
}

export class MyDivision extends DivisionName {
  @ApiProperty({ type: String, nullable: true, description: '那里用的方案；没有方案的地方没有' })
  packId!: string | null;
}

export class MyRole {
  @ApiProperty({ enum: ROLES })
  role!: Role;

  @ApiProperty({ type: MyDivision, nullable: true })
  division!: MyDivision | null;
}

export class MyKinAnswer {
  @ApiProperty()
  kinshipId!: string;

  @ApiProperty()
  elderId!: string;

  @ApiProperty({ description: '社区确认前打码' })
  elderName!: string;

  @ApiProperty({ enum: Object.keys(RELATIONS) })
  relation!: Relation;

  @ApiProperty({ type: String, nullable: true, description: '女儿' })
  kinWord!: string | null;

  @ApiProperty({ description: '怎么称呼老人：妈妈、李奶奶' })
  callName!: string;

  @ApiProperty({ enum: ['awaiting', 'confirmed'] })
  status!: 'awaiting' | 'confirmed';

  @ApiProperty({ description: '是第一联系人' })
  firstContact!: boolean;
}

export class MyDemo {
  @ApiProperty({ description: '演示里这个人的手机' })
  phoneUrl!: string;

  @ApiProperty({ description: '演示里在这部手机上操作的接口' })
  worldUrl!: string;
}

export class MeAnswer {
  @ApiProperty({ type: MyAccount })
  account!: MyAccount;

  @ApiProperty({ type: [MyRole] })
  roles!: MyRole[];

  @ApiProperty({ type: [MyKinAnswer] })
  kin!: MyKinAnswer[];

  @ApiProperty({ type: MyDemo, nullable: true })
  demo!: MyDemo | null;
}

export class SignedInAnswer {
  @ApiProperty({ type: String, nullable: true, description: '只给小程序；浏览器用 Cookie' })
  token!: string | null;

  @ApiProperty({ type: MeAnswer })
  me!: MeAnswer;
}

export class PhoneBindingAnswer {
  @ApiProperty()
  phoneMasked!: string;
}

export class PersonaPlace {
  @ApiProperty({ description: '石狮' })
  name!: string;

  @ApiProperty({ description: '这个地方的方案有什么不一样' })
  lead!: string;
}

export class Persona {
  @ApiProperty()
  persona!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: '探访员，楼下邻居' })
  role!: string;

  @ApiProperty({ description: '这个人今天手上有什么事' })
  story!: string;

  @ApiProperty({ enum: PERSONA_SIDES, description: '探访的人、家人、社区和街道' })
  side!: (typeof PERSONA_SIDES)[number];

  @ApiProperty({ type: PersonaPlace })
  place!: PersonaPlace;
}
