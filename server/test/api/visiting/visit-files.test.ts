import sharp from 'sharp';
import { ulid } from 'ulid';

import { Visit, VisitFile, Visiting } from '../../../src/modules/visiting';
import { StoredFile } from '../../../src/platform/files';
import type { Person } from '../registry/story';
import { photo, sha256Of, signature, startRounds, type ProblemBody, type Rounds } from './rounds';

let t: Rounds;
beforeAll(async () => {
  t = await startRounds();
});
afterAll(() => t.close());

const put = (visitId: string, sha256: string, bytes: Buffer | string, as: Person = t.zhoumin, type = 'image/jpeg') =>
  t.call<ProblemBody>('PUT', `/visits/${visitId}/files/${sha256}`, {
    as: as.token,
    body: bytes,
    headers: { 'content-type': type },
  });
const received = async (visitId: string) =>
  (await t.call<{ files: object }>('GET', `/visits/${visitId}`, { as: t.zhoumin.token })).body.files;
const links = (visitId: string) => t.app.nest.get(Visiting).photoLinks(t.ctx(), visitId);

/** A visit of which a photo of the gas hose and the drawn signature are still on the phone. */
async function sentVisit() {
  const [hose, drawn] = [await photo(), await signature()];
  const proof = { signature: { kind: 'mark', sha256: drawn.sha256 }, photos: [{ sha256: hose.sha256, field: 'gas' }] };
  const body = t.visit(t.lixiulan, proof);
  expect((await t.send(body)).status).toBe(201);
  return { id: body.id, hose, drawn };
}

describe('pictures that follow a record', () => {
  it('are counted as they come, the signature too', async () => {
    const { id, hose, drawn } = await sentVisit();
    expect(await received(id)).toEqual({ received: 0, expected: 2 });
    expect((await put(id, hose.sha256, hose.bytes)).status).toBe(204);
    expect(await received(id)).toEqual({ received: 1, expected: 2 });
    expect((await put(id, drawn.sha256, drawn.bytes, t.zhoumin, 'image/png')).status).toBe(204);
    expect(await received(id)).toEqual({ received: 2, expected: 2 });
    expect(await t.audits(id, 'visit.attach')).toHaveLength(2);
  });

  it('are shown by short-lived links, the signature not among the photos', async () => {
    const { id, hose, drawn } = await sentVisit();
    expect(await links(id)).toEqual([]);
    await put(id, hose.sha256, hose.bytes);
    await put(id, drawn.sha256, drawn.bytes, t.zhoumin, 'image/png');
    const [link, ...more] = await links(id);
    expect([link!.field, more]).toEqual(['gas', []]);
    const shown = await t.call('GET', link!.url.replace('/api', ''));
    expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/jpeg']);
  });

  it('twice and at the same moment are kept once', async () => {
    const { id, hose } = await sentVisit();
    const before = await t.app.database.read.count(StoredFile);
    const answers = await Promise.all(Array.from({ length: 8 }, () => put(id, hose.sha256, hose.bytes)));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(8).fill(204));
    expect((await put(id, hose.sha256, hose.bytes)).status).toBe(204);
    expect(await t.app.database.read.count(StoredFile)).toBe(before + 1);
    expect(await t.audits(id, 'visit.attach')).toHaveLength(1);
  });

  it('lose the place and the phone that took them', async () => {
    const bytes = await sharp({ create: { width: 20, height: 20, channels: 3, background: 'grey' } })
      .withExif({ IFD0: { Make: 'Phone of Zhou Min' } })
      .jpeg()
      .toBuffer();
    const sha256 = sha256Of(bytes);
    const body = t.visit(t.sunguiying, { photos: [{ sha256 }] });
    await t.send(body);
    expect((await put(body.id, sha256, bytes)).status).toBe(204);
    const [link] = await links(body.id);
    const { body: shown } = await t.call<Buffer>('GET', link!.url.replace('/api', ''));
    expect((await sharp(shown).metadata()).exif).toBeUndefined();
  });
});

describe('pictures that are not taken in', () => {
  it('refuses a photo that the record does not announce', async () => {
    const { id } = await sentVisit();
    const foreign = await photo(33);
    const answer = await put(id, foreign.sha256, foreign.bytes);
    expect([answer.status, answer.body.code]).toEqual([400, 'visit.file-unexpected']);
  });

  it('refuses bytes that are not those announced, and what is no picture', async () => {
    const { id, hose } = await sentVisit();
    const other = await photo(44);
    expect((await put(id, hose.sha256, other.bytes)).body.code).toBe('file.hash');
    const text = Buffer.from('not a picture');
    const body = t.visit(t.sunguiying, { photos: [{ sha256: sha256Of(text) }] });
    await t.send(body);
    expect((await put(body.id, sha256Of(text), text)).body.code).toBe('file.not-image');
    expect((await put(id, hose.sha256, hose.bytes, t.zhoumin, 'image/gif')).status).toBe(415);
    expect((await put(id, hose.sha256, '{}', t.zhoumin, 'application/json')).status).toBe(415);
    expect(await received(id)).toEqual({ received: 0, expected: 2 });
  });

  it.each([
    ['refuses another visitor', () => t.person('赵红', 'visitor', 'first'), 404],
    ['refuses the community, which did not take the photo', () => Promise.resolve(t.liufang), 404],
    ['refuses a worker from another street', () => Promise.resolve(t.mengxiaoyan), 404],
    ['refuses a relative', () => Promise.resolve(t.wangjing), 403],
  ] as const)('%s', async (_, who, status) => {
    const { id, hose } = await sentVisit();
    expect((await put(id, hose.sha256, hose.bytes, await who())).status).toBe(status);
    expect(await t.app.database.read.countBy(VisitFile, { visitId: id, sha256: hose.sha256 })).toBe(1);
    expect(await links(id)).toEqual([]);
  });

  it('refuses a visit that does not exist and a hash that is none', async () => {
    const { hose } = await sentVisit();
    expect((await put(ulid(), hose.sha256, hose.bytes)).body.code).toBe('access.not-found');
    const answer = await put(ulid(), 'abc', hose.bytes);
    expect([answer.status, answer.body.fields![0]!.field]).toEqual([400, 'sha256']);
    expect(await t.app.database.read.count(Visit)).toBeGreaterThan(0);
  });
});
