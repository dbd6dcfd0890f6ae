import { NetworkFailure, Problem } from '@/platform';

/** What to say when an action did not go through. Every action has an id of its own, so trying again is safe. */
export function sentenceOf(error: unknown): string {
  if (error instanceof NetworkFailure) return `${error.message}，不知道办成没有。再点一次就行，不会重复`;
  return error instanceof Problem ? error.message : '没办成，不是您的问题，请过一会儿再试';
}

/** Somebody else was faster, or it is out of reach by now: what the page shows is out of date. */
export function isStale(error: unknown): boolean {
  return error instanceof Problem && (error.status === 409 || error.status === 404);
}
