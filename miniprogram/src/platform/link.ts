export type LinkParams = Record<string, string | number | boolean | null | undefined>;

/** The address of a page in the app, e.g. `link('/visitor/card/index', { elderId })`. Empty values are left out. */
export function link(page: `/${string}`, params: LinkParams = {}): string {
  const pairs = Object.entries(params)
    .filter(([, value]) => value != null && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return pairs.length === 0 ? page : `${page}?${pairs.join('&')}`;
}
