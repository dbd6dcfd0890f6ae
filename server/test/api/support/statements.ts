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
