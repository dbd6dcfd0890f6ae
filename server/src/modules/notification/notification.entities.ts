import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import { encrypted, encryptedJson } from '../../platform/crypto';
import { instant } from '../../platform/database';

/**
 * - `inbox`: for reading in the app; no message goes to WeChat (officers; no credit; pointless by the time it was due)
 * - `waiting`: goes to WeChat at `dueAt`
 * - `sending`: the call has begun. Found again after a crash it becomes `unknown`
 * - `sent`: the platform took it · `failed`: it certainly did not, or says later that it did not deliver it
 * - `unknown`: nobody can say; never sent again. Ends by the platform's own report, or as a phone task
 */
export const CHANNEL_STATES = ['inbox', 'waiting', 'sending', 'sent', 'failed', 'unknown'] as const;
export type ChannelState = (typeof CHANNEL_STATES)[number];

/** One message to one person. It lies in their inbox in any case. */
@Entity('notice')
@Index(['eventKey', 'accountId'], { unique: true })
@Index(['accountId', 'id'])
@Index(['visitId'])
export class Notice {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  /** What happened, `visit.found:<visitId>`: nobody is told the same thing twice. */
  @Column('varchar', { length: 80 })
  eventKey!: string;

  @Column('varchar', { length: 26 })
  accountId!: string;

  @Column('varchar', { length: 10 })
  audience!: 'family' | 'officer';

  /** The relative in the registry who this is; null for officers. */
  @Column('varchar', { length: 26, nullable: true })
  relativeId!: string | null;

  @Column('varchar', { length: 26 })
  elderId!: string;

  @Column('varchar', { length: 26 })
  communityId!: string;

  /** The visit that caused it; null when none did. */
  @Column('varchar', { length: 26, nullable: true })
  visitId!: string | null;

  /** Needs it is about, separated by commas; empty when it is about none. */
  @Column('text')
  needIds!: string;

  @Column('boolean')
  lifeDanger!: boolean;

  @Column('text', { transformer: encrypted('notice.title') })
  title!: string;

  @Column('text', { transformer: encryptedJson('notice.lines') })
  lines!: string[];

  /** Page of the mini-program with its query, without a leading slash. */
  @Column('varchar', { length: 200 })
  page!: string;

  /** Key of the WeChat template; null when it stays in the inbox. */
  @Column('varchar', { length: 20, nullable: true })
  template!: string | null;

  /** The template's fields. */
  @Column('text', { nullable: true, transformer: encryptedJson('notice.data') })
  data!: Record<string, string> | null;

  @Column('varchar', { length: 10 })
  state!: ChannelState;

  @Column('bigint', { transformer: instant })
  stateAt!: number;

  /** When it may go to WeChat: quiet hours are over. Tries again are counted from here. */
  @Column('bigint', { transformer: instant })
  dueAt!: number;

  /** When an uncertain message becomes a phone task; null when there is nothing to settle. */
  @Column('bigint', { nullable: true, transformer: instant })
  @Index()
  settleAt!: number | null;

  @Column('bigint', { transformer: instant })
  createdAt!: number;

  @Column('bigint', { nullable: true, transformer: instant })
  readAt!: number | null;
}

/** One call to WeChat, written before it is made. */
@Entity('notice_attempt')
@Index(['noticeId', 'number'], { unique: true })
export class NoticeAttempt {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  noticeId!: string;

  /** From 1. Two workers cannot both begin the same one. */
  @Column('int')
  number!: number;

  @Column('varchar', { length: 10 })
  state!: 'sending' | 'sent' | 'failed' | 'unknown';

  /** The platform's error number, or `unreachable`. */
  @Column('varchar', { length: 20, nullable: true })
  failure!: string | null;

  /** The platform's message id. It exceeds 2^53 and stays text. */
  @Column('varchar', { length: 32, nullable: true })
  @Index()
  msgid!: string | null;

  @Column('bigint', { transformer: instant })
  startedAt!: number;

  @Column('bigint', { nullable: true, transformer: instant })
  endedAt!: number | null;

  /** When the platform reported that the message arrived; null while it has not. */
  @Column('bigint', { nullable: true, transformer: instant })
  confirmedAt!: number | null;
}

/** The ledger of subscription credits: append only; each entry carries the balance after it. */
@Entity('subscription_entry')
@Index(['accountId', 'templateId', 'sequence'], { unique: true })
export class SubscriptionEntry {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  accountId!: string;

  @Column('varchar', { length: 80 })
  templateId!: string;

  /** From 1 within account and template: two writers cannot both append to the same balance. */
  @Column('int')
  sequence!: number;

  @Column('int')
  amount!: number;

  @Column('int')
  balance!: number;

  /** What it was for, e.g. `accept:<report>:<template>`; once each. */
  @Column('varchar', { length: 140 })
  @Index({ unique: true })
  ref!: string;

  @Column('bigint', { transformer: instant })
  at!: number;
}

/** What a phone reported after the popup. The id is made by the phone. */
@Entity('subscription_report')
export class SubscriptionReport {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  accountId!: string;

  @Column('varchar', { length: 64 })
  bodyHash!: string;

  @Column('bigint', { transformer: instant })
  at!: number;
}

export const PHONE_TASK_REASONS = [
  'no-account',
  'no-first-contact',
  'no-credit',
  'not-delivered',
  'uncertain',
] as const;
export type PhoneTaskReason = (typeof PHONE_TASK_REASONS)[number];

/** Somebody of the community please phones this relative, because no message got through. */
@Entity('phone_task')
@Index(['communityId', 'status', 'id'])
@Index(['visitId'])
@Index(['elderId'])
export class PhoneTask {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  /** `notice:<id>`, or event key and relative where there was nobody to write to; one task each. */
  @Column('varchar', { length: 110 })
  @Index({ unique: true })
  sourceKey!: string;

  @Column('varchar', { length: 26, nullable: true })
  noticeId!: string | null;

  @Column('varchar', { length: 26 })
  elderId!: string;

  @Column('varchar', { length: 26 })
  communityId!: string;

  @Column('varchar', { length: 26 })
  visitId!: string;

  @Column('varchar', { length: 26 })
  relativeId!: string;

  /** What to tell them of: needs, separated by commas. */
  @Column('text')
  needIds!: string;

  /** The relative's account, when they have one. */
  @Column('varchar', { length: 26, nullable: true })
  accountId!: string | null;

  @Column('varchar', { length: 20 })
  reason!: PhoneTaskReason;

  @Column('boolean')
  lifeDanger!: boolean;

  @Column('varchar', { length: 10 })
  status!: 'open' | 'done';

  /**
   * How it ended: by phone; because they read or answered meanwhile, or WeChat reported that the message arrived after
   * all; because there is nothing to tell any more; because a newer call to the same person is about the same; because
   * somebody else is the one to tell now.
   */
  @Column('varchar', { length: 20, nullable: true })
  closedBy!: 'phone' | 'read' | 'answered' | 'delivered' | 'settled' | 'merged' | 'readdressed' | null;

  /** Calls nobody answered. */
  @Column('int')
  noAnswers!: number;

  @Column('bigint', { transformer: instant })
  createdAt!: number;

  @Column('bigint', { nullable: true, transformer: instant })
  doneAt!: number | null;
}

/** One call somebody made for a task. The id is made by the client. */
@Entity('phone_call')
@Index(['taskId'])
export class PhoneCall {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  taskId!: string;

  @Column('varchar', { length: 26 })
  accountId!: string;

  @Column('varchar', { length: 12 })
  outcome!: 'reached' | 'no-answer';

  @Column('text', { nullable: true, transformer: encrypted('phone_call.note') })
  note!: string | null;

  @Column('varchar', { length: 64 })
  bodyHash!: string;

  @Column('bigint', { transformer: instant })
  at!: number;
}
