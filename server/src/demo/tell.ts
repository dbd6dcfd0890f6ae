import { newId } from '../platform/database';
import type { App } from '../app';
import type {
  DemoAccount,
  DemoDecision,
  DemoElder,
  DemoFollowUp,
  DemoPlace,
  DemoRelative,
  DemoSheet,
  DemoVisit,
} from '../database/seeds/demo';
import { divisionId, divisionsIn, shortDivisionName } from '../database/seeds/divisions';
import { Care } from '../modules/care';
import { Divisions } from '../modules/divisions';
import { Accounts } from '../modules/identity';
import { calendarDate, DAY_MS, startOfDay } from '../platform/clock/clock';
import { sha256 } from '../platform/crypto';
import type { Relative } from '../policy';
import { drawnMark } from './signature';
import type { Storyteller } from './storyteller';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

interface Step {
  at: number;
  run(): Promise<void>;
}

/** Tells the stories of all places from the first registration to yesterday, in one run of days. */
export async function tell(app: App, teller: Storyteller, places: readonly DemoPlace[], until: number): Promise<void> {
  const mark = await drawnMark();
  const steps = places.flatMap(({ people: { accounts, elders } }) =>
    elders.flatMap((elder) => new ElderStory(app, teller, accounts, elder, mark).steps()),
  );
  for (const { decisions = [] } of places) steps.push(...decisions.map((decision) => decide(teller, decision)));
  steps.push(morningBefore(teller, places, until));
  steps.sort((a, b) => a.at - b.at);
  await teller.goTo((steps[0]?.at ?? until) - HOUR_MS);
  for (const place of places) await layOut(app, teller, place);
  for (const step of steps.filter(({ at }) => at < until)) {
    await teller.goTo(step.at);
    await step.run();
    await teller.settle();
  }
  await teller.goTo(until);
}

/** Whoever works in an office has looked at what came by the morning before. */
function morningBefore(teller: Storyteller, places: readonly DemoPlace[], until: number): Step {
  const officers = places
    .flatMap(({ people }) => people.accounts)
    .filter(({ memberships }) => memberships.some(({ role }) => role !== 'visitor'));
  const run = async () => {
    for (const { id } of officers) await readNotices(teller, id);
  };
  return { at: startOfDay(calendarDate(until)) - DAY_MS + 8.5 * HOUR_MS, run };
}

async function readNotices(teller: Storyteller, accountId: string): Promise<void> {
  const { items } = await teller.act<{ items: { id: string; read: boolean }[] }>(
    accountId,
    'GET',
    '/notices?limit=100',
  );
  for (const { id } of items.filter(({ read }) => !read))
    await teller.act<void>(accountId, 'POST', `/notices/${id}/reads`);
}

/** Divisions, people and their roles are there before the first elder. */
async function layOut(app: App, teller: Storyteller, { divisionsFile, people }: DemoPlace): Promise<void> {
  const accounts = app.nest.get(Accounts);
  const rows = divisionsIn(divisionsFile);
  const since = '2023-01-01';
  await app.database.tx(teller.ctx(), async (tx) => {
    await app.nest.get(Divisions).add(
      tx,
      rows.map((row) => ({
        id: divisionId(row.code),
        parentId: row.parent === null ? null : divisionId(row.parent),
        name: row.level === 'community' ? shortDivisionName(row) : row.name,
        level: row.level,
        rural: row.rural === true,
      })),
      rows.map(({ code }) => ({ id: newId(tx.at), divisionId: divisionId(code), code, since, until: null })),
    );
    for (const { id, openid, name, phone, memberships } of people.accounts) {
      await accounts.register(tx, { id, openid, name, phone });
      for (const { role, division, body } of memberships)
        await accounts.grant(tx, id, role, divisionId(division), body);
    }
  });
}

function decide(teller: Storyteller, { at, by, district, ...decision }: DemoDecision): Step {
  const run = () => teller.act<void>(by, 'POST', `/districts/${divisionId(district)}/readings`, decision);
  return { at, run };
}

class ElderStory {
  constructor(
    private readonly app: App,
    private readonly teller: Storyteller,
    private readonly accounts: readonly DemoAccount[],
    private readonly elder: DemoElder,
    /** The drawing of a signature, the same for everybody. */
    private readonly mark: Buffer,
  ) {}

  steps(): Step[] {
    const { registeredOn, visits, relatives, sheets } = this.elder;
    const registeredAt = startOfDay(registeredOn) + 8.5 * HOUR_MS;
    return [
      { at: registeredAt, run: () => this.register() },
      ...relatives.flatMap((relative) => this.kinship(relative, registeredAt)),
      ...sheets.map((sheet) => this.sheet(sheet)),
      ...visits.flatMap((visit) => this.visit(visit)),
    ];
  }

  /** The community worker in whose community the elder lives. */
  private get worker(): string {
    const { community } = this.elder;
    const found = this.accounts.find(({ memberships }) =>
      memberships.some(({ role, division }) => role === 'community' && division === community),
    );
    if (!found) throw new Error(`No community worker in ${community}`);
    return found.id;
  }

  private async register(): Promise<void> {
    const { id, name, sex, idNumber, birthDate, phone, address, place, community, callName, hints, relatives } =
      this.elder;
    const { birthDate: _, residence: __, relatives: kinFacts = [], ...facts } = this.elder.facts;
    await this.teller.act(this.worker, 'POST', '/elders', {
      ...{ id, name, sex, idNumber, birthDate, address, place, callName, hints, facts },
      ...(phone ? { phone } : {}),
      communityId: divisionId(community),
      relatives: relatives.map((relative, index) => toRelative(relative, kinFacts[index])),
      ...firstContactOf(relatives),
    });
    if (this.elder.doorCode)
      await this.teller.act(this.worker, 'POST', `/elders/${id}/door-codes`, this.elder.doorCode);
    for (const { visitor } of this.elder.visitors) {
      await this.teller.act(this.worker, 'POST', `/elders/${id}/visitors`, {
        id: newId(this.teller.ctx().at),
        accountId: visitor,
      });
    }
  }

  private kinship({ id: relativeId, kinship }: DemoRelative, registeredAt: number): Step[] {
    if (!kinship) return [];
    const invitedAt =
      kinship.status === 'invited'
        ? kinship.invitedAt
        : kinship.status === 'awaiting'
          ? kinship.acceptedAt - HOUR_MS
          : registeredAt + HOUR_MS;
    let code = '';
    const invite = async () => {
      const path = `/elders/${this.elder.id}/invitations`;
      code = (await this.teller.act<{ code: string }>(this.worker, 'POST', path, { id: kinship.id, relativeId })).code;
    };
    const steps: Step[] = [{ at: invitedAt, run: invite }];
    if (kinship.status === 'invited') return steps;
    const accept = () =>
      this.teller.act<void>(kinship.account, 'POST', '/invitations/acceptances', {
        id: newId(this.teller.ctx().at),
        code,
      });
    steps.push({ at: invitedAt + 30 * MINUTE_MS, run: accept });
    if (kinship.status === 'confirmed') {
      const confirm = () => this.teller.act<void>(kinship.confirmedBy, 'POST', `/kinships/${kinship.id}/confirmations`);
      steps.push({ at: invitedAt + 40 * MINUTE_MS, run: confirm });
    }
    return steps;
  }

  private sheet({ id, kind, form, by, answers, at }: DemoSheet): Step {
    const body = { id, elderId: this.elder.id, kind, form, answers };
    return { at, run: () => this.teller.act<void>(by, 'POST', '/sheets', body) };
  }

  private visit(visit: DemoVisit): Step[] {
    const record = async () => {
      const { id, mode, form, answers, startedAt, endedAt, signature, visitor } = visit;
      const mark = signature.kind === 'phone' ? null : this.mark;
      const hash = mark && sha256(mark);
      await this.teller.act(visitor, 'POST', '/visits', {
        ...{ id, elderId: this.elder.id, mode, form, answers, startedAt, endedAt, photos: [] },
        signature: { ...signature, ...this.proxy(visit), ...(hash ? { sha256: hash } : {}) },
      });
      if (mark && hash) await this.teller.act(visitor, 'PUT', `/visits/${id}/files/${hash}`, mark);
    };
    return [
      { at: visit.sentAt ?? visit.endedAt + 2 * MINUTE_MS, run: record },
      ...visit.calls.map(({ at, reached }) => ({ at, run: () => this.call(visit.id, reached) })),
      ...visit.followUps.flatMap((step) => this.followUp(visit, step)),
    ];
  }

  /** The community phones those relatives whom no message has reached. */
  private async call(visitId: string, reached: boolean): Promise<void> {
    if ((await this.app.nest.get(Care).raisedBy(this.teller.ctx(), visitId)).length === 0) return;
    const path = '/phone-tasks?status=open&limit=100';
    const { items } = await this.teller.act<{ items: { id: string; elderId: string }[] }>(this.worker, 'GET', path);
    const outcome = reached ? { outcome: 'reached', note: '都说清楚了' } : { outcome: 'no-answer' };
    for (const { id } of items.filter(({ elderId }) => elderId === this.elder.id)) {
      const body = { id: newId(this.teller.ctx().at), ...outcome };
      await this.teller.act<void>(this.worker, 'POST', `/phone-tasks/${id}/outcomes`, body);
    }
  }

  /** Whoever of the family is asked first signs for an elder who cannot. */
  private proxy({ signature }: DemoVisit): { proxyName?: string } {
    if (signature.kind !== 'proxy') return {};
    const first = this.elder.relatives.find(({ firstContact }) => firstContact) ?? this.elder.relatives[0];
    return { proxyName: signature.proxyName ?? first?.name ?? '家人' };
  }

  private followUp(visit: DemoVisit, { matter, answer, acknowledgement, closure }: DemoFollowUp): Step[] {
    const onNeed = (by: string, what: string, body: object) => async () => {
      const raised = await this.app.nest.get(Care).raisedBy(this.teller.ctx(), visit.id);
      const need = raised.find((one) => one.matter === matter);
      if (!need) throw new Error(`The visit ${visit.id} raised no need about ${matter}`);
      await this.teller.act(by, 'POST', `/needs/${need.id}/${what}`, { id: newId(this.teller.ctx().at), ...body });
    };
    const steps: Step[] = [];
    if (answer) {
      const decide = onNeed(answer.by, 'answers', { choice: answer.choice });
      // The notice is what brought them.
      steps.push({ at: answer.at, run: () => readNotices(this.teller, answer.by).then(decide) });
    }
    if (acknowledgement)
      steps.push({ at: acknowledgement.at, run: onNeed(acknowledgement.by, 'acknowledgements', {}) });
    if (closure)
      steps.push({ at: closure.at, run: onNeed(closure.by, 'closures', { outcome: 'done', note: closure.note }) });
    return steps;
  }
}

function firstContactOf(relatives: readonly DemoRelative[]): { firstContactId?: string } {
  const first = relatives.find(({ firstContact }) => firstContact);
  return first ? { firstContactId: first.id } : {};
}

function toRelative(relative: DemoRelative, facts?: Relative): object {
  const { id, name, relation, kinWord, callsElder, phone, livesWithElder, emergencyContact, guardian } = relative;
  const { residence, birthDate, awaySince, ableToSupport } = facts ?? {};
  return {
    ...{ id, name, relation, kinWord, livesWithElder, emergencyContact, guardian },
    ...(callsElder ? { callsElder } : {}),
    ...(phone ? { phone } : {}),
    ...Object.fromEntries(
      Object.entries({ residence, birthDate, awaySince, ableToSupport }).filter(([, value]) => value !== undefined),
    ),
  };
}
