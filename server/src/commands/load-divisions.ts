import { readFileSync } from 'node:fs';

import { DIVISION_LEVELS, type DivisionLevel } from '@tanfang/shared';

import { shortDivisionName } from '../database/seeds/divisions';
import { Divisions, type PublishedDivision } from '../modules/divisions';
import { calendarDate } from '../platform/clock/clock';
import { OperatorProblem } from '../platform/problems/operator-problem';
import { inHouse } from './house';
import { readArgs, type Command } from './terminal';

/** From the top down; a grid has no code. */
const { grid: _, ...CODED } = DIVISION_LEVELS;
const LEVELS = Object.keys(CODED) as DivisionLevel[];
const MOST_FAULTS = 20;
const LONGEST_NAME = 80;

/** Takes in the divisions of a place from a file, so that people can be given a place in them. */
export const loadDivisionsCommand: Command = {
  name: 'divisions',
  usage: '<文件.json> [--since 日期]',
  about: '导入行政区划。已有的编码不动，可以反复导入',
  async run(args, terminal) {
    const { values, positionals } = readArgs(args, { since: { type: 'string' } });
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) throw new OperatorProblem('要写一个文件名');
    const since = values.since === undefined ? null : dateOf(values.since);
    const rows = readRows(path);
    await inHouse(terminal, async ({ app, ctx, change }) => {
      const divisions = app.nest.get(Divisions);
      check(rows, (code) => divisions.byCode(code)?.level);
      const added = await change('divisions', (tx) => divisions.takeIn(tx, rows, since ?? calendarDate(ctx.at)));
      terminal.print(`新增 ${added} 个行政区划，${rows.length - added} 个早已有了`);
      if (added > 0) terminal.print('正在运行的服务要重启，才看得到新增的');
    });
    return 0;
  },
};

function dateOf(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (!Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text) return text;
  throw new OperatorProblem('--since 要写成日历上有的日期，如 2026-01-01');
}

/** `[{"code", "name", "level", "parent", "rural"?}]`, as the files of server/src/database/seeds/divisions. */
function readRows(path: string): PublishedDivision[] {
  const faults: string[] = [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new OperatorProblem(`${path} 读不出来，要是一个 JSON 文件`, { cause: error });
  }
  if (!Array.isArray(parsed)) throw new OperatorProblem(`${path} 要是一个列表：[{"code": …}, …]`);
  const rows = parsed.map((row, index) => rowOf(row as Record<string, unknown>, `第 ${index + 1} 行`, faults));
  refuse(faults);
  return rows;
}

function rowOf(row: Record<string, unknown> | null, where: string, faults: string[]): PublishedDivision {
  const { code, name, level, parent = null, rural = false } = row ?? {};
  const expect = (holds: boolean, what: string) => void (holds || faults.push(`${where}：${what}`));
  expect(typeof code === 'string' && /^[1-9]\d{1,11}$/.test(code), 'code 要是 2 到 12 位数字');
  const isNamed = typeof name === 'string' && name.trim() !== '' && name.length <= LONGEST_NAME;
  expect(isNamed, `name 不能空着，最多 ${LONGEST_NAME} 个字`);
  expect(LEVELS.includes(level as DivisionLevel), `level 要是 ${LEVELS.join('、')} 之一`);
  expect(parent === null || typeof parent === 'string', 'parent 要是上级的 code，省级写 null');
  expect(typeof rural === 'boolean', 'rural 要是 true 或 false');
  const published = { code, name, level, parent, rural } as PublishedDivision & { level: 'community' };
  return isNamed && level === 'community' ? { ...published, name: shortDivisionName(published) } : published;
}

/** Every division stands below one that is higher, which comes before it in the file or is known already. */
function check(rows: readonly PublishedDivision[], known: (code: string) => DivisionLevel | undefined): void {
  const faults: string[] = [];
  const seen = new Map<string, DivisionLevel>();
  for (const { code, name, level, parent } of rows) {
    const above = parent === null ? undefined : (seen.get(parent) ?? known(parent));
    if (seen.has(code)) faults.push(`${code} ${name}：写了两次`);
    if (parent === null && level !== 'province') faults.push(`${code} ${name}：没有写上级`);
    else if (parent !== null && above === undefined) faults.push(`${code} ${name}：它的上级 ${parent} 要写在它前面`);
    else if (above !== undefined && LEVELS.indexOf(above) >= LEVELS.indexOf(level))
      faults.push(`${code} ${name}：上级 ${parent} 的级别不比它高`);
    seen.set(code, level);
  }
  refuse(faults);
}

function refuse(faults: readonly string[]): void {
  if (faults.length === 0) return;
  const more = faults.length > MOST_FAULTS ? [`…… 还有 ${faults.length - MOST_FAULTS} 处`] : [];
  throw new OperatorProblem(['没有导入，文件有误：', ...faults.slice(0, MOST_FAULTS), ...more].join('\n  '));
}
