import { Phones, planVisits } from '../harness/phones';
import { pause, until } from '../harness/program';
import { faultsOfNotices } from '../harness/proof-of-notices';
import { faultsOfVisits } from '../harness/proof-of-visits';
import { record, whole } from '../harness/results';
import { chance, PATIENCE_MS, SEED, sized } from '../harness/size';
import { Stage } from '../harness/stage';

const RESTARTS = sized(20, 2);
const VISITS = sized(400, 40);

describe(`a database that is killed or stopped ${RESTARTS} times under a running server (SEED=${SEED})`, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set({ engine: 'mariadb', families: sized(100, 10) });
  }, PATIENCE_MS);
  afterAll(() => stage?.close(), PATIENCE_MS);

  it(
    'is waited for: the server lives on, answers nothing wrongly meanwhile, and works as soon as it is back',
    async () => {
      const began = Date.now();
      const { clock, city, wechat } = stage;
      const mariadb = stage.storage.mariadb!;
      const server = await stage.start();
      const phones = new Phones(stage, await planVisits(city.families, VISITS));
      clock.start();
      const handedIn = phones.run(4);
      for (let restart = 0; restart < RESTARTS; restart += 1) {
        phones.allow(Math.ceil(VISITS / RESTARTS));
        await pause(chance.below(600));
        await (restart % 2 === 0 ? mariadb.kill() : mariadb.stop());
        await until('the server says that it cannot work', async () => !(await server.isReady()));
        await pause(chance.below(600));
        await mariadb.startAgain();
        await until('the server is back by itself', () => server.isReady());
      }
      await handedIn;
      clock.stop();
      await stage.settle();
      expect(await stage.stopServers()).toEqual(['0']);
      expect(await stage.read((ctx) => faultsOfVisits(ctx, phones.handedIn, stage.storage.dataDir))).toEqual([]);
      expect(
        [...phones.client.met.keys()].filter((status) => ![200, 201, 204, 409, 503].includes(status as number)),
      ).toEqual([]);
      const journal = await wechat.journal();
      const notices = await stage.read((ctx) => faultsOfNotices(ctx, city, journal));
      expect(notices).toMatchObject({ faults: [], duplicates: 0 });
      record({
        order: 6,
        scenario: 'database restarts, MariaDB',
        under: `the database restarted ${RESTARTS} times under a running server, every other time by \`kill -9\`; ${whole(VISITS)} visits meanwhile`,
        found: `the server lived on; ${whole(phones.client.met.get(503) ?? 0)} requests were told to come again, none was answered wrongly; every acknowledged visit once; ${whole(notices.accepted)} messages, none twice`,
        seconds: (Date.now() - began) / 1000,
      });
    },
    PATIENCE_MS,
  );
});
