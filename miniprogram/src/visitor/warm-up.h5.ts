const pages = [
  () => import('./card'),
  () => import('./form'),
  () => import('./sign'),
  () => import('./done'),
  () => import('./records'),
];

/**
 * Fetches the pages of a visit while there is a network: in the stairwell, where there is none, they must be there. A
 * page that could not be fetched now is fetched when it is opened.
 */
export function warmUp(): void {
  for (const page of pages) void page().catch(() => undefined);
}
