/** Where a picture of the service is found: `/api/files/…` as it is, the browser talks to its own origin. */
export function assetUrl(path: string): string {
  return path;
}

/** Where the browser's side of the app is opened, for links that people pass on. */
export function appOrigin(): string {
  return window.location.origin;
}
