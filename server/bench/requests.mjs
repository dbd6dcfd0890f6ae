import { createHash } from 'node:crypto';

import { ulid } from 'ulid';

import { COMMUNITIES, idOf, tokenOf, visitorOf } from './shape.mjs';

const MINUTE_MS = 60_000;

/** What a phone sends: a visit of an elder to whom one is owed, with a signature and one photo announced. */
export function visitBody(elder, { form, sheets }, now) {
  const id = ulid(now);
  const hash = (what) => createHash('sha256').update(`${what}/${id}`).digest('hex');
  return {
    id,
    elderId: idOf('elder', elder),
    obligationId: idOf('obligation', elder),
    mode: 'on-site',
    form,
    answers: sheets[elder % sheets.length],
    startedAt: now - 30 * MINUTE_MS,
    endedAt: now - MINUTE_MS,
    signature: { kind: 'signed', sha256: hash('signature') },
    photos: [{ sha256: hash('photo'), field: 'care-given' }],
  };
}

/** Visits of the elders from `from` on, as bytes to be written to a socket, so that making them costs nothing later. */
export function visitRequests({ from, count, form, sheets }) {
  const now = Date.now();
  return Array.from({ length: count }, (_, at) => {
    const elder = from + at;
    return request(
      'POST',
      '/api/visits',
      tokenOf('visitor', visitorOf(elder)),
      visitBody(elder, { form, sheets }, now),
    );
  });
}

export const worklistPath = (community) => `/api/worklist?communityId=${idOf('community', community)}&limit=20`;

/** The list of each community, asked for by its own worker. */
export function worklistRequests() {
  return Array.from({ length: COMMUNITIES }, (_, at) => request('GET', worklistPath(at), tokenOf('worker', at)));
}

function request(method, path, token, body) {
  const text = body === undefined ? '' : JSON.stringify(body);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Authorization: Bearer ${token}`,
    'X-Tanfang-Client: weapp',
    ...(body === undefined ? [] : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`]),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text}`);
}
