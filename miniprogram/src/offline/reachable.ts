import { NetworkFailure, Problem } from '@/platform';

/** Whether a call failed because the service could not do its work, not because it refused: then what was kept may serve. */
export function outOfReach(error: unknown): boolean {
  return error instanceof NetworkFailure || (error instanceof Problem && error.status >= 500);
}
