import { ulid } from 'ulid';

import { Elder, Registry } from '../../../src/modules/registry';
import { AuditEntry } from '../../../src/platform/audit';
import { Outbox, OutboxJob, Workers } from '../../../src/platform/outbox';
import { idNumber } from '../registry/story';
import { elderNamed } from '../visiting/rounds';
import { startDistrict, wuguifang, type District } from './district';

const SECONDARY = 'jinan.cadence.secondary';
const ALONE = 'jinan.category.living-alone';
const MANY = 410;

interface EffectPage {
  total: number | null;
  looked: number;
  changed: number;
  leaving: number;
  joining: number;
  moreOften: number;
  lessOften: number;
  next: string | null;
}

let t: District;
beforeEach(async () => {
  t = await startDistrict();
});
afterEach(() => t.close());

async function effects(ruleId: string, value: string | null, from = '2026-12-01') {
  const pages: EffectPage[] = [];
  for (let after: string | null = ''; after !== null; after = pages.at(-1)!.next) {
    const query = new URLSearchParams({ ruleId, from, ...(value ? { value } : {}), ...(after ? { after } : {}) });
    const path = `/districts/${t.divisions.lixia}/reading-effects?${query.toString()}`;
    const answer = await t.call<EffectPage>('GET', path, { as: t.zhenghaining.token });
    expect(answer.status).toBe(200);
    pages.push(answer.body);
  }
  const sum = (field: keyof EffectPage) => pages.reduce((all, page) => all + Number(page[field]), 0);
  return {
    ...{ pages: pages.length, total: pages[0]!.total, looked: sum('looked'), changed: sum('changed') },
    ...{ leaving: sum('leaving'), joining: sum('joining') },
    ...{ moreOften: sum('moreOften'), lessOften: sum('lessOften') },
  };
}

let registered = 0;

/** Every third is moderately disabled, and so every half month; the others live alone, once a month. */
async function registerMany(communityId: string, count: number): Promise<void> {
  const registry = t.app.nest.get(Registry);
  const [healthy, disabled] = [{}, { ability: { level: 'moderate' as const } }].map((traits) =>
    elderNamed('许多人', '1956-06-06', communityId, { traits: { maritalStatus: 'widowed', ...traits } }),
  );
  await t.app.database.tx(t.ctx(), async (tx) => {
    for (let n = 0; n < count; n += 1) {
      registered += 1;
      const birthDate = `195${registered % 10}-06-06`;
      const who = { id: ulid(), birthDate, idNumber: idNumber(birthDate, 'female', registered % 500) };
      await registry.register(tx, { ...(n % 3 === 0 ? disabled! : healthy!), ...who });
    }
  });
  // What follows from a registration is not looked at here.
  await t.app.database.tx(t.ctx(), (tx) => tx.em.clear(OutboxJob));
}

const living = (every: string, communityId: string) =>
  t.app.database.read.countBy(Elder, { every: every as Elder['every'] & string, communityId });

describe('会影响谁：counted before it is decided', () => {
  it('says for how many something would change, and how, by evaluating each of them', async () => {
    await t.register(wuguifang(t.divisions.first));
    const before = await t.app.database.read.find(Elder);
    expect(await effects(SECONDARY, 'week')).toEqual({
      ...{ pages: 1, total: 5, looked: 5, changed: 1, leaving: 0, joining: 0, moreOften: 1, lessOften: 0 },
    });
    expect(await effects(SECONDARY, 'month')).toMatchObject({ changed: 1, lessOften: 1 });
    expect(await effects(SECONDARY, 'half-month')).toMatchObject({ changed: 0 });
    expect(await effects(ALONE, 'no')).toMatchObject({ changed: 5, leaving: 3 });
    expect(await effects('jinan.referral.community', 'street')).toMatchObject({ changed: 5, leaving: 0 });
    expect(await effects('jinan.clock.urgent.close', '1wd')).toMatchObject({ changed: 0 });
    expect(await t.app.database.read.find(Elder)).toEqual(before);
  });

  it('counts from what is decided already, of the day on which it would hold, and what taking back would change', async () => {
    const wu = wuguifang(t.divisions.first);
    await t.register(wu);
    await t.decide({ ruleId: SECONDARY, value: 'week', from: '2026-12-01' });
    expect(await effects(SECONDARY, 'week', '2026-11-30')).toMatchObject({ changed: 1 });
    expect(await effects(SECONDARY, 'week', '2026-12-01')).toMatchObject({ changed: 0 });
    expect(await effects(SECONDARY, null, '2026-12-01')).toMatchObject({ changed: 1, lessOften: 1 });
    await t.decide({ ruleId: ALONE, value: 'no' });
    expect(await effects(ALONE, 'yes')).toMatchObject({ joining: 3 });
  });

  it('is right: as many change as were counted, page by page', async () => {
    await registerMany(t.divisions.yaojiaCommunity, 250);
    const counted = await effects(SECONDARY, 'week', '2026-11-23');
    expect(counted).toMatchObject({ pages: 3, total: 254, looked: 254, changed: 84, moreOften: 84 });
    await t.decide({ ruleId: SECONDARY, value: 'week' });
    expect(await t.app.database.read.countBy(AuditEntry, { action: 'elder.evaluate' })).toBe(counted.changed);
  });

  it('refuses to count what could not be decided', async () => {
    const path = `/districts/${t.divisions.lixia}/reading-effects`;
    for (const [query, field] of [
      ['ruleId=jinan.cadence.key&value=month&from=2026-12-01', 'ruleId'],
      [`ruleId=${SECONDARY}&value=daily&from=2026-12-01`, 'value'],
      [`ruleId=${SECONDARY}&value=week`, 'from'],
    ] as const) {
      const answer = await t.call<{ fields: { field: string }[] }>('GET', `${path}?${query}`, {
        as: t.zhenghaining.token,
      });
      expect([answer.status, answer.body.fields.map((one) => one.field)]).toEqual([400, [field]]);
    }
  });
});

describe('从今天起：the district is assessed anew', () => {
  it('some at a time, so that no transaction holds thousands, and only this district', async () => {
    await registerMany(t.divisions.yaojiaCommunity, MANY);
    await registerMany(t.hongjialou, 9);
    const jobs = watchJobs();
    await t.decide({ ruleId: SECONDARY, value: 'week' });
    expect(jobs.filter((event) => event === 'reassessment.due')).toHaveLength(3);
    const secondary = Math.ceil(MANY / 3);
    expect(await living('half-month', t.divisions.yaojiaCommunity)).toBe(0);
    expect(await living('week', t.divisions.yaojiaCommunity)).toBe(secondary);
    expect(await living('half-month', t.hongjialou)).toBe(3);
    expect(await t.app.database.read.countBy(AuditEntry, { action: 'elder.evaluate' })).toBe(secondary);
  }, 60_000);

  it('twice is once: nobody is told again that nothing changed', async () => {
    const wu = wuguifang(t.divisions.first);
    await t.register(wu);
    await t.decide({ ruleId: SECONDARY, value: 'week' });
    const told = await t.audits(wu.id, 'elder.evaluate');
    await t.app.database.tx(t.ctx(), (tx) =>
      t.app.nest.get(Outbox).emit(tx, 'reassessment.due', { districtId: t.divisions.lixia, afterElderId: '' }),
    );
    await t.work();
    expect(await t.audits(wu.id, 'elder.evaluate')).toEqual(told);
    expect(told).toHaveLength(1);
  });

  it('a decision for a later day leaves everybody alone until then', async () => {
    await t.register(wuguifang(t.divisions.first));
    const jobs = watchJobs();
    await t.decide({ ruleId: SECONDARY, value: 'week', from: '2026-12-01' });
    expect(jobs).toEqual(['reading.decided']);
  });

  /** The events whose jobs are run from now on. */
  function watchJobs(): string[] {
    const ran: string[] = [];
    const workers = t.app.nest.get(Workers) as unknown as { work(job: OutboxJob): Promise<void> };
    const work = workers.work.bind(workers);
    workers.work = async (job) => {
      ran.push(job.event);
      await work(job);
    };
    return ran;
  }
});
