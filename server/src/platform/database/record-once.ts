import type { ProblemCode } from '../problems/catalogue';
import { Problem } from '../problems/problem';
import { isDuplicate } from './errors';

export interface Once<Row> {
  /** Checks and writes the row. */
  record: () => Promise<Row>;
  /** The row that has this id, whoever made it. */
  find: () => Promise<Row | null>;
  /** Whether the caller made it. */
  isOwn: (row: Row) => boolean;
  /** Of what was sent now; asked for only when there is a row to compare it with. */
  bodyHash: () => string;
  /** Said when the id was used for something else. */
  conflict: ProblemCode;
  mostTries: number;
}

/**
 * Records something once, however often a phone sends it under the same id. Somebody else's row is told of only when the
 * database refused the id.
 * @throws Problem `conflict`, and whatever `record` throws
 */
export async function recordOnce<Row extends { bodyHash: string }>(
  once: Once<Row>,
): Promise<{ row: Row; repeated: boolean }> {
  for (let tries = 1; ; tries += 1) {
    try {
      return { row: await once.record(), repeated: false };
    } catch (error) {
      // The answer may have been lost on its way: what was refused or collided may be a repeat of what is here already.
      const first = await firstResult(once, isDuplicate(error));
      if (first) return { row: first, repeated: true };
      // Something else collided, like two rows that want the same place: the next try finds the other one there.
      if (tries === once.mostTries || !isDuplicate(error)) throw error;
    }
  }
}

async function firstResult<Row extends { bodyHash: string }>(
  { find, isOwn, bodyHash, conflict }: Once<Row>,
  collided: boolean,
): Promise<Row | null> {
  const first = await find();
  if (!first) return null;
  const own = isOwn(first);
  if (own && first.bodyHash === bodyHash()) return first;
  if (own || collided) throw new Problem(conflict);
  return null;
}
