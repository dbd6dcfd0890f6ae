import { Need, NeedEvidence, NeedStep } from '../modules/care';
import { Division, DivisionCode } from '../modules/divisions';
import { Account, Kinship, Membership, Session } from '../modules/identity';
import {
  Notice,
  NoticeAttempt,
  PhoneCall,
  PhoneTask,
  SubscriptionEntry,
  SubscriptionReport,
} from '../modules/notification';
import { DoorCode, Elder, Relative } from '../modules/registry';
import { Sheet } from '../modules/sheets';
import {
  CheckIn,
  Obligation,
  ObligationChange,
  Visit,
  VisitedElder,
  VisitFile,
  VisitorAssignment,
} from '../modules/visiting';
import { AuditEntry, AuditHead } from '../platform/audit';
import { CalendarDay } from '../platform/clock/working-days';
import type { Schema } from '../platform/database';
import { StoredFile } from '../platform/files';
import { OutboxJob } from '../platform/outbox';
import { Platform1764000000001 } from './migrations/1764000000001-platform';
import { Divisions1764000000002 } from './migrations/1764000000002-divisions';
import { Identity1764000000003 } from './migrations/1764000000003-identity';
import { Registry1764000000004 } from './migrations/1764000000004-registry';
import { Visiting1764000000005 } from './migrations/1764000000005-visiting';
import { Care1764000000006 } from './migrations/1764000000006-care';
import { Notification1764000000007 } from './migrations/1764000000007-notification';
import { Sheets1764000000010 } from './migrations/1764000000010-sheets';

/** All tables, and the migrations that make them, in their order. */
export const SCHEMA: Schema = {
  entities: [
    OutboxJob,
    AuditEntry,
    AuditHead,
    StoredFile,
    Division,
    DivisionCode,
    Account,
    Session,
    Membership,
    Kinship,
    Elder,
    Relative,
    DoorCode,
    VisitedElder,
    VisitorAssignment,
    Obligation,
    ObligationChange,
    CheckIn,
    Visit,
    VisitFile,
    Sheet,
    CalendarDay,
    Need,
    NeedEvidence,
    NeedStep,
    Notice,
    NoticeAttempt,
    SubscriptionEntry,
    SubscriptionReport,
    PhoneTask,
    PhoneCall,
  ],
  migrations: [
    Platform1764000000001,
    Divisions1764000000002,
    Identity1764000000003,
    Registry1764000000004,
    Visiting1764000000005,
    Care1764000000006,
    Notification1764000000007,
    Sheets1764000000010,
  ],
};
