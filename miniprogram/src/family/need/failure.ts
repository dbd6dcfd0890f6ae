import { Problem } from '@/platform';

/** Somebody else was faster, or the need is not ours any more: what the page shows is out of date. */
export function isRefusal(error: unknown): error is Problem {
  return error instanceof Problem && (error.status === 409 || error.status === 404);
}
