import { PATIENCE_MS } from '../harness/size';
import { Stage } from '../harness/stage';

describe('a data folder that a server uses', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set({ engine: 'sqlite', families: 1, servers: 2 });
  }, PATIENCE_MS);
  afterAll(() => stage?.close(), PATIENCE_MS);

  it('is refused to a second one with a sentence, and the first goes on', async () => {
    const first = await stage.start();
    const second = await stage.start(undefined, 1);
    expect(await second.program.ended).toBe('1');
    expect(second.program.output).toMatch(/数据目录 .* 正被另一个探访关爱进程使用，没有启动。请先停掉那一个/);
    expect(await first.isReady()).toBe(true);
  });

  it('is free again the moment the first has been killed', async () => {
    await stage.servers[0]!.program.kill();
    const next = await stage.start(undefined, 1);
    expect(await next.isReady()).toBe(true);
    expect(await stage.stopServers()).toEqual(['0']);
  });
});
