import { markdownTable, writeMeasured } from '../../scripts/lib/report.mjs';
import { CONNECTIONS } from './loader.mjs';
import { SETTINGS } from './mariadb.mjs';

const TARGETS = {
  submit: { least: 0.5, said: '≥ 0.5' },
  worklist: { least: 0.7, said: '≥ 0.7' },
  planning: { least: 0.5, said: '≥ 0.5' },
  idleMb: { most: 200, said: '≤ 200 MB' },
  readyMs: { most: 3000, said: '≤ 3 s' },
  policy: { least: 20_000, said: '≥ 20,000/s' },
};

const whole = (value) => Math.round(value).toLocaleString('en-US');
const fixed = (value, digits = 1) => (value === null ? 'n/a' : value.toFixed(digits));
const ratioOf = ({ ours, bare }) => ours.perSecond / bare.perSecond;

/** Every promise with its target and what was found. @returns rows of cells; the last one says whether it holds */
function promises({ submit, worklist, planning, withWorkers, floors, policy }) {
  const ratio = (what, compared, target) => [
    what,
    `${fixed(ratioOf(compared), 2)} of bare`,
    ...judge(ratioOf(compared), target),
  ];
  return [
    ratio('submit (`POST /api/visits`)', submit, TARGETS.submit),
    ratio('worklist (`GET /api/worklist`)', worklist, TARGETS.worklist),
    [
      'a week planned for all elders',
      `${fixed(planning.ours / planning.bare, 2)} of bare inserts`,
      ...judge(planning.ours / planning.bare, TARGETS.planning),
    ],
    ['idle memory, 10 s after the start', `${whole(floors.idleMb)} MB`, ...judge(floors.idleMb, TARGETS.idleMb)],
    ['restart until ready', `${(floors.readyMs / 1000).toFixed(2)} s`, ...judge(floors.readyMs, TARGETS.readyMs)],
    ['policy evaluations on one core', `${whole(policy)}/s`, ...judge(policy, TARGETS.policy)],
    ['submit with the workers on', `${whole(withWorkers.perSecond)}/s`, '', ''],
  ];
}

function judge(value, { least = -Infinity, most = Infinity, said }) {
  return [said, value >= least && value <= most ? 'met' : '**missed**'];
}

function throughput({ submit, worklist, withWorkers }) {
  const line = (what, side, { perSecond, p50, p99, cpuServer, cpuDatabase }) => [
    ...[what, side, whole(perSecond), fixed(p50), fixed(p99)],
    ...[fixed(cpuServer, 2), fixed(cpuDatabase, 2)],
  ];
  return [
    line('submit', 'ours', submit.ours),
    line('submit', 'bare', submit.bare),
    line('worklist', 'ours', worklist.ours),
    line('worklist', 'bare', worklist.bare),
    line('submit, workers on', 'ours', withWorkers),
  ];
}

const THROUGHPUT_HEAD = ['', '', 'requests/s', 'p50 ms', 'p99 ms', 'server CPU ms', 'database CPU ms'];
const PROMISES_HEAD = ['', 'measured', 'target', ''];

function consoleTable(head, rows) {
  const plain = [head, ...rows].map((cells) => cells.map((cell) => cell.replace(/[`*]/g, '')));
  const widths = head.map((_, at) => Math.max(...plain.map((cells) => cells[at].length)));
  return plain
    .map((cells) =>
      cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  '),
    )
    .join('\n');
}

function rounds({ submit, worklist, planning }) {
  const each = (list) => list.map((found) => whole(found.perSecond ?? found)).join(', ');
  const of = (what, { rounds: found }) => `- ${what}: ours ${each(found.ours)}; bare ${each(found.bare)}`;
  return [
    of('submit', submit),
    of('worklist', worklist),
    of(`obligations planned, ${whole(planning.elders)} in a round`, planning),
  ].join('\n');
}

function conditions({ machine, mariadb, date, sizes, submit, withWorkers, handlers, loadBefore }) {
  const settings = Object.entries(SETTINGS).map(([name, value]) => (value === null ? name : `${name}=${value}`));
  const rows = Object.entries(submit.perVisit).map(([table, count]) =>
    `${table} ${count > 1 ? `× ${count}` : ''}`.trim(),
  );
  return [
    `- ${date}, commit ${machine.commit}, Node ${machine.node}`,
    `- ${machine.cores} cores (${machine.cpu}), ${machine.memoryGib} GiB; load, servers and database share them` +
      (loadBefore === null ? '' : `; other processes used ${Math.round(loadBefore * 100)} % of them before the start`),
    `- MariaDB ${mariadb}: \`${settings.join(' ')}\``,
    `- ${whole(sizes.elders)} elders in ${sizes.communities} communities, ${whole(sizes.obligations)} obligations; ` +
      `${CONNECTIONS} connections; pools of ${sizes.poolSize}`,
    `- ${sizes.rounds} rounds by turns, ${whole(sizes.submit.round)} visits and ${whole(sizes.worklist.round)} lists each; the tables show medians`,
    `- rows for each visit, the same on both sides: ${rows.join(' · ')}`,
    `- handlers of \`visit.recorded\`: ${handlers.length === 0 ? 'none' : handlers.join(', ')}; ` +
      `with the workers on, ${whole(withWorkers.jobsLeft)} jobs were left after ${whole(withWorkers.count)} visits and done ${fixed(withWorkers.drainSeconds)} s later`,
  ].join('\n');
}

/** The tables for a terminal. */
export function forConsole(found) {
  return [
    consoleTable(THROUGHPUT_HEAD, throughput(found)),
    consoleTable(PROMISES_HEAD, promises(found)),
    rounds(found),
  ].join('\n\n');
}

/** Puts the measured part between its marks; the words around it are written by hand. */
export function writeReport(path, found) {
  const measured = [
    markdownTable(PROMISES_HEAD, promises(found)),
    markdownTable(THROUGHPUT_HEAD, throughput(found)),
    'Requests (obligations) a second, round by round:\n',
    rounds(found),
    '\nMeasured under:\n',
    conditions(found),
  ]
    .join('\n\n')
    .replaceAll('\n\n\n', '\n\n');
  writeMeasured(path, 'Performance', measured);
}
