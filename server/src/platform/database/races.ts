import { isDuplicate } from './errors';

/** Against a race one loses once; whoever loses this often has met something else. */
const MOST_TRIES = 5;

/**
 * Runs a transaction again when a unique index shows that another one was quicker: what it reads then has the other's
 * rows in it. `work` decides anew each time what is still to be done.
 * @throws whatever `work` throws that is no duplicate, and the duplicate of its last try
 */
export async function afterRaces<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === MOST_TRIES || !isDuplicate(error)) throw error;
    }
  }
}
