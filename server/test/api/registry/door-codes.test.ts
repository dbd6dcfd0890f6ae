import { ulid } from 'ulid';

import { Registry } from '../../../src/modules/registry';
import { AuditEntry } from '../../../src/platform/audit';
import { startStory, type Story } from './story';

let t: Story;
beforeAll(async () => {
  t = await startStory();
});
afterAll(() => t.close());

type Issued = { id: string; url: string; issuedAt: number; code?: string };

const issue = (id: string, as = t.liufang.token, elderId = t.lixiulan.id) =>
  t.call<Issued>('POST', `/elders/${elderId}/door-codes`, { as, body: { id } });
const resolve = (code: string) => t.app.nest.get(Registry).resolveDoorCode(t.ctx(), code);

describe('a code on the door', () => {
  it('is an address with 256 bits of chance, found bare or as printed', async () => {
    const { status, body } = await issue(ulid());
    expect(status).toBe(201);
    expect(body.url).toMatch(new RegExp(`^${t.config.publicUrl}/d/[\\w-]{43}$`));
    const found = { doorCodeId: body.id, elderId: t.lixiulan.id };
    expect(await resolve(body.url)).toEqual(found);
    expect(await resolve(body.url.slice(-43))).toEqual(found);
    expect(await resolve(` ${body.url}/ `)).toEqual(found);
  });

  it('shows in the list and in the elder’s page, without its secret', async () => {
    const { body } = await issue(ulid());
    const detail = await t.call<{ doorCodes: Issued[] }>('GET', `/elders/${t.lixiulan.id}`, { as: t.liufang.token });
    expect(detail.body.doorCodes).toEqual([{ id: body.id, issuedAt: body.issuedAt }]);
    const question = { as: t.liufang.token, body: { q: t.lixiulan.idNumber } };
    const list = await t.call('POST', '/elders/searches', question);
    expect(list.body).toMatchObject({ items: [{ doorCode: true }] });
  });

  it('asked for twice is the same code', async () => {
    const id = ulid();
    const [first, second] = [await issue(id), await issue(id)];
    expect(second).toMatchObject({ status: 201, body: first.body });
  });

  it('asked for twice at the same moment is the same code', async () => {
    const id = ulid();
    const answers = await Promise.all([issue(id), issue(id), issue(id)]);
    expect(new Set(answers.map(({ body }) => body.url)).size).toBe(1);
  });

  it('of another elder is a conflict that tells nothing', async () => {
    const id = ulid();
    const { body } = await issue(id);
    const other = await issue(id, t.liufang.token, t.liuchanghe.id);
    expect(other).toMatchObject({ status: 409, body: { code: 'id.taken' } });
    expect(JSON.stringify(other.body)).not.toContain(body.url.slice(-43));
  });

  it('stops working when a new one is issued', async () => {
    const old = await issue(ulid());
    const fresh = await issue(ulid());
    await expect(resolve(old.body.url)).rejects.toMatchObject({ code: 'door-code.revoked' });
    expect(await resolve(fresh.body.url)).toMatchObject({ doorCodeId: fresh.body.id });
  });

  it('stops working when it is revoked; revoking twice is the same', async () => {
    const { body } = await issue(ulid());
    const revoke = () => t.call('DELETE', `/elders/${t.lixiulan.id}/door-codes/${body.id}`, { as: t.liufang.token });
    expect([(await revoke()).status, (await revoke()).status]).toEqual([204, 204]);
    await expect(resolve(body.url)).rejects.toMatchObject({ code: 'door-code.revoked' });
    expect(await audits('door-code.revoke', body.id)).toBe(1);
  });

  it.each(['', 'x', 'https://example.com/d/abc', 'A'.repeat(43), `${'A'.repeat(43)}?x=1`])(
    'unknown: "%s"',
    async (code) => {
      await expect(resolve(code)).rejects.toMatchObject({ code: 'door-code.unknown' });
    },
  );

  it('prints as a picture while it works', async () => {
    const { body } = await issue(ulid());
    const print = (as: string) =>
      t.call<Buffer>('GET', `/elders/${t.lixiulan.id}/door-codes/${body.id}/qr.png`, { as });
    const answer = await print(t.liufang.token);
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/png', 'cache-control': 'private, no-store' },
    });
    expect(answer.body.subarray(1, 4).toString()).toBe('PNG');
    expect((await print(t.mengxiaoyan.token)).status).toBe(404);
    expect((await print(t.zhoumin.token)).status).toBe(403);
    await issue(ulid());
    expect(await print(t.liufang.token)).toMatchObject({ status: 410, body: { code: 'door-code.revoked' } });
  });

  it('is refused to a worker of another street, a visitor, the family and without a session', async () => {
    expect((await issue(ulid(), t.mengxiaoyan.token)).status).toBe(404);
    expect((await issue(ulid(), t.zhoumin.token)).status).toBe(403);
    expect((await issue(ulid(), t.wangjing.token)).status).toBe(403);
    expect((await t.call('POST', `/elders/${t.lixiulan.id}/door-codes`, { body: { id: ulid() } })).status).toBe(401);
  });

  it('of another elder cannot be revoked through one’s own', async () => {
    const theirs = await issue(ulid(), t.mengxiaoyan.token, t.gaoyulan.id);
    const revoke = (elderId: string) =>
      t.call('DELETE', `/elders/${elderId}/door-codes/${theirs.body.id}`, { as: t.liufang.token });
    expect([(await revoke(t.lixiulan.id)).status, (await revoke(t.gaoyulan.id)).status]).toEqual([404, 404]);
    expect(await resolve(theirs.body.url)).toMatchObject({ elderId: t.gaoyulan.id });
  });

  it.each([[{}], [{ id: 7 }], [{ id: 'short' }], [{ id: '01KB2Z6QF3T9V8XW7M5N4P3R2S', extra: 1 }]])(
    'is refused for %j',
    async (body) => {
      const answer = await t.call('POST', `/elders/${t.lixiulan.id}/door-codes`, { as: t.liufang.token, body });
      expect(answer).toMatchObject({
        status: 400,
        body: { code: 'request.invalid', fields: [{ message: expect.stringMatching(/门牌码编号|不认识/) }] },
      });
    },
  );
});

async function audits(action: string, doorCodeId: string): Promise<number> {
  const rows = await t.app.database.read.find(AuditEntry, { where: { action } });
  return rows.filter(({ detail }) => detail.includes(doorCodeId)).length;
}
