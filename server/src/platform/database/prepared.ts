import type { EntityManager } from 'typeorm';

/** What a connection of MySQL's driver, and a pool of them, can do beyond TypeORM. */
interface Link {
  execute(sql: string, values: unknown[], done: (error: Error | null, answer: unknown) => void): void;
}

/**
 * A statement is kept prepared for its text, on every connection, and the database holds only so many. Those with more
 * values are made for a list of any length, whose text hardly ever comes back.
 */
const MOST_VALUES = 64;

/**
 * Runs a statement of which the text comes back all the time, with `?` for its values. MySQL prepares it once for a
 * connection; parsing it anew each time costs the database a third more. SQLite keeps no statements: it just runs it.
 * @param isSteady the text comes back although it takes more values than a list of any length may
 * @returns the rows found, or what the driver says of a change
 */
export async function runPrepared(
  em: EntityManager,
  sql: string,
  values: readonly unknown[],
  isSteady = false,
): Promise<unknown> {
  if (!isPreparable(em, isSteady ? [] : values)) return em.query(sql, [...values]);
  const link = await linkOf(em);
  return new Promise((resolve, reject) => {
    link.execute(sql, [...values], (error, answer) => (error ? reject(error) : resolve(answer)));
  });
}

export function isPreparable({ dataSource }: EntityManager, values: readonly unknown[]): boolean {
  const { type } = dataSource.options;
  return (type === 'mariadb' || type === 'mysql') && values.length <= MOST_VALUES;
}

/** The connection of the transaction, or the pool outside of one. */
async function linkOf({ queryRunner, dataSource }: EntityManager): Promise<Link> {
  if (queryRunner) return (await queryRunner.connect()) as Link;
  return (dataSource.driver as unknown as { pool: Link }).pool;
}
