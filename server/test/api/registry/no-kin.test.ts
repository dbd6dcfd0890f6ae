import { ulid } from 'ulid';

import { startStory, type Story } from './story';

let t: Story;
beforeEach(async () => {
  t = await startStory();
});
afterEach(() => t.close());

interface Shown {
  code?: string;
  detail?: string;
}

const as = () => ({ as: t.liufang.token });
const path = () => `/elders/${t.lixiulan.id}`;

async function add(relation: string): Promise<string> {
  const id = ulid();
  const body = { id, name: '隔壁王姐', relation, phone: '14200000177', livesWithElder: false, emergencyContact: true };
  expect(await t.call('POST', `${path()}/relatives`, { ...as(), body })).toMatchObject({
    ...{ status: 201, body: { relation, emergencyContact: true, firstContact: false } },
  });
  return id;
}

const invite = (relativeId: string, id = ulid()) =>
  t.call<Shown & { code: string }>('POST', `${path()}/invitations`, { ...as(), body: { id, relativeId } });
const name = (relativeId: string) => t.call<Shown>('PUT', `${path()}/first-contact`, { ...as(), body: { relativeId } });

describe.each(['neighbour', 'committee'])('%s: may be called, and is no family', (relation) => {
  it('is an emergency contact, but neither invited nor the first contact, and it is said why', async () => {
    const id = await add(relation);
    for (const refused of [await invite(id), await name(id)]) {
      expect(refused).toMatchObject({ status: 400, body: { code: 'relative.no-kin' } });
      expect(refused.body.detail).toContain('紧急联系人');
    }
    const { body } = await t.call<{ firstContact: object; categories: string[] }>('GET', path(), as());
    expect(body).toMatchObject({ firstContact: { name: '王静' }, categories: ['living-alone'] });
  });

  it('who was taken for a relative reads nothing any more once the register says so', async () => {
    const id = await add('other');
    const { body } = await invite(id);
    const acceptance = { id: ulid(), code: body.code };
    const accepted = await t.call<{ kinshipId: string }>('POST', '/invitations/acceptances', {
      as: t.stranger.token,
      body: acceptance,
    });
    expect(accepted).toMatchObject({ status: 201 });
    const confirm = () => t.call('POST', `/kinships/${accepted.body.kinshipId}/confirmations`, as());
    expect((await confirm()).status).toBeLessThan(300);
    const why = () => t.call('GET', `/parents/${t.lixiulan.id}/why`, { as: t.stranger.token });
    expect((await why()).status).toBe(200);
    await t.call('PATCH', `${path()}/relatives/${id}`, { ...as(), body: { relation } });
    expect((await why()).status).toBe(403);
    expect((await confirm()).status).toBe(409);
  });
});
