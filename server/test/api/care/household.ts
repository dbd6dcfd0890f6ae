import type { Answers } from '@tanfang/shared';
import { ulid } from 'ulid';

import { Need, NeedEvidence } from '../../../src/modules/care';
import { Notice, NoticeAttempt, PhoneTask } from '../../../src/modules/notification';
import { OutboxJob } from '../../../src/platform/outbox';
import type { Message } from '../../../simulator';
import type { Person } from '../registry/story';
import type { TestAppOptions } from '../support/app';
import { ALL_WELL, startRounds, type Rounds, type VisitBody } from '../visiting/rounds';

export const GAS_UNSAFE: Answers = { ...ALL_WELL, gas: 'unsafe', 'gas-note': '软管裂了，阀门已经关上' };
export const GAS_FAIRLY_SAFE: Answers = { ...ALL_WELL, gas: 'fairly-safe', 'gas-note': '软管旧了，摸着发硬' };
export const WALKS_BADLY: Answers = { ...ALL_WELL, mobility: 'poor' };
export const NEGLECTED: Answers = { ...ALL_WELL, 'family-duty': 'neglected', 'family-duty-note': '女儿半年没打过电话' };

export const RAISED = 'need-raised-template';
export const CLOSED = 'need-closed-template';

/**
 * 李秀兰 in 济南历下, whose daughter 王静 in 上海 is bound and confirmed; 周敏 visits her. Here the plan gives needs to the
 * community (刘芳) and tells the first contact.
 */
export interface Household extends Rounds {
  /** 周敏 has just been there and seen this; everything that follows from it has happened. @returns the visit's id */
  find(answers: Answers, changes?: Record<string, unknown>): Promise<VisitBody>;
  needs(): Promise<Need[]>;
  evidence(needId: string): Promise<NeedEvidence[]>;
  notices(person: Person): Promise<Notice[]>;
  attempts(noticeId: string): Promise<NoticeAttempt[]>;
  tasks(): Promise<PhoneTask[]>;
  jobs(): Promise<OutboxJob[]>;
  /** Taps 允许 for the templates in the popup on this phone, and the phone reports it. */
  allow(person: Person, ...templateIds: string[]): Promise<void>;
  /** What arrived in this person's WeChat. */
  messages(person: Person): Message[];
  /** Binds and confirms a relative of 李秀兰 (or of another elder of this community). */
  bind(person: Person, relativeId: string, elderId?: string): Promise<string>;
}

export async function startHousehold(options: TestAppOptions = {}): Promise<Household> {
  const rounds = await startRounds(options);
  const t: Household = { ...rounds, ...records(rounds), ...wechat(rounds), ...acts(rounds) };
  for (const person of [t.wangjing, t.liufang]) addPhone(rounds, person);
  await t.bind(t.wangjing, t.daughter);
  await t.work();
  return t;
}

function acts(t: Rounds): Pick<Household, 'find' | 'bind'> {
  return {
    find: async (answers, changes = {}) => {
      const visit = t.visit(t.lixiulan, { answers, ...changes });
      const { status, body } = await t.send(visit);
      if (status !== 201) throw new Error(`The visit was not received: ${JSON.stringify(body)}`);
      await t.work();
      return visit;
    },
    bind: async (person, relativeId, elderId = t.lixiulan.id) => {
      const as = t.liufang.token;
      const body = { id: ulid(), relativeId };
      const invited = await t.call<{ id: string; code: string }>('POST', `/elders/${elderId}/invitations`, {
        as,
        body,
      });
      await t.call('POST', '/invitations/acceptances', {
        as: person.token,
        body: { id: ulid(), code: invited.body.code },
      });
      const confirmed = await t.call('POST', `/kinships/${invited.body.id}/confirmations`, { as });
      if (confirmed.status !== 200) throw new Error(`Not confirmed: ${JSON.stringify(confirmed.body)}`);
      return invited.body.id;
    },
  };
}

type Records = Pick<Household, 'needs' | 'evidence' | 'notices' | 'attempts' | 'tasks' | 'jobs'>;

function records({ app }: Rounds): Records {
  const read = app.database.read;
  return {
    needs: () => read.find(Need, { order: { id: 'ASC' } }),
    evidence: (needId) => read.find(NeedEvidence, { where: { needId }, order: { seenAt: 'ASC' } }),
    notices: ({ id }) => read.find(Notice, { where: { accountId: id }, order: { id: 'ASC' } }),
    attempts: (noticeId) => read.find(NoticeAttempt, { where: { noticeId }, order: { number: 'ASC' } }),
    tasks: () => read.find(PhoneTask, { order: { id: 'ASC' } }),
    jobs: () => read.find(OutboxJob),
  };
}

function wechat(t: Rounds): Pick<Household, 'allow' | 'messages'> {
  const { world } = t.simulator;
  return {
    allow: async (person, ...templateIds) => {
      const user = world.people.getOrThrow(person.openid);
      const ids = templateIds.length > 0 ? templateIds : [RAISED, CLOSED];
      const taps = Object.fromEntries(ids.map((id) => [id, 'accept']));
      const answers = world.subscriptions.request(user, world.appOf(user), { results: taps });
      const results = Object.entries(answers).map(([templateId, result]) => ({ templateId, result }));
      const answer = await t.call('POST', '/subscriptions', { as: person.token, body: { id: ulid(), results } });
      if (answer.status !== 201) throw new Error(`Not counted: ${JSON.stringify(answer.body)}`);
    },
    messages: ({ openid }) => world.messages.inbox(openid),
  };
}

/** A phone with WeChat on it. */
export function addPhone(t: Rounds, { openid, name }: Person): void {
  t.simulator.world.people.add({ openid, name });
}
