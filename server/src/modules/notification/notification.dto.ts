import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';

import { ListOf, OneOf, PageQuery, Text, UlidField } from '../../platform/http';
import { PHONE_TASK_REASONS, type PhoneTaskReason } from './notification.entities';
import { TEMPLATE_KEYS, type TemplateKey } from './templates';

export class NoticePath {
  @UlidField({ label: '提醒编号' })
  id!: string;
}

export class NoticesQuery extends PageQuery {
  @UlidField({ label: '探访编号', optional: true })
  visitId?: string;
}

export class NoticeItem {
  @ApiProperty()
  id!: string;

  @ApiProperty({ type: 'integer', format: 'int64' })
  at!: number;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: [String] })
  lines!: string[];

  @ApiProperty({ description: '点开去的页面，带参数，不带开头的斜线' })
  page!: string;

  @ApiProperty()
  read!: boolean;
}

export const TOLD_STATES = ['sent', 'inbox', 'phone-task', 'waiting'] as const;
export type ToldState = (typeof TOLD_STATES)[number];

/** Whom the family's message of a visit went to, for the visitor. */
export class ToldItem {
  @ApiProperty({ description: '女儿' })
  relation!: string;

  @ApiProperty({ description: '王静' })
  name!: string;

  @ApiProperty({ enum: TOLD_STATES })
  state!: ToldState;
}

@ApiExtraModels(NoticeItem, ToldItem)
export class NoticeList {
  @ApiProperty({
    type: 'array',
    items: { oneOf: [NoticeItem, ToldItem].map((item) => ({ $ref: getSchemaPath(item) })) },
    description: '带探访编号时是告诉了谁，不带时是自己的提醒',
  })
  items!: (NoticeItem | ToldItem)[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

export class TemplateItem {
  @ApiProperty({ enum: TEMPLATE_KEYS })
  key!: TemplateKey;

  @ApiProperty()
  templateId!: string;

  @ApiProperty()
  title!: string;
}

export class TemplateList {
  @ApiProperty({ type: [TemplateItem] })
  items!: TemplateItem[];
}

const SUBSCRIPTION_RESULTS = ['accept', 'reject', 'ban', 'filter'] as const;

export class SubscriptionResult {
  @Text({ label: '模板编号', max: 80 })
  templateId!: string;

  @OneOf(SUBSCRIPTION_RESULTS, { label: '选择结果' })
  result!: (typeof SUBSCRIPTION_RESULTS)[number];
}

export class SubscriptionBody {
  @UlidField({ label: '编号' })
  id!: string;

  @ListOf(() => SubscriptionResult, { label: '各模板的结果', max: 5 })
  results!: SubscriptionResult[];
}

export class CreditItem {
  @ApiProperty()
  templateId!: string;

  @ApiProperty({ type: 'integer', description: '还能发几条；长期模板答应了就是 1' })
  left!: number;
}

export class Credits {
  @ApiProperty({ type: [CreditItem] })
  credits!: CreditItem[];
}

export const PHONE_TASK_STATUSES = ['open', 'done'] as const;

export class PhoneTasksQuery extends PageQuery {
  @OneOf(PHONE_TASK_STATUSES, { label: '状态', optional: true })
  status?: 'open' | 'done';
}

export class PhoneTaskPath {
  @UlidField({ label: '电话编号' })
  id!: string;
}

export class RevealPhoneBody {
  @Text({ label: '原因', min: 2, max: 100 })
  reason!: string;
}

export class RevealedPhone {
  @ApiProperty()
  phone!: string;
}

export const CALL_OUTCOMES = ['reached', 'no-answer'] as const;

export class CallOutcomeBody {
  @UlidField({ label: '编号' })
  id!: string;

  @OneOf(CALL_OUTCOMES, { label: '通话结果' })
  outcome!: (typeof CALL_OUTCOMES)[number];

  @Text({ label: '备注', max: 300, optional: true })
  note?: string;
}

export class Callee {
  @ApiProperty()
  name!: string;

  @ApiProperty({ description: '女儿' })
  relation!: string;

  @ApiProperty({ type: String, nullable: true })
  phoneMasked!: string | null;
}

export class PhoneTaskItem {
  @ApiProperty()
  id!: string;

  @ApiProperty()
  elderId!: string;

  @ApiProperty()
  elderName!: string;

  @ApiProperty({ type: Callee })
  callee!: Callee;

  @ApiProperty({ description: '为什么要打，一句话' })
  why!: string;

  @ApiProperty({ type: [String], description: '要告诉的事' })
  about!: string[];

  @ApiProperty({ enum: PHONE_TASK_REASONS })
  reason!: PhoneTaskReason;

  @ApiProperty({ description: '危及生命，先打' })
  lifeDanger!: boolean;

  @ApiProperty({ type: 'integer', format: 'int64' })
  createdAt!: number;

  @ApiProperty({ enum: PHONE_TASK_STATUSES })
  status!: 'open' | 'done';

  @ApiProperty({ type: 'integer', description: '打了没人接的次数' })
  noAnswers!: number;
}

export class PhoneTaskList {
  @ApiProperty({ type: [PhoneTaskItem] })
  items!: PhoneTaskItem[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
