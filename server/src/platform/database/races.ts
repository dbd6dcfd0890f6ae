import { isDuplicate } from './errors';

/** Against a race one loses once; whoever loses this often has met something else. */
const MOST_TRIES = 5;

/** Another process took some of the rows in this instant: what was written is rolled back. */
export class Overtaken extends Error {
  constructor() {
    super('Another process was faster: rolled back');
  }
}

/** Whether another transaction was quicker: a unique index tells, or whoever found fewer rows than it had read. */
function isLostRace(error: unknown): boolean {
  return isDuplicate(error) || error instanceof Overtaken;
}

/**
 * Runs a transaction again when another one was quicker: what it reads then has the other's rows in it. `work` decides anew
 * each time what is still to be done.
 * @param isLost which failures tell of a race
 * @throws whatever `work` throws that tells of none, and what its last try threw
 */
export async function afterRaces<T>(work: () => Promise<T>, isLost = isLostRace): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === MOST_TRIES || !isLost(error)) throw error;
    }
  }
}
