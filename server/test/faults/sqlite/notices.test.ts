import { ulid } from 'ulid';

import { Client } from '../harness/client';
import { liveAndDie, planDeaths } from '../harness/deaths';
import { HAZARDS, Phones } from '../harness/phones';
import { until } from '../harness/program';
import { faultsOfNotices } from '../harness/proof-of-notices';
import { faultsOfVisits } from '../harness/proof-of-visits';
import { record, whole } from '../harness/results';
import { PATIENCE_MS, SEED, sized } from '../harness/size';
import { Stage } from '../harness/stage';
import { SEND } from '../harness/wechat';

const FAMILIES = sized(1000, 15);
/** Every daughter hears of ten matters, one by one. */
const NOTICES = FAMILIES * HAZARDS.length;
const KILLS = sized(10, 3);
const POINTS = ['notice.sending', 'notice.called', 'job.leased', 'job.before-commit'] as const;
const PHONES = 8;
const TIMEOUTS = sized(10, 1);
/** Longer than the server waits for WeChat. */
const TOO_SLOW_MS = 10_500;

/** How the platform fails, each every so many calls: primes, so that all mixtures come up. */
const TROUBLE = [
  { kind: '-1', every: 7 },
  { kind: '45009', every: 11 },
  { kind: 'expired-token', every: 13 },
  { kind: 'hang-up', every: 29 },
  { kind: 'hang-up-after-accepting', every: 31 },
  { kind: '47003', every: 37 },
  { kind: '43101', every: 41 },
  { kind: 'down', every: 43 },
  { kind: 'slow', every: 47, delayMs: TOO_SLOW_MS, times: TIMEOUTS },
].map((fault) => ({ endpoint: SEND, ...fault }));
const WITHOUT_ANSWER = ['hang-up', 'hang-up-after-accepting', 'down'];

/** One call in flight at a time, so that every uncertain message has a kill or a broken answer of its own. */
const WORKERS = 1;

describe(`${NOTICES} notices while WeChat fails in nine ways and the process dies ${KILLS} times (SEED=${SEED})`, () => {
  let stage: Stage;
  beforeAll(async () => {
    const size = { families: FAMILIES, visitors: PHONES, taps: HAZARDS.length };
    stage = await Stage.set({ engine: 'sqlite', workers: WORKERS, ...size });
  }, PATIENCE_MS);
  afterAll(() => stage?.close(), PATIENCE_MS);

  /** At full size the jobs are minutes behind the visits. */
  function everybodyIsTold(): Promise<void> {
    const all = async () => (await stage.count('notice', "audience = 'family'")) >= NOTICES;
    const within = PATIENCE_MS / 2;
    return until('Every daughter is told of everything', all, { within, every: 200, why: () => stage.output });
  }

  /** Some daughters open the app before the message came, and some needs are closed before it. */
  async function lifeGoesOn(): Promise<void> {
    const client = new Client(stage);
    const { families, officer } = stage.city;
    for (const { daughter } of families.slice(0, FAMILIES / 5)) {
      const { body } = await client.call(daughter, 'GET', '/notices?limit=1');
      await client.call(daughter, 'POST', `/notices/${body.items[0].id}/reads`);
    }
    for (const { elder } of families.slice(-FAMILIES / 5)) {
      const [need] = await stage.storage.look(`SELECT MAX(id) AS id FROM need WHERE elder_id = '${elder.id}'`);
      const path = `/needs/${String(need!.id)}`;
      await client.call(officer, 'POST', `${path}/acknowledgements`, { id: ulid() });
      await client.call(officer, 'POST', `${path}/closures`, { id: ulid(), outcome: 'done' });
    }
  }

  it(
    'sends none twice, and each ends sent, phoned, read or settled',
    async () => {
      const began = Date.now();
      const { city, clock, wechat } = stage;
      await wechat.fail(...TROUBLE);
      const ordinary = { photos: [], again: false, forged: false };
      const plan = HAZARDS.flatMap((hazard) =>
        city.families.map((family) => ({ family, hazards: [hazard], ...ordinary })),
      );
      const phones = new Phones(stage, plan);
      clock.start();
      const handedIn = phones.run(PHONES);
      const deaths = planDeaths(KILLS, { points: POINTS, longestMs: sized(45_000, 3000) });
      const { kills, atPoints } = await liveAndDie(stage, deaths, () => phones.allow(Math.ceil(NOTICES / KILLS)));
      await handedIn;
      // Time goes on: a job that a kill interrupted comes back after a pause.
      await everybodyIsTold();
      clock.stop();
      await lifeGoesOn();
      await stage.settle();
      const hits = await wechat.hits();
      await stage.stopServers();

      const journal = await wechat.journal();
      const found = await stage.read((ctx) => faultsOfNotices(ctx, city, journal));
      expect(found).toMatchObject({ faults: [], duplicates: 0 });
      expect(found.notices).toBeGreaterThanOrEqual(NOTICES);
      const noAnswer = WITHOUT_ANSWER.reduce((sum, kind) => sum + hits[kind]!, TIMEOUTS);
      expect(found.unknown).toBeLessThanOrEqual(kills + noAnswer);
      expect(await stage.read((ctx) => faultsOfVisits(ctx, phones.handedIn, stage.storage.dataDir))).toEqual([]);
      for (const { kind } of TROUBLE) if (kind !== 'slow') expect([kind, hits[kind]]).not.toEqual([kind, 0]);
      record({
        order: 4,
        scenario: 'notices, SQLite',
        under: `${whole(found.notices)} notices; ${kills} × \`kill -9\`, ${atPoints} at named points; ${TROUBLE.filter(
          ({ kind }) => kind !== 'slow',
        )
          .map(({ kind }) => `${whole(hits[kind]!)} × ${kind}`)
          .join(', ')}, ${TIMEOUTS} × timed out`,
        found: `duplicates ${found.duplicates}; ${whole(found.accepted)} messages taken; ${whole(found.sent)} sent, ${whole(found.phoned)} phoned, ${whole(found.neither)} read or settled before; unknown ${whole(found.unknown)} of at most ${whole(kills + noAnswer)}`,
        seconds: (Date.now() - began) / 1000,
      });
    },
    PATIENCE_MS,
  );
});
