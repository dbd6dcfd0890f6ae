interface Route {
  path: string;
  /** Taro fetches a page's script and styles with this when it is opened; the promise is the first element. */
  load?: (context: null, params: null) => [Promise<unknown>, ...unknown[]];
}

/**
 * Fetches pages (`visitor/done/index`) while there is a network: in a stairwell without one they must be there already.
 * What cannot be fetched now is fetched when it is opened.
 */
export function fetchPages(paths: readonly string[]): void {
  const { routes = [] } = (window as { __taroAppConfig?: { routes?: Route[] } }).__taroAppConfig ?? {};
  for (const route of routes) {
    if (paths.includes(route.path.replace(/^\//, ''))) void route.load?.(null, null)[0].catch(() => undefined);
  }
}
