import { createHash } from 'node:crypto';

import sharp from 'sharp';
import type { Answers } from '@tanfang/shared';
import { ulid } from 'ulid';

import { Registry, type NewElder } from '../../../src/modules/registry';
import { Obligation, ObligationChange, Visiting } from '../../../src/modules/visiting';
import { AuditEntry } from '../../../src/platform/audit';
import { idNumber, startStory, type Person, type Story } from '../registry/story';
import type { TestAppOptions } from '../support/app';
import type { Answer } from '../support/app';

export const WEEK_48 = { start: '2026-11-23', end: '2026-11-29' };
export const MINUTE = 60_000;

/** 济南 附件1, filled at a home where all is well. */
export const ALL_WELL: Answers = {
  economy: ['stable'],
  mobility: 'fair',
  illness: 'unchanged',
  spirits: 'better',
  gas: 'safe',
  'water-heating': 'safe',
  electricity: 'safe',
  fire: 'safe',
  'personal-hygiene': 'unchanged',
  'home-hygiene': 'unchanged',
  'indoor-environment': 'unchanged',
  satisfaction: 'satisfied',
};

export interface ProblemBody {
  code: string;
  detail: string;
  fields?: { field: string; message: string }[];
}

export interface VisitBody {
  id: string;
  elderId: string;
  [field: string]: unknown;
}

/** 李秀兰 (82, every week) and 刘长河 (71, every month) are visited by 周敏, who also looks after 孙桂英 (79, disabled, every week). */
export interface Rounds extends Story {
  sunguiying: NewElder;
  /** What 周敏's phone sends after a visit at this moment, in which all is well. */
  visit(elder: { id: string }, changes?: Record<string, unknown>): VisitBody;
  send(body: object, as?: Person): Promise<Answer<{ id: string; number: string; receivedAt: number } & ProblemBody>>;
  register(elder: NewElder): Promise<void>;
  /** Obligations of an elder, in order. */
  owed(elder: { id: string }): Promise<Obligation[]>;
  changes(obligationId: string): Promise<ObligationChange[]>;
  audits(subjectId: string, action: string): Promise<AuditEntry[]>;
}

export async function startRounds(options: TestAppOptions = {}): Promise<Rounds> {
  const story = await startStory(options);
  const { app, clock } = story;
  const register = async (elder: NewElder) => {
    await app.database.tx(story.ctx(), (tx) => app.nest.get(Registry).register(tx, elder));
    await story.work();
  };
  const sunguiying = elderNamed('孙桂英', '1947-09-10', story.divisions.first, {
    traits: { maritalStatus: 'widowed', disability: { kinds: ['physical'], grade: 2 } },
    place: '5 号楼 1 单元',
  });
  await register(sunguiying);
  await app.database.tx(story.ctx(), async (tx) => {
    for (const elder of [story.lixiulan, story.liuchanghe, sunguiying]) {
      await app.nest.get(Visiting).assign(tx, elder.id, story.zhoumin.id);
    }
  });
  return {
    ...story,
    sunguiying,
    register,
    visit: (elder, changes = {}) => ({
      id: ulid(clock.now()),
      elderId: elder.id,
      mode: 'on-site',
      form: { id: 'jinan-visit-record', version: 1 },
      answers: ALL_WELL,
      startedAt: clock.now() - 20 * MINUTE,
      endedAt: clock.now(),
      signature: { kind: 'phone' },
      photos: [],
      ...changes,
    }),
    send: (body, as = story.zhoumin) => story.call('POST', '/visits', { as: as.token, body }),
    owed: (elder) =>
      app.database.read.find(Obligation, { where: { elderId: elder.id }, order: { periodStart: 'ASC' } }),
    changes: (obligationId) =>
      app.database.read.find(ObligationChange, { where: { obligationId }, order: { knownAt: 'ASC' } }),
    audits: (subjectId, action) => app.database.read.findBy(AuditEntry, { subjectId, action }),
  };
}

let serial = 100;

/** Widowed, without children, living alone. */
export function elderNamed(
  name: string,
  birthDate: string,
  communityId: string,
  changes: Partial<NewElder> = {},
): NewElder {
  serial += 1;
  return {
    ...{ id: ulid(), name, sex: 'female', birthDate, idNumber: idNumber(birthDate, 'female', serial), communityId },
    ...{ address: '5 号楼 1 单元 402', traits: { maritalStatus: 'widowed' }, relatives: [] },
    ...changes,
  };
}

/** A photo as a phone takes it; `shade` makes them differ. */
export async function photo(shade = 120): Promise<{ bytes: Buffer; sha256: string }> {
  const background = { r: shade, g: 110, b: 90 };
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return { bytes, sha256: sha256Of(bytes) };
}

/** A signature as the phone draws it. */
export async function signature(): Promise<{ bytes: Buffer; sha256: string }> {
  const background = { r: 20, g: 20, b: 20, alpha: 0.5 };
  const bytes = await sharp({ create: { width: 60, height: 20, channels: 4, background } })
    .png()
    .toBuffer();
  return { bytes, sha256: sha256Of(bytes) };
}

export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
