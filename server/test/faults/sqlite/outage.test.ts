import { ulid } from 'ulid';

import { Notices } from '../../../src/modules/notification/notices.service';
import type { City, Family } from '../harness/city';
import { HAZARDS, Phones } from '../harness/phones';
import { pause } from '../harness/program';
import { faultsOfNotices, type NoticesFound } from '../harness/proof-of-notices';
import { record, whole } from '../harness/results';
import { PATIENCE_MS, sized } from '../harness/size';
import { Stage } from '../harness/stage';
import type { Accepted } from '../harness/wechat';

const GROUP = sized(100, 3);
const DAY = '2026-11-23';
const at = (time: string, day = DAY) => Date.parse(`${day}T${time}:00+08:00`);

/** WeChat cannot be reached from 14:00 to 15:00, and again from 20:30 to 21:30, into the quiet hours. */
describe('an hour without WeChat', () => {
  let stage: Stage;
  let groups: Record<'at14' | 'at1430' | 'at1459' | 'at2030' | 'danger2030' | 'danger2045', Family[]>;
  let journal: Accepted[];
  let found: NoticesFound;
  const began = Date.now();

  beforeAll(async () => {
    stage = await Stage.set({ engine: 'sqlite', families: 6 * GROUP });
    groups = groupsOf(stage.city);
    stage.clock.set(at('13:59'));
    await stage.start();
    await noonOutage();
    await eveningOutage();
    await stage.passUntil(at('08:00', '2026-11-24'));
    journal = await stage.wechat.journal();
    await stage.stopServers();
    found = await stage.read((ctx) => faultsOfNotices(ctx, stage.city, journal));
  }, PATIENCE_MS);
  afterAll(() => stage?.close(), PATIENCE_MS);

  async function visit(families: readonly Family[], hazards = HAZARDS.slice(0, 1)): Promise<void> {
    const phones = new Phones(
      stage,
      families.map((family) => ({ family, hazards, photos: [], again: false, forged: false })),
    );
    phones.allow(families.length);
    await phones.run(4);
  }

  /** Breaks the wire while nothing is on it. */
  async function cut(): Promise<void> {
    await stage.passUntil(stage.clock.now());
    await pause(100);
    await stage.wechat.wire.cut();
  }

  async function noonOutage(): Promise<void> {
    await stage.passUntil(at('14:00'));
    await cut();
    await visit(groups.at14);
    await stage.passUntil(at('14:30'));
    await visit(groups.at1430);
    await stage.passUntil(at('14:59'));
    await visit(groups.at1459);
    await stage.passUntil(at('15:00'));
    await stage.wechat.wire.mend();
    await stage.passUntil(at('20:00'));
  }

  async function eveningOutage(): Promise<void> {
    await visit([...groups.danger2030, ...groups.danger2045]);
    await stage.passUntil(at('20:30'));
    await cut();
    await tellOfDanger();
    await stage.start();
    await visit(groups.at2030);
    await stage.passUntil(at('21:30'));
    await stage.wechat.wire.mend();
  }

  /** No form leads to danger to life: the messages of an emergency are written by the product in this process. */
  async function tellOfDanger(): Promise<void> {
    await stage.inProcess(async ({ app, ctx }) => {
      for (const [families, when] of [
        [groups.danger2030, at('20:30')],
        [groups.danger2045, at('20:45')],
      ] as const) {
        await app.database.tx({ ...ctx(), at: when }, async (tx) => {
          for (const family of families) await app.nest.get(Notices).tell(tx, await dangerOf(stage, family));
        });
      }
    });
  }

  const messagesTo = (families: readonly Family[], page = 'family/need/index') => {
    const openids = new Set(families.map(({ daughter }) => daughter.openid));
    return journal.filter((message) => openids.has(message.openid) && message.page!.startsWith(page));
  };
  const phonedFor = async (families: readonly Family[]) => {
    const ids = families.map(({ daughter }) => `'${daughter.id}'`).join(',');
    return stage.count('phone_task', `account_id IN (${ids}) AND reason = 'not-delivered'`);
  };

  it('loses nothing and sends nothing twice', () => {
    expect(found).toMatchObject({ faults: [], duplicates: 0, notices: 8 * GROUP });
    record({
      order: 5,
      scenario: 'an hour without WeChat, twice, SQLite',
      under: `14:00–15:00 and 20:30–21:30 unreachable; ${whole(found.notices)} notices due in these hours and around them`,
      found: `${whole(found.sent)} sent afterwards, ${whole(found.phoned)} phoned; duplicates ${found.duplicates}; none but danger to life between 21:00 and 07:00`,
      seconds: (Date.now() - began) / 1000,
    });
  });

  it('sends afterwards what was due less than an hour before', () => {
    for (const families of [groups.at1430, groups.at1459]) {
      const times = messagesTo(families).map((message) => message.at);
      expect(times).toHaveLength(GROUP);
      expect(Math.min(...times)).toBeGreaterThanOrEqual(at('15:00'));
      expect(Math.max(...times)).toBeLessThan(at('15:30'));
    }
  });

  it('has somebody phone about what could not be sent for an hour', async () => {
    expect(messagesTo(groups.at14)).toEqual([]);
    expect(await phonedFor(groups.at14)).toBe(GROUP);
  });

  it('keeps the quiet hours: what was due in the evening goes out at seven', () => {
    const times = messagesTo(groups.at2030).map((message) => message.at);
    expect(times).toHaveLength(GROUP);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(at('07:00', '2026-11-24'));
    const quiet = journal.filter((message) => message.at >= at('21:00') && message.at < at('07:00', '2026-11-24'));
    expect(quiet.filter((message) => !message.page!.startsWith('family/parent'))).toEqual([]);
  });

  it('lets danger to life through in quiet hours, and has somebody phone when an hour was not enough', async () => {
    const times = messagesTo(groups.danger2045, 'family/parent').map((message) => message.at);
    expect(times).toHaveLength(GROUP);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(at('21:30'));
    expect(Math.max(...times)).toBeLessThan(at('22:00'));
    expect(messagesTo(groups.danger2030, 'family/parent')).toEqual([]);
    expect(await phonedFor(groups.danger2030)).toBe(GROUP);
  });
});

function groupsOf({ families }: City) {
  const group = (number: number) => families.slice(number * GROUP, (number + 1) * GROUP);
  return {
    ...{ at14: group(0), at1430: group(1), at1459: group(2) },
    ...{ at2030: group(3), danger2030: group(4), danger2045: group(5) },
  };
}

async function dangerOf(stage: Stage, { elder, daughter }: Family): Promise<Parameters<Notices['tell']>[1]> {
  const [need] = await stage.storage.look(`SELECT id, visit_id FROM need WHERE elder_id = '${elder.id}'`);
  const about = { elderId: elder.id, communityId: elder.communityId, needIds: String(need!.id) };
  const to = { accountId: daughter.id, audience: 'family' as const, relativeId: elder.firstContactId! };
  return {
    ...{ eventKey: `danger:${ulid()}`, visitId: String(need!.visit_id), lifeDanger: true, ...about, ...to },
    ...{ title: '妈妈家有急事', lines: [], page: `family/parent/index?elderId=${elder.id}`, template: 'needRaised' },
    data: { thing1: '您家老人有件事请您看看', thing2: '事情紧急，请马上点开', time3: '2026年11月23日 20:30' },
  };
}
