/** Where a picture of the service is found: `/api/files/…` as it is, the browser talks to its own origin. */
export function assetUrl(path: string): string {
  return path;
}
