import { Need, NeedEvidence, NeedRise, NeedStep, SetAside } from '../modules/care';
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
import { ReadingDecision } from '../modules/policies';
import { DoorCode, EarlierHome, Elder, Objection, Relative } from '../modules/registry';
import { Sheet } from '../modules/sheets';
import {
  CheckIn,
  Emergency,
  NoAnswer,
  Obligation,
  ObligationChange,
  Visit,
  VisitedElder,
  VisitFile,
  VisitorAssignment,
  VisitPause,
} from '../modules/visiting';
import { AuditEntry, AuditHead } from '../platform/audit';
import { CalendarDay } from '../platform/clock/working-days';
import type { Schema } from '../platform/database';
import { StoredFile } from '../platform/files';
import { OutboxJob } from '../platform/outbox';
import { PushRow } from '../platform/wechat';
import { Platform1764000000001 } from './migrations/1764000000001-platform';
import { Divisions1764000000002 } from './migrations/1764000000002-divisions';
import { Identity1764000000003 } from './migrations/1764000000003-identity';
import { Registry1764000000004 } from './migrations/1764000000004-registry';
import { Visiting1764000000005 } from './migrations/1764000000005-visiting';
import { Care1764000000006 } from './migrations/1764000000006-care';
import { Notification1764000000007 } from './migrations/1764000000007-notification';
import { Sheets1764000000010 } from './migrations/1764000000010-sheets';
import { AuditWords1764000000011 } from './migrations/1764000000011-audit-words';
import { DistrictReadings1764000000012 } from './migrations/1764000000012-district-readings';
import { DeviceNames1764000000013 } from './migrations/1764000000013-device-names';
import { WechatPush1764000000014 } from './migrations/1764000000014-wechat-push';
import { Objections1764000000015 } from './migrations/1764000000015-objections';
import { OneAccountForARelative1764000000016 } from './migrations/1764000000016-one-account-for-a-relative';
import { JobKinds1764000000017 } from './migrations/1764000000017-job-kinds';
import { NeedRises1764000000018 } from './migrations/1764000000018-need-rises';
import { NoAnswers1764000000020 } from './migrations/1764000000020-no-answers';
import { VisitPauses1764000000022 } from './migrations/1764000000022-visit-pauses';
import { OneKinshipForAnAccount1764000000023 } from './migrations/1764000000023-one-kinship-for-an-account';
import { RegistryFilters1764000000024 } from './migrations/1764000000024-registry-filters';
import { Emergencies1764000000026 } from './migrations/1764000000026-emergencies';
import { LapsedElders1764000000027 } from './migrations/1764000000027-lapsed-elders';
import { OpenWork1764000000028 } from './migrations/1764000000028-open-work';
import { KinForGood1764000000029 } from './migrations/1764000000029-kin-for-good';
import { SetAside1764000000030 } from './migrations/1764000000030-set-aside';
import { OpenWorkInHand1764000000031 } from './migrations/1764000000031-open-work-in-hand';
import { SeenWhilePaused1764000000032 } from './migrations/1764000000032-seen-while-paused';

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
    ReadingDecision,
    Elder,
    EarlierHome,
    Relative,
    DoorCode,
    Objection,
    VisitedElder,
    VisitorAssignment,
    Obligation,
    ObligationChange,
    CheckIn,
    Emergency,
    NoAnswer,
    VisitPause,
    Visit,
    VisitFile,
    Sheet,
    CalendarDay,
    Need,
    NeedEvidence,
    NeedRise,
    NeedStep,
    SetAside,
    Notice,
    NoticeAttempt,
    SubscriptionEntry,
    SubscriptionReport,
    PhoneTask,
    PhoneCall,
    PushRow,
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
    AuditWords1764000000011,
    DistrictReadings1764000000012,
    DeviceNames1764000000013,
    WechatPush1764000000014,
    Objections1764000000015,
    OneAccountForARelative1764000000016,
    JobKinds1764000000017,
    NeedRises1764000000018,
    NoAnswers1764000000020,
    VisitPauses1764000000022,
    OneKinshipForAnAccount1764000000023,
    RegistryFilters1764000000024,
    Emergencies1764000000026,
    LapsedElders1764000000027,
    OpenWork1764000000028,
    KinForGood1764000000029,
    SetAside1764000000030,
    OpenWorkInHand1764000000031,
    SeenWhilePaused1764000000032,
  ],
};
