import { liveAndDie, planDeaths } from './deaths';
import { Phones, planVisits } from './phones';
import { faultsOfVisits } from './proof-of-visits';
import { faultsOfNotices } from './proof-of-notices';
import { record, whole } from './results';
import { PATIENCE_MS, SEED, sized } from './size';
import { Stage } from './stage';
import type { Engine } from './storage';

const VISITS = sized(1000, 60);
const KILLS = sized(100, 6);
const FAMILIES = sized(200, 15);
const PHONES = 8;

/** Visits handed in while servers are killed; phones send again until they have an answer. */
export function visitsUnderFire(engine: Engine, servers: number, order: number): void {
  describe(`${VISITS} visits while ${servers === 1 ? 'the server is' : `${servers} servers are`} killed ${KILLS} times (SEED=${SEED})`, () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await Stage.set({ engine, servers, families: FAMILIES, visitors: PHONES });
    }, PATIENCE_MS);
    afterAll(() => stage?.close(), PATIENCE_MS);

    it(
      'keeps every acknowledged visit once, and everything that follows from it happens once',
      async () => {
        const began = Date.now();
        const { city, clock, wechat } = stage;
        const phones = new Phones(stage, await planVisits(city.families, VISITS));
        clock.start();
        const handedIn = phones.run(PHONES);
        const deaths = await liveAndDie(stage, planDeaths(KILLS), () => phones.allow(Math.ceil(VISITS / KILLS)));
        await handedIn;
        clock.stop();
        await stage.settle();
        expect(await stage.stopServers()).toEqual(stage.servers.map(() => '0'));

        expect(phones.handedIn).toHaveLength(VISITS);
        expect(
          [...phones.client.met.keys()].filter((status) => ![200, 201, 204, 409, 'none'].includes(status)),
        ).toEqual([]);
        const journal = await wechat.journal();
        const notices = await stage.read((ctx) => faultsOfNotices(ctx, city, journal));
        expect(notices.faults).toEqual([]);
        expect(await stage.read((ctx) => faultsOfVisits(ctx, phones.handedIn, stage.storage.dataDir))).toEqual([]);
        expect(deaths.kills).toBe(KILLS);
        const needs = await stage.count('need');
        record({
          order,
          scenario: `visits, ${engine === 'sqlite' ? 'SQLite' : `MariaDB, ${servers} servers`}`,
          under: `${whole(VISITS)} visits from ${PHONES} phones; ${KILLS} × \`kill -9\`, ${deaths.atPoints} of them at named points`,
          found: `${whole(phones.handedIn.length)} acknowledged, each there once; ${whole(phones.client.met.get('none') ?? 0)} requests without an answer were repeated; ${whole(needs)} needs, each once; ${whole(notices.accepted)} messages, none twice; no dead job; the audit chain verifies`,
          seconds: (Date.now() - began) / 1000,
        });
      },
      PATIENCE_MS,
    );
  });
}
