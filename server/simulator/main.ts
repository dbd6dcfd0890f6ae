import { readFileSync } from 'node:fs';
import { createSimulator } from './create';
import { sampleWorld } from './sample-world';
import type { WorldSeed } from './seeds';

/**
 * The simulator by itself.
 * PORT (4120) and HOST (127.0.0.1) say where, SIMULATOR_WORLD names a JSON file with the seeds (`{apps, users, doorCodes}`;
 * a sample when not given), APP_URL where the browser app is, TEST_CLOCK_FILE a file with the time (ms) that the server
 * under test reads as well.
 */
async function main(): Promise<void> {
  const { PORT = '4120', HOST = '127.0.0.1', SIMULATOR_WORLD, APP_URL, TEST_CLOCK_FILE, NODE_ENV } = process.env;
  if (NODE_ENV === 'production') throw new Error('The WeChat simulator does not run in production.');
  const seed = SIMULATOR_WORLD ? (JSON.parse(readFileSync(SIMULATOR_WORLD, 'utf8')) as WorldSeed) : sampleWorld();
  const clock = TEST_CLOCK_FILE ? () => Number(readFileSync(TEST_CLOCK_FILE, 'utf8')) : Date.now;
  const simulator = createSimulator({ ...seed, clock, appUrl: APP_URL ?? seed.appUrl ?? '' });
  console.log(`微信模拟器，样例数据：${await simulator.listen(Number(PORT), HOST)}/`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.close());
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
