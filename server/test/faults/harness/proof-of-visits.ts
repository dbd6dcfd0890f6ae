import { Need, NeedEvidence } from '../../../src/modules/care';
import { Obligation, ObligationChange, Visit, VisitFile } from '../../../src/modules/visiting';
import { AuditEntry, verifyAudit } from '../../../src/platform/audit';
import type { Config } from '../../../src/platform/config/config';
import type { Ctx } from '../../../src/platform/context/context';
import { Files } from '../../../src/platform/files';
import { OutboxJob } from '../../../src/platform/outbox';
import type { HandedIn } from './phones';

/** What was found in the database that should not be, as sentences; nothing when all is well. */
export type Faults = string[];

/** Every visit that was acknowledged is there once, and all that had to follow from it happened once. */
export async function faultsOfVisits(ctx: Ctx, handedIn: readonly HandedIn[], dataDir: string): Promise<Faults> {
  return [
    ...(await recorded(ctx, handedIn)),
    ...(await obligationsMet(ctx, handedIn)),
    ...(await needsRaised(ctx, handedIn)),
    ...(await photosKept(ctx, handedIn, dataDir)),
    ...(await nothingLeft(ctx)),
  ];
}

async function recorded(ctx: Ctx, handedIn: readonly HandedIn[]): Promise<Faults> {
  const rows = await ctx.em.find(Visit);
  const known = new Map(rows.map((row) => [row.id, row]));
  const faults = handedIn.flatMap(({ body, receipt, family }) => {
    const row = known.get(body.id);
    if (!row) return [`visit ${body.id} was acknowledged and is not there`];
    const asSaid = row.number === receipt.number && row.receivedAt === receipt.receivedAt;
    const asSent = JSON.stringify(row.answers) === JSON.stringify(body.answers) && row.visitorId === family.visitor.id;
    return asSaid && asSent ? [] : [`visit ${body.id} is not as it was sent and acknowledged`];
  });
  if (rows.length !== handedIn.length) faults.push(`${rows.length} visits for ${handedIn.length} handed in`);
  const audited = await ctx.em.findBy(AuditEntry, { action: 'visit.record' });
  return [
    ...faults,
    ...oncePer(
      'audit of visit',
      handedIn.map(({ body }) => body.id),
      audited.map(({ subjectId }) => subjectId!),
    ),
  ];
}

/** Of all visits to an elder in the week exactly one meets what is owed. */
async function obligationsMet(ctx: Ctx, handedIn: readonly HandedIn[]): Promise<Faults> {
  const met = await ctx.em.findBy(Obligation, { status: 'visited' });
  const changes = await ctx.em.findBy(ObligationChange, { status: 'visited' });
  const claims = (await ctx.em.find(Visit)).filter(({ obligationId }) => obligationId !== null);
  const elders = [...new Set(handedIn.map(({ body }) => body.elderId))];
  const ids = met.map(({ id }) => id);
  return [
    ...oncePer(
      'met obligation of elder',
      elders,
      met.map(({ elderId }) => elderId),
    ),
    ...oncePer(
      'change of obligation',
      ids,
      changes.map(({ obligationId }) => obligationId),
    ),
    ...oncePer(
      'visit that met obligation',
      ids,
      claims.map(({ obligationId }) => obligationId!),
    ),
    ...met
      .filter(({ id, visitId }) => !claims.some((visit) => visit.id === visitId && visit.obligationId === id))
      .map(({ id }) => `obligation ${id} and its visit name different ones`),
  ];
}

/** One need for each elder and matter, one piece of evidence for each visit that saw it. */
async function needsRaised(ctx: Ctx, handedIn: readonly HandedIn[]): Promise<Faults> {
  const needs = await ctx.em.find(Need);
  const matterOf = new Map(needs.map(({ id, elderId, matter }) => [id, `${elderId} ${matter}`]));
  const seen = handedIn.flatMap(({ body, hazards }) =>
    hazards.map(({ matter }) => ({
      matter: `${body.elderId} ${matter}`,
      sighting: `${body.elderId} ${matter} ${body.id}`,
    })),
  );
  const evidence = (await ctx.em.find(NeedEvidence)).map(({ needId, visitId }) => `${matterOf.get(needId)} ${visitId}`);
  const audited = await ctx.em.findBy(AuditEntry, { action: 'need.raise' });
  return [
    ...oncePer('need', [...new Set(seen.map(({ matter }) => matter))], [...matterOf.values()]),
    ...oncePer(
      'evidence',
      seen.map(({ sighting }) => sighting),
      evidence,
    ),
    ...oncePer(
      'audit of need',
      [...matterOf.keys()],
      audited.map(({ subjectId }) => subjectId!),
    ),
  ];
}

/** Every photo that was announced and sent can be opened, and is known once. */
async function photosKept(ctx: Ctx, handedIn: readonly HandedIn[], dataDir: string): Promise<Faults> {
  const files = new Files({ dataDir } as Config);
  const rows = await ctx.em.find(VisitFile);
  const sent = handedIn.flatMap(({ body, photos }) => photos.map(({ sha256 }) => `${body.id} ${sha256}`));
  const faults = oncePer(
    'photo',
    sent,
    rows.map(({ visitId, sha256 }) => `${visitId} ${sha256}`),
  );
  for (const { id, fileId } of rows) {
    const opened = fileId === null ? null : await open(ctx, files, fileId);
    if (opened?.mediaType !== 'image/jpeg') faults.push(`photo ${id} cannot be opened`);
  }
  const stored = await ctx.em.count('stored_file');
  if (stored !== sent.length) faults.push(`${stored} stored files for ${sent.length} photos`);
  return faults;
}

async function open(ctx: Ctx, files: Files, fileId: string): Promise<{ mediaType: string } | null> {
  const link = new URL(files.link(ctx, fileId), 'http://localhost').searchParams;
  return files.open(ctx, fileId, Number(link.get('until')), link.get('signature')!).catch(() => null);
}

/** No job waits, none is dead, and the audit chain holds to its end. */
export async function nothingLeft(ctx: Ctx): Promise<Faults> {
  const jobs = await ctx.em.find(OutboxJob);
  const { waiting, faults } = await verifyAudit(ctx);
  return [
    ...jobs.map(({ id, handler, status, error }) => `job ${id} of ${handler} is ${status}: ${error}`),
    ...faults,
    ...(waiting > 0 ? [`${waiting} audit entries are not chained`] : []),
  ];
}

/** Exactly one of what was found for each thing that was wanted, and nothing else. */
export function oncePer(what: string, wanted: readonly string[], found: readonly string[]): Faults {
  const counts = new Map<string, number>(wanted.map((key) => [key, 0]));
  const strangers = found.filter((key) => !counts.has(key));
  for (const key of found) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [
    ...strangers.map((key) => `${what} ${key}: nobody asked for it`),
    ...[...counts].flatMap(([key, count]) => (count === 1 ? [] : [`${what} ${key}: ${count} instead of 1`])),
  ];
}
