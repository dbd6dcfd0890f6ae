import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { machine, today } from '../../scripts/lib/machine.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { isPortTaken } from '../../scripts/lib/port.mjs';
import { Trouble, during } from '../../scripts/lib/say.mjs';
import { fill } from './dataset.mjs';
import { policySpeed, restarts } from './floors.mjs';
import { Lifetime } from './lifetime.mjs';
import { Loader } from './loader.mjs';
import { cpuMs, load } from './machine.mjs';
import { startMariadb } from './mariadb.mjs';
import { compiled } from './product.mjs';
import { comparePlanning } from './planning.mjs';
import { forConsole, writeReport } from './report.mjs';
import { BARE_IDENTITY, expectSameRows, visitAndLook } from './same-work.mjs';
import { KEYS, startBare, startOurs } from './servers.mjs';
import { COMMUNITIES } from './shape.mjs';
import { filledSheets } from './sheets.mjs';
import { Owed, compareSubmits, compareWorklists, submit } from './side-by-side.mjs';

const { openVault } = compiled('platform/crypto');
const { loadConfig } = compiled('platform/config/config');

const REPORT = join(root, 'docs/performance.md');
const FIRST_PORT = 4180;
const LAST_PORT = 4199;

const FULL = {
  elders: 100_000,
  rounds: 3,
  submit: { warmUp: 3000, round: 10_000 },
  worklist: { warmUp: 3000, round: 20_000 },
  restarts: 3,
};
const QUICK = {
  elders: 20_000,
  rounds: 1,
  submit: { warmUp: 1000, round: 3000 },
  worklist: { warmUp: 1000, round: 5000 },
  restarts: 1,
};

const HELP = `node server/bench/run.mjs [--quick] [--no-report]
  --quick      两万位老人、各一轮，约两分钟，只看个大概，不写报告
  --no-report  不写 docs/performance.md
`;

async function bench(life, size) {
  const [databasePort, oursPort, barePort] = await freePorts(3);
  const loadBefore = await load();
  const database = await during('建测速用的 MariaDB', () => startMariadb(life, databasePort));
  const { url } = database;
  await during('服务器建表', async () => (await startOurs(life, { url, port: oursPort, workers: 0 })).stop());
  const obligations = await during(`填入 ${size.elders} 位老人`, () => fillTables(url, size.elders));
  const floors = await restarts(life, { url, port: oursPort, times: size.restarts });
  const policy = await during('政策引擎', async () => policySpeed());

  const link = await database.connect();
  const loader = new Loader(life);
  const owed = new Owed(size.elders);
  const filled = filledSheets('jinan', today());
  const ours = await during('启动服务器', () => startOurs(life, { url, port: oursPort, workers: 0 }));
  await during('等它做完开机的活', () => calm(ours.pid));
  await loader.drive(ours, { kind: 'worklist', expected: '200', count: 500 }, database.pid);
  const poolSize = await connectionsOf(link);
  // The first elder of ten has a finding on the sheet, so that two others are compared.
  const first = owed.take(3);
  const written = await visitAndLook(link, ours, first + 1, filled);
  const handlers = written.outbox_job.map(({ handler }) => handler);
  const bare = await startBare(life, { url, port: barePort, poolSize, handlers, ...BARE_IDENTITY });
  expectSameRows(written, await visitAndLook(link, bare, first + 2, filled));

  const sides = { loader, database, ours, bare, rounds: size.rounds };
  const worklist = await compareWorklists({ ...sides, size: size.worklist });
  const submits = await compareSubmits({ ...sides, size: size.submit }, { link, owed, filled });
  await ours.stop();
  await bare.stop();
  const withWorkers = await during('提交，后台任务同时进行', () =>
    submitWithWorkers(life, { url, port: oursPort, link, loader, database, owed, filled, count: size.submit.round }),
  );
  loader.stop();
  const planning = await comparePlanning(life, { url, link, today: today(), rounds: size.rounds });
  await link.end();
  return {
    ...{ submit: submits, worklist, planning, withWorkers, floors, policy, handlers, loadBefore },
    ...{ machine: machine(), mariadb: database.version, date: today() },
    sizes: { ...size, obligations, communities: COMMUNITIES, poolSize },
  };
}

async function fillTables(url, elders) {
  openVault(loadConfig({ ...KEYS, WECHAT_APP_ID: 'wxbench', WECHAT_APP_SECRET: 'bench' }).keys);
  return (await fill({ url, elders, today: today(), at: Date.now() })).obligations;
}

/** Embedded workers take their share of the process; how far they fall behind is part of the answer. */
async function submitWithWorkers(life, { url, port, link, loader, database, owed, filled, count }) {
  await link.query('DELETE FROM outbox_job');
  const ours = await startOurs(life, { url, port });
  await calm(ours.pid);
  const round = await submit({ loader, database }, ours, { owed, filled, count });
  const began = performance.now();
  const due = "SELECT COUNT(*) AS jobs FROM outbox_job WHERE status = 'ready' AND run_at <= ?";
  const jobs = async () => (await link.query(due, [Date.now()]))[0][0].jobs;
  const jobsLeft = await jobs();
  while ((await jobs()) > 0 && performance.now() - began < 300_000) await pause(100);
  const [[{ dead }]] = await link.query(
    "SELECT COUNT(*) AS dead FROM outbox_job WHERE status = 'dead' OR error IS NOT NULL",
  );
  if (dead > 0) throw new Trouble(`有 ${dead} 个后台任务没有做成。`, ours.log());
  await ours.stop();
  return { ...round, jobsLeft, drainSeconds: (performance.now() - began) / 1000 };
}

/** Waits until a process has hardly anything to do: planning and catching up after its start are over. */
async function calm(pid) {
  for (let seconds = 0, quiet = 0; seconds < 120 && quiet < 3; seconds += 1) {
    const before = cpuMs(pid);
    await pause(1000);
    if (before === null && seconds >= 20) return;
    quiet = before !== null && cpuMs(pid) - before < 50 ? quiet + 1 : 0;
  }
}

/** Connections to the database beside our own: the pool of the one server that runs. */
async function connectionsOf(link) {
  const [[{ open }]] = await link.query(
    'SELECT COUNT(*) AS open FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()',
  );
  return open;
}

async function freePorts(count) {
  const free = [];
  for (let port = FIRST_PORT; port <= LAST_PORT && free.length < count; port += 1) {
    if (!(await isPortTaken(port, '127.0.0.1'))) free.push(port);
  }
  if (free.length < count) throw new Trouble(`端口 ${FIRST_PORT} 到 ${LAST_PORT} 都被占用了。`);
  return free;
}

async function main(options) {
  if (options.includes('--help')) return void process.stdout.write(HELP);
  const unknown = options.find((option) => !['--quick', '--no-report'].includes(option));
  if (unknown) throw new Trouble(`不认识的选项：${unknown}\n${HELP}`);
  const quick = options.includes('--quick');
  const life = new Lifetime();
  try {
    const found = await bench(life, quick ? QUICK : FULL);
    process.stdout.write(`\n${forConsole(found)}\n`);
    if (!quick && !options.includes('--no-report')) writeReport(REPORT, found);
  } finally {
    await life.end();
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const sentence = error instanceof Trouble ? `${error.output.trimEnd()}\n${error.message}` : error.stack;
  process.stderr.write(`\n${sentence.trim()}\n`);
  process.exitCode = 1;
}
