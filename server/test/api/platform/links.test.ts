import { ulid } from 'ulid';

import { Files } from '../../../src/platform/files';
import { startTestApp, type TestApp } from '../support/app';
import { MINUTE } from '../support/clock';
import { photo } from '../visiting/rounds';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

/** A photo that was received, and what a link to it is made of. */
async function received(shade: number) {
  const { bytes, sha256 } = await photo(shade);
  const files = t.app.nest.get(Files);
  const file = await files.prepare(t.ctx(), bytes, sha256);
  const id = await t.app.database.tx(t.ctx(), (tx) => files.keep(tx, file));
  const link = new URL(files.link(t.ctx(), id), 'http://here');
  return { id, until: link.searchParams.get('until')!, signature: link.searchParams.get('signature')! };
}

const open = (id: string, until: string, signature: string) =>
  t.call('GET', `/files/${id}?until=${until}&signature=${signature}`);
const EXPIRED = { status: 410, body: { code: 'link.expired' } };

describe('a link to a photo', () => {
  it('opens it for ten minutes, for nobody’s cache and for no other site', async () => {
    const { id, until, signature } = await received(90);
    const answer = await open(id, until, signature);
    expect(answer).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'image/jpeg',
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      },
    });
    t.clock.advance(10 * MINUTE);
    expect((await open(id, until, signature)).status).toBe(200);
    t.clock.advance(1);
    expect(await open(id, until, signature)).toMatchObject(EXPIRED);
  });

  it('opens no other photo and lives no longer than it says', async () => {
    const [one, other] = [await received(91), await received(92)];
    expect(await open(other.id, one.until, one.signature)).toMatchObject(EXPIRED);
    expect(await open(one.id, String(Number(one.until) + 1), one.signature)).toMatchObject(EXPIRED);
    expect(await open(one.id, one.until, `${one.signature.slice(0, -1)}x`)).toMatchObject(EXPIRED);
    expect(await open(one.id, one.until, other.signature)).toMatchObject(EXPIRED);
    expect(await open(ulid(), one.until, one.signature)).toMatchObject(EXPIRED);
  });

  it.each([
    ['never', '0'.repeat(64)],
    ['9999999999999', 'short'],
    ['-1', '0'.repeat(64)],
  ])('until %j signed %j is no link', async (until, signature) => {
    const { id } = await received(93);
    expect((await open(id, until, signature)).status).toBe(400);
  });
});
