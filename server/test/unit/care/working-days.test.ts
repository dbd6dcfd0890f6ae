import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import type { Logger } from 'pino';

import { WorkingDays } from '../../../src/platform/clock/working-days';
import type { Ctx } from '../../../src/platform/context/context';

interface Row {
  id: string;
  working: boolean;
}

function calendar(rows: Row[] = []) {
  const warnings: object[] = [];
  const log = { error: (about: object) => warnings.push(about) } as unknown as Logger;
  const ctx = { em: { find: () => Promise.resolve(rows) } } as unknown as Ctx;
  const days = new WorkingDays(log);
  const after = async (from: string, count: number) => {
    const end = await days.endOf(ctx, Date.parse(`${from}+08:00`), count);
    return new Date(end + 8 * 3_600_000).toISOString().slice(0, 23);
  };
  return { after, warnings };
}

describe('济南 二（一）3: working days, day 1 being the next one', () => {
  it.each([
    ['an ordinary Monday', '2026-11-23T09:00:00', 1, '2026-11-24'],
    ['a Friday', '2026-11-27T17:00:00', 1, '2026-11-30'],
    ['a Friday shortly before midnight', '2026-11-27T23:59:59', 1, '2026-11-30'],
    ['a Sunday', '2026-11-29T12:00:00', 1, '2026-11-30'],
    ['before 国庆, whose Saturday after is worked', '2026-09-30T10:00:00', 3, '2026-10-10'],
    ['before 春节', '2026-02-13T10:00:00', 2, '2026-02-24'],
    ['before the Sunday that is worked for 国庆', '2026-09-18T10:00:00', 1, '2026-09-20'],
    ['no day at all', '2026-11-23T09:00:00', 0, '2026-11-23'],
  ])('from %s', async (_, from, count, end) => {
    expect(await calendar().after(from, count)).toBe(`${end}T23:59:59.999`);
  });

  it('follow the operator’s table before the published one', async () => {
    const { after } = calendar([
      { id: '2026-10-10', working: false },
      { id: '2026-10-01', working: true },
    ]);
    expect(await after('2026-09-30T10:00:00', 2)).toBe('2026-10-08T23:59:59.999');
    expect(await after('2026-10-09T10:00:00', 1)).toBe('2026-10-12T23:59:59.999');
  });

  it('warn once a year past the end of the published calendar, and count Monday to Friday', async () => {
    const { after, warnings } = calendar();
    expect(await after('2040-01-06T10:00:00', 1)).toBe('2040-01-09T23:59:59.999');
    await after('2040-02-01T10:00:00', 3);
    await after('2041-02-01T10:00:00', 1);
    expect(warnings).toMatchObject([{ year: 2040 }, { year: 2041 }]);
  });

  it('do not warn about a day that the operator has filled in', async () => {
    const { after, warnings } = calendar([{ id: '2040-01-09', working: true }]);
    await after('2040-01-08T10:00:00', 1);
    expect(warnings).toEqual([]);
  });

  it('give up on a table without any working day', async () => {
    const never = Array.from({ length: 800 }, (_, day) => ({
      id: new Date(Date.parse('2026-11-23T00:00:00Z') + day * 86_400_000).toISOString().slice(0, 10),
      working: false,
    }));
    await expect(calendar(never).after('2026-11-23T09:00:00', 1)).rejects.toThrow('working days');
  });

  it('are the same on a server in another part of the world', () => {
    const jest = join(require.resolve('jest/package.json'), '../bin/jest.js');
    const args = [jest, '--selectProjects', 'server-unit', '-w', '1', __filename, '-t', 'from'];
    const root = join(__dirname, '../../../..');
    if (process.env.TZ === 'America/Los_Angeles') return;
    const run = () =>
      execFileSync(process.execPath, args, {
        cwd: root,
        env: { ...process.env, TZ: 'America/Los_Angeles' },
        stdio: 'pipe',
      });
    expect(run).not.toThrow();
  });
});
