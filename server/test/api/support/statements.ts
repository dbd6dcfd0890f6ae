import type { TestApp } from './app';

/** How many statements go to the database while something is read. */
export async function statementsOf(t: TestApp, read: () => Promise<unknown>): Promise<number> {
  const { logger } = t.app.database.read.dataSource;
  const seen = jest.spyOn(logger, 'logQuery');
  try {
    await read();
    return seen.mock.calls.length;
  } finally {
    seen.mockRestore();
  }
}

/** How SQLite goes about each of the statements that read something. */
export async function plansOf(t: TestApp, read: () => Promise<unknown>): Promise<string[]> {
  const { read: em } = t.app.database;
  const seen = jest.spyOn(em.dataSource.logger, 'logQuery');
  try {
    await read();
    const asked = seen.mock.calls.map(([sql, values]) => [sql, values as unknown[]] as const);
    const plans: string[] = [];
    for (const [sql, values] of asked) {
      const steps = await em.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, values);
      plans.push(steps.map(({ detail }) => detail).join('\n'));
    }
    return plans;
  } finally {
    seen.mockRestore();
  }
}
