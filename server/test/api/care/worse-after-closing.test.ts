import { ulid } from 'ulid';

import { CareRepository } from '../../../src/modules/care/care.repository';
import type { Person } from '../registry/story';
import { DAY, HOUR } from '../support/clock';
import { ALL_WELL } from '../visiting/rounds';
import { GAS_FAIRLY_SAFE, GAS_UNSAFE, startHousehold, type Household } from './household';

let t: Household;
beforeEach(async () => {
  t = await startHousehold();
});
afterEach(() => t.close());

const step = (needId: string, kind: string, as: Person, body: object = {}) =>
  t.call(`POST`, `/needs/${needId}/${kind}`, { as: as.token, body: { id: ulid(), ...body } });
async function close(needId: string): Promise<void> {
  await step(needId, 'acknowledgements', t.liufang);
  expect((await step(needId, 'closures', t.liufang, { outcome: 'done' })).status).toBe(201);
  await t.work();
}
const states = async () => (await t.needs()).map(({ status, severity }) => [status, severity]);

describe('a record that arrives after its matter was closed', () => {
  it('opens a new need when it tells of something more pressing', async () => {
    await t.find(GAS_FAIRLY_SAFE);
    const [mild] = await t.needs();
    t.clock.advance(7 * DAY);
    const leak = t.visit(t.lixiulan, { answers: GAS_UNSAFE });
    t.clock.advance(HOUR);
    await close(mild!.id);
    t.clock.advance(HOUR);
    expect((await t.send(leak)).status).toBe(201);
    await t.work();
    expect(await states()).toEqual([
      ['closed', 'information'],
      ['open', 'urgent'],
    ]);
    expect((await t.tasks()).some(({ needIds, status }) => status === 'open' && !needIds.includes(mild!.id))).toBe(
      true,
    );
  });

  it('is evidence of the closed one when it tells of the same or less', async () => {
    await t.find(GAS_UNSAFE);
    const [need] = await t.needs();
    t.clock.advance(DAY);
    const late = t.visit(t.lixiulan, { answers: GAS_UNSAFE });
    t.clock.advance(HOUR);
    await close(need!.id);
    await t.send(late);
    await t.work();
    expect(await states()).toEqual([['closed', 'urgent']]);
    expect(await t.evidence(need!.id)).toHaveLength(2);
  });

  it('is looked at again when the need is closed between reading and writing', async () => {
    await t.find(GAS_FAIRLY_SAFE);
    const [need] = await t.needs();
    await step(need!.id, 'acknowledgements', t.liufang);
    const repository = t.app.nest.get(CareRepository);
    const found = await repository.find(t.ctx(), need!.id);
    await step(need!.id, 'closures', t.liufang, { outcome: 'done' });
    const seen = t.app.database.tx(t.ctx(), (tx) => repository.seeAgain(tx, found!, t.clock.now()));
    await expect(seen).rejects.toThrow('the job runs again');
  });

  it('and when another record tells of a later moment meanwhile, so that the latest words stay', async () => {
    await t.find(GAS_FAIRLY_SAFE);
    const [need] = await t.needs();
    const repository = t.app.nest.get(CareRepository);
    const see = (at: number) => t.app.database.tx(t.ctx(), (tx) => repository.seeAgain(tx, need!, at));
    await see(need!.seenAt + 2);
    await expect(see(need!.seenAt + 1)).rejects.toThrow('the job runs again');
    expect((await t.needs())[0]!.seenAt).toBe(need!.seenAt + 2);
  });
});

describe('「再看一眼」', () => {
  const noteOf = async () => {
    const { body } = await t.call<{ items: { elderId: string; note: string | null }[] }>('GET', '/worklist', {
      as: t.zhoumin.token,
    });
    return body.items.find(({ elderId }) => elderId === t.lixiulan.id)?.note;
  };
  const nextWeek = async () => {
    t.clock.advance(7 * DAY);
    await t.tick();
    await t.work();
  };

  it('goes when the next visit finds all well', async () => {
    await t.find(GAS_UNSAFE);
    const [need] = await t.needs();
    await close(need!.id);
    await nextWeek();
    expect(await noteOf()).toContain('再看一眼');
    await t.find(ALL_WELL);
    await nextWeek();
    expect(await noteOf()).toBeNull();
  });

  it('stays when a record arrives of a visit before the closing', async () => {
    await t.find(GAS_UNSAFE);
    const before = t.visit(t.lixiulan);
    const [need] = await t.needs();
    t.clock.advance(HOUR);
    await close(need!.id);
    await t.send(before);
    await t.work();
    await nextWeek();
    expect(await noteOf()).toContain('再看一眼');
  });
});
