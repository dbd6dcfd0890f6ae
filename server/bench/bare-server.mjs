import { randomFillSync } from 'node:crypto';

import Fastify from 'fastify';
import { createPool } from 'mysql2';
import { ulid } from 'ulid';

/**
 * What the product is measured against: the least that can be done with the same tools. The same rows are written in one
 * durable transaction and the same rows are read, with prepared statements; nothing is checked, nobody is asked who they
 * are, nothing is encrypted, hashed, logged or limited.
 */
const { DATABASE_URL, PORT, POOL_SIZE, HANDLERS } = process.env;
const handlers = JSON.parse(HANDLERS);

const pool = createPool({
  uri: DATABASE_URL,
  connectionLimit: Number(POOL_SIZE),
  charset: 'utf8mb4_bin',
  timezone: 'Z',
  supportBigNumbers: true,
});
pool.on('connection', (connection) => connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'));
const database = pool.promise();

const row = (width) => `(${Array(width).fill('?').join(', ')})`;
const rows = (width, count) => Array(count).fill(row(width)).join(', ');

const INSERT_VISIT = `INSERT INTO visit (id, number, elder_id, community_id, visitor_id, obligation_id, check_in_id, mode,
  form_id, form_version, answers, started_at, ended_at, received_at, signature_kind, proxy_name, review, body_hash)
  VALUES ${row(18)}`;
const INSERT_FILES = `INSERT INTO visit_file (id, visit_id, sha256, kind, field, place, file_id) VALUES ${rows(7, 2)}`;
const MEET = `UPDATE obligation SET status = 'visited', visit_id = ?, visited_at = ?, visited_by = ?
  WHERE id = ? AND status IN ('owed', 'missed')`;
const INSERT_CHANGE = `INSERT INTO obligation_change (id, obligation_id, status, effective_at, known_at, visit_id)
  VALUES ${row(6)}`;
const INSERT_AUDIT = `INSERT INTO audit_entry (id, at, actor_id, action, subject_id, detail, request_id, sequence, hash)
  VALUES ${row(9)}`;
const INSERT_JOBS = `INSERT INTO outbox_job (id, event, handler, kind, payload, status, attempts, run_at, lease_until,
  lease_owner, error, created_at) VALUES ${rows(12, handlers.length)}`;

/** Nobody signs in here, yet the rows name a visitor and a community: which, makes no difference. */
const VISITOR = process.env.VISITOR_ID;
const COMMUNITY = process.env.COMMUNITY_ID;
const BODY_HASH = '0'.repeat(64);
const HOUR_MS = 3_600_000;

/** Randomness in bulk: asked for byte by byte, as the package does by itself, it would cost more than a statement. */
const randomness = new Uint8Array(4096);
let used = randomness.length;
function random() {
  if (used === randomness.length) {
    randomFillSync(randomness);
    used = 0;
  }
  return randomness[used++] / 256;
}
const newId = (now) => ulid(now, random);

const app = Fastify({ logger: false });

app.post('/api/visits', async (request, reply) => {
  const body = request.body;
  const now = Date.now();
  const number = `${new Date(now + 8 * HOUR_MS).toISOString().slice(5, 10).replace('-', '')}-000-000`;
  const connection = await database.getConnection();
  try {
    await connection.query('START TRANSACTION');
    await connection.execute(INSERT_VISIT, [
      ...[body.id, number, body.elderId, COMMUNITY, VISITOR, body.obligationId, null, body.mode],
      ...[body.form.id, body.form.version, asLongAsEncrypted(body.answers), body.startedAt, body.endedAt, now],
      ...[body.signature.kind, null, null, BODY_HASH],
    ]);
    await connection.execute(INSERT_FILES, [
      ...[newId(now), body.id, body.photos[0].sha256, 'photo', body.photos[0].field, 0, null],
      ...[newId(now), body.id, body.signature.sha256, 'signature', null, 1, null],
    ]);
    await connection.execute(MEET, [body.id, body.startedAt, VISITOR, body.obligationId]);
    const change = [newId(now), body.obligationId, 'visited', body.startedAt, now, body.id];
    await connection.execute(INSERT_CHANGE, change);
    const detail = JSON.stringify({ elderId: body.elderId, obligationId: body.obligationId, review: null });
    const audited = [newId(now), now, VISITOR, 'visit.record', body.id, detail, newId(now), null, null];
    await connection.execute(INSERT_AUDIT, audited);
    if (handlers.length > 0) await connection.execute(INSERT_JOBS, jobs(body.id, now));
    await connection.query('COMMIT');
  } catch (error) {
    await connection.query('ROLLBACK');
    throw error;
  } finally {
    connection.release();
  }
  return reply.status(201).send({ id: body.id, receivedAt: now, number });
});

function jobs(visitId, now) {
  const payload = JSON.stringify({ visitId });
  return handlers.flatMap((handler) => [
    ...[newId(now), 'visit.recorded', handler, 'transactional', payload, 'ready', 0, now, 0, null, null, now],
  ]);
}

/** Not encrypted, but of the length that the ciphertext has, so that the database takes in as much. */
function asLongAsEncrypted(answers) {
  const text = Buffer.from(JSON.stringify(answers));
  return `bench.${Buffer.concat([text, Buffer.alloc(28)]).toString('base64url')}`;
}

const WORKLIST = `SELECT o.id AS obligationId, o.elder_id AS elderId, e.name AS name, e.birth_date AS birthDate,
  o.status AS status, o.every AS every, o.period_start AS periodStart, o.due_on AS dueOn, o.list_rank AS listRank,
  e.place AS place, e.note AS note, o.visit_id AS visitId, o.visited_at AS visitedAt,
  COALESCE(o.visited_by, e.visitor_id) AS visitorId, a.name AS visitorName,
  e.pack_id AS packId, e.paused_for AS pausedFor, e.paused_until AS pausedUntil
  FROM obligation o LEFT JOIN visited_elder e ON e.elder_id = o.elder_id
  LEFT JOIN account a ON a.id = COALESCE(o.visited_by, e.visitor_id)
  WHERE o.community_id = ? AND o.status = 'owed' AND o.period_start <= ? AND o.due_on >= ? AND o.list_until >= ?
  ORDER BY o.list_rank, o.due_on, o.period_start, o.id LIMIT ?`;

app.get('/api/worklist', async (request) => {
  const { communityId, limit } = request.query;
  const date = new Date(Date.now() + 8 * HOUR_MS).toISOString().slice(0, 10);
  const asked = Number(limit);
  const [found] = await database.execute(WORKLIST, [communityId, date, date, date, asked + 1]);
  const last = found.length > asked ? found[asked - 1] : null;
  return {
    date,
    items: found.slice(0, asked).map((entry) => toItem(entry, date)),
    next: last && [last.status, last.listRank, last.dueOn, last.periodStart, last.obligationId].join('~'),
  };
});

function toItem(row, date) {
  const { birthDate } = row;
  return {
    obligationId: row.obligationId,
    elderId: row.elderId,
    name: row.name,
    age: Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (date.slice(5) < birthDate.slice(5) ? 1 : 0),
    status: row.status,
    pause: row.pausedUntil && { reason: row.pausedFor, backOn: row.pausedUntil },
    every: row.every,
    periodStart: row.periodStart,
    dueOn: row.dueOn,
    daysLeft: Math.round((Date.parse(row.dueOn) - Date.parse(date)) / (24 * HOUR_MS)),
    missedLast: row.listRank === 0,
    place: row.place,
    note: row.note,
    visitId: row.visitId,
    visitedAt: row.visitedAt,
    visitor: row.visitorId && { id: row.visitorId, name: row.visitorName },
    packId: row.packId,
  };
}

app.get('/api/health/ready', async () => {
  await database.query('SELECT 1');
  return { status: 'ok' };
});

await app.listen({ port: Number(PORT), host: '127.0.0.1' });
