import { ulid } from 'ulid';

import { Elder } from '../../../src/modules/registry';
import { DAY } from '../support/clock';
import { idNumber, startStory, type Story } from './story';

let t: Story;
beforeEach(async () => {
  t = await startStory();
});
afterEach(() => t.close());

interface Item {
  id: string;
  every: string | null;
  lapsedOn: string | null;
}

/** 赵文英, 76, who lives with her husband and her son: in the plan by her certificate alone, good through Tuesday. */
const certificate = (validUntil: string | null) => ({
  maritalStatus: 'married',
  disability: { kinds: ['physical'], grade: 1, ...(validUntil ? { validUntil } : {}) },
});

async function register(validUntil: string | null): Promise<string> {
  const id = ulid();
  const body = {
    ...{ id, name: '赵文英', sex: 'female', birthDate: '1950-03-04', idNumber: idNumber('1950-03-04', 'female', 7) },
    ...{ address: '3 号楼 101', communityId: t.divisions.first, facts: certificate(validUntil) },
    relatives: [
      { id: ulid(), name: '孙有才', relation: 'spouse', livesWithElder: true },
      { id: ulid(), name: '孙志', relation: 'child', livesWithElder: true },
    ],
  };
  expect(await t.call('POST', '/elders', { as: t.liufang.token, body })).toMatchObject({ status: 201 });
  return id;
}

const lapsed = async (as = t.liufang) =>
  (await t.call<{ items: Item[] }>('GET', '/elders?status=lapsed', { as: as.token })).body.items;
const amend = (id: string, body: object) => t.call('PATCH', `/elders/${id}`, { as: t.liufang.token, body });
const row = async (id: string) => (await t.app.database.read.findOneByOrFail(Elder, { id })).lapsedOn;

describe('a certificate that runs out (济南 附件1 重残)', () => {
  it('puts the elder before the officers on the next day, until the new one is entered', async () => {
    const id = await register('2026-11-24');
    expect(await lapsed()).toEqual([]);
    t.clock.advance(DAY);
    await t.tick();
    expect(await lapsed()).toEqual([]);
    t.clock.advance(DAY);
    await t.tick();
    expect(await lapsed()).toMatchObject([{ id, every: null, lapsedOn: '2026-11-25' }]);
    expect(await lapsed(t.tianjun)).toHaveLength(1);
    expect(await lapsed(t.mengxiaoyan)).toEqual([]);

    // The day after, and after a change that has nothing to do with it, the day is still the same.
    t.clock.advance(DAY);
    await t.tick();
    expect(await amend(id, { phone: '14200001077' })).toMatchObject({ status: 200 });
    expect(await row(id)).toBe('2026-11-25');

    expect(await amend(id, { facts: certificate('2036-11-24') })).toMatchObject({
      ...{ status: 200, body: { every: 'week', lapsedOn: null } },
    });
    expect(await lapsed()).toEqual([]);
  });

  it('is settled as well by saying that there is none any more, and by the end of the record', async () => {
    const id = await register('2026-11-22');
    // Registered with a certificate that had run out: nobody else would have noticed.
    expect(await lapsed()).toMatchObject([{ id, lapsedOn: '2026-11-23' }]);
    await amend(id, { facts: { maritalStatus: 'married' } });
    expect(await lapsed()).toEqual([]);
    await amend(id, { facts: certificate('2026-11-22') });
    expect(await lapsed()).toHaveLength(1);
    await amend(id, { ended: { on: '2026-11-23', reason: 'moved' } });
    expect(await lapsed()).toEqual([]);
  });

  it('is told of who was outside the plan already before anybody kept count', async () => {
    const id = await register('2026-11-22');
    await t.app.database.tx(t.ctx(), (tx) => tx.em.update(Elder, { id }, { lapsedOn: null }));
    t.clock.advance(DAY);
    await t.tick();
    expect(await lapsed()).toMatchObject([{ id, lapsedOn: '2026-11-24' }]);
  });

  it('is nothing to look at for whom the plan has other reasons', async () => {
    t.clock.advance(DAY);
    await t.tick();
    expect(await lapsed()).toEqual([]);
  });
});
