import { OutboxJob } from '../../../src/platform/outbox';
import { HOUR } from '../../api/support/clock';
import { Client } from '../harness/client';
import { bodyOf, HAZARDS } from '../harness/phones';
import { until } from '../harness/program';
import { PATIENCE_MS } from '../harness/size';
import { Stage } from '../harness/stage';

/** The last try of those that a job has. */
const LAST = 108;

describe('a job that ends every process that takes it', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set({ engine: 'sqlite', families: 2 });
  }, PATIENCE_MS);
  afterAll(() => stage?.close(), PATIENCE_MS);

  const job = async () => (await stage.storage.look('SELECT status, attempts, error, lease_owner FROM outbox_job'))[0];
  const visit = (number: number) => {
    const family = stage.city.families[number]!;
    const body = bodyOf({ family, hazards: HAZARDS.slice(0, 1), photos: [] }, stage.clock.now());
    return new Client(stage).once(family.visitor, 'POST', '/visits', body);
  };

  /** A server that lives until it takes the job: once to end the try of the dead, once to die itself. */
  async function dieOfIt(): Promise<void> {
    stage.clock.advance(2 * HOUR);
    const server = await stage.start({ name: 'job.leased', at: 1 });
    const isBack = async () => !server.isUp || (await job())!.lease_owner === null;
    await until('the try of the dead is ended', isBack, { why: () => stage.output });
    stage.clock.advance(2 * HOUR);
    expect(await server.program.ended).toBe('SIGKILL');
  }

  it(
    'is counted by the process that dies, and given up at last, and the rest goes on',
    async () => {
      const first = await stage.start({ name: 'job.leased', at: 1 });
      await visit(0);
      expect(await first.program.ended).toBe('SIGKILL');
      expect(await job()).toMatchObject({ status: 'ready', attempts: 1, error: null });
      await dieOfIt();
      expect(await job()).toMatchObject({ status: 'ready', attempts: 2 });
      await stage.inProcess(async ({ app, ctx }) => {
        await app.database.tx(ctx(), (tx) => tx.em.update(OutboxJob, { status: 'ready' }, { attempts: LAST - 1 }));
      });
      await dieOfIt();
      expect(await job()).toMatchObject({ status: 'ready', attempts: LAST });

      stage.clock.advance(2 * HOUR);
      const survivor = await stage.start();
      const isGivenUp = async () => (await job())?.status === 'dead';
      await until('the job is given up', isGivenUp, { why: () => stage.output });
      expect(await job()).toMatchObject({ status: 'dead', attempts: LAST, error: 'ProcessDied' });
      expect(await visit(1)).toMatchObject({ status: 201 });
      await until('the other need is raised', async () => (await stage.count('need')) === 1);
      expect(survivor.isUp).toBe(true);
    },
    PATIENCE_MS,
  );
});
