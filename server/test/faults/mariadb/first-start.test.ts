import { createConnection } from 'mysql2/promise';

import { record } from '../harness/results';
import { chance, PATIENCE_MS, SEED, sized } from '../harness/size';
import { Stage } from '../harness/stage';

const SERVERS = 3;
const KILLS = sized(20, 2);
/** There are more tables than that. */
const MOST_TABLES = 30;

/** MariaDB commits each statement that makes a table by itself: a start can end half-way. */
describe('the first start on an empty database', () => {
  let stage: Stage;
  const began = Date.now();
  beforeAll(async () => {
    stage = await Stage.set({ engine: 'mariadb', families: 1, servers: SERVERS });
  }, PATIENCE_MS);
  afterAll(() => stage?.close(), PATIENCE_MS);

  const empty = async () => {
    const { databaseUrl, mariadb } = stage.storage;
    const name = new URL(databaseUrl!).pathname.slice(1);
    const link = await createConnection(mariadb!.url);
    await link.query(`DROP DATABASE ${name}`);
    await link.query(`CREATE DATABASE ${name}`);
    await link.end();
  };

  it('of several servers at the same moment makes the tables once, and all come up', async () => {
    await empty();
    const servers = await Promise.all(stage.servers.map((_, place) => stage.start(undefined, place)));
    expect(servers.map(({ isUp, program }) => (isUp ? 'up' : program.output))).toEqual(servers.map(() => 'up'));
    expect(await stage.stopServers()).toEqual(servers.map(() => '0'));
  });

  it(
    `killed half-way is finished by the next one, ${KILLS} times (SEED=${SEED})`,
    async () => {
      for (let kill = 0; kill < KILLS; kill += 1) {
        await empty();
        const { program } = await stage.start({ name: 'table.made', at: 1 + chance.below(MOST_TABLES) });
        expect(await program.ended).toBe('SIGKILL');
        expect((await stage.start()).isUp).toBe(true);
        await stage.stopServers();
      }
      record({
        order: 7,
        scenario: 'first start, MariaDB',
        under: `${SERVERS} servers at the same moment; ${KILLS} × \`kill -9\` while the tables are made`,
        found: 'the tables are made once, and all servers come up; the next start finishes what was begun',
        seconds: (Date.now() - began) / 1000,
      });
    },
    PATIENCE_MS,
  );
});
