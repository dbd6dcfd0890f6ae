/** Where a picture of the service is found: WeChat knows no origin, so it is put in front. */
export function assetUrl(path: string): string {
  return path.startsWith('/') ? API_ORIGIN + path : path;
}

/** Where the browser's side of the app is opened, for links that people pass on. */
export function appOrigin(): string {
  return API_ORIGIN;
}
