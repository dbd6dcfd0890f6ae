import type {
  Answers,
  FamilyChoice,
  Matter,
  Relation,
  Role,
  Sex,
  SignatureKind,
  VisitMode,
  VisitorBody,
} from '@tanfang/shared';
import type { ElderFacts } from '../../../policy';
import type { DivisionsFile } from '../divisions';

/**
 * A place of the demonstration, as it stands on one day: a function of the calendar date makes it, so that visits are
 * fresh. Everybody in it is invented: identity numbers have the area code 990000, which was never given to a place,
 * phones begin with 1420000, which was never given to a network.
 */
export interface DemoPlace {
  packId: string;
  /** 济南 */
  name: string;
  /** What is particular about its plan, in one sentence for whoever tries the demonstration. */
  lead: string;
  divisionsFile: DivisionsFile;
  /** Codes of the communities where its elders live. */
  communities: string[];
  people: { accounts: DemoAccount[]; elders: DemoElder[] };
  /** What its districts have decided where the plan leaves something open. */
  decisions?: DemoDecision[];
}

export interface DemoDecision {
  id: string;
  /** Code of the district. */
  district: string;
  /** Account of a district's officer. */
  by: string;
  ruleId: string;
  value: string;
  /** Calendar date, not before the day of `at`. */
  from: string;
  reason: string;
  /** Epoch ms. */
  at: number;
}

export interface DemoAccount {
  id: string;
  /** One can sign in as this person in the demonstration. */
  persona?: DemoPersona;
  openid: string;
  name: string;
  /** The phone bound to the account; for a relative the same as in the registry. */
  phone: string;
  memberships: DemoMembership[];
}

export interface DemoPersona {
  /** zhoumin */
  key: string;
  /** Who that is, for the sign-in page: 探访员，楼下邻居 */
  role: string;
  /** Two sentences: what this person has on the table today. */
  story: string;
}

/** `division`: code of the division whose subtree the role covers. A family's scope is its kinship, not a membership. */
export interface DemoMembership {
  role: Exclude<Role, 'family'>;
  division: string;
  /** Visitors only: the body on whose behalf they come. */
  body?: VisitorBody;
}

export interface DemoElder {
  id: string;
  name: string;
  sex: Sex;
  birthDate: string;
  idNumber: string;
  /** `null`: no phone. */
  phone: string | null;
  /** Below the community: 5 号楼 1 单元 301 */
  address: string;
  /** Where to find the door without the flat: 5 号楼 1 单元 */
  place: string;
  /** Code of the community of residence. */
  community: string;
  /** How the visitor addresses them: 李奶奶 */
  callName: string;
  /** Calendar date of the census that found them. */
  registeredOn: string;
  /** Agrees with birthDate, community and relatives. */
  facts: ElderFacts;
  relatives: DemoRelative[];
  hints: DemoHint[];
  /** Whom the elder is assigned to. */
  visitors: DemoAssignment[];
  /** A QR code hangs on the door. */
  doorCode: { id: string } | null;
  /** The elder's wish for a mode and a time, in words. */
  wish: string | null;
  /** Oldest first, all of them before today. */
  visits: DemoVisit[];
  /** Filled forms that record no visit. */
  sheets: DemoSheet[];
}

export interface DemoRelative {
  id: string;
  name: string;
  relation: Relation;
  /** 女儿 */
  kinWord: string;
  /** How they call the elder: 妈妈; `null`: nobody asked. */
  callsElder: string | null;
  phone: string | null;
  livesWithElder: boolean;
  firstContact: boolean;
  emergencyContact: boolean;
  guardian: boolean;
  kinship: DemoKinship | null;
}

/** `id`: of the invitation, from which its code follows. `invited`: nobody has used the code yet. */
export type DemoKinship = { id: string } & (
  | { status: 'confirmed'; account: string; confirmedBy: string }
  | { status: 'awaiting'; account: string; acceptedAt: number }
  | { status: 'invited'; invitedAt: number }
);

export type HintIcon = 'hearing' | 'walking' | 'sight' | 'speech' | 'memory' | 'door' | 'dog' | 'language' | 'time';

/** What helps at the door; nothing about health that is not needed there. */
export interface DemoHint {
  icon: HintIcon;
  title: string;
  detail: string;
}

export interface DemoAssignment {
  visitor: string;
  /** What the family calls them: 楼下邻居 */
  word: string;
}

export interface DemoVisit {
  id: string;
  visitor: string;
  mode: VisitMode;
  form: { id: string; version: number };
  answers: Answers;
  /** Epoch ms. */
  startedAt: number;
  endedAt: number;
  /** When the phone had a network again; at once unless given. */
  sentAt?: number;
  signature: { kind: SignatureKind; proxyName?: string };
  calls: DemoCall[];
  followUps: DemoFollowUp[];
}

/** The community phones relatives whom no message reached. Epoch ms, in the past. */
export interface DemoCall {
  at: number;
  reached: boolean;
}

export interface DemoSheet {
  id: string;
  kind: 'registration';
  form: { id: string; version: number };
  /** Who filled it in. */
  by: string;
  answers: Answers;
  /** Epoch ms. */
  at: number;
}

/** What became of a need that this visit raised; every closure here is `done`. Times are epoch ms, in the past. */
export interface DemoFollowUp {
  matter: Matter;
  answer?: { by: string; choice: FamilyChoice; at: number };
  acknowledgement?: { by: string; at: number };
  closure?: { by: string; note: string; at: number };
}
