import { Division, DivisionCode } from '../modules/divisions';
import { Account, Kinship, Membership, Session } from '../modules/identity';
import { DoorCode, Elder, Relative } from '../modules/registry';
import { CheckIn, Obligation, ObligationChange, Visit, VisitedElder, VisitFile, VisitorAssignment } from '../modules/visiting';
import { AuditEntry, AuditHead } from '../platform/audit';
import type { Schema } from '../platform/database';
import { StoredFile } from '../platform/files';
import { OutboxJob } from '../platform/outbox';
import { Platform1764000000001 } from './migrations/1764000000001-platform';
import { Divisions1764000000002 } from './migrations/1764000000002-divisions';
import { Identity1764000000003 } from './migrations/1764000000003-identity';
import { Registry1764000000004 } from './migrations/1764000000004-registry';
import { Visiting1764000000005 } from './migrations/1764000000005-visiting';

/** All tables, and the migrations that make them, in their order. */
export const SCHEMA: Schema = {
  entities: [OutboxJob, AuditEntry, AuditHead, StoredFile, Division, DivisionCode, Account, Session, Membership, Kinship, Elder, Relative, DoorCode, VisitedElder, VisitorAssignment, Obligation, ObligationChange, CheckIn, Visit, VisitFile],
  migrations: [Platform1764000000001, Divisions1764000000002, Identity1764000000003, Registry1764000000004, Visiting1764000000005],
};
