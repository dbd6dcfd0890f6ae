import { NetworkFailure, Problem } from '@/platform';

/** What to say when a step did not go through. A repeat has the same id, so trying again is always safe. */
export function sentenceOf(error: unknown): string {
  if (error instanceof NetworkFailure) return `${error.message}，不知道送到没有。再点一次就行，不会重复`;
  return error instanceof Problem ? error.message : '没办成，不是您的问题，请过一会儿再试';
}

/** Somebody else was faster, or the need is not ours any more: what the page shows is out of date. */
export function isRefusal(error: unknown): error is Problem {
  return error instanceof Problem && (error.status === 409 || error.status === 404);
}
