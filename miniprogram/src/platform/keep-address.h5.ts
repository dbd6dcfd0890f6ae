import { link, type LinkParams } from './link';

/**
 * Writes what the page shows (a filter, a search) into its own address without opening it anew, so that a reload, a
 * bookmark or a copied link shows the same.
 */
export function keepAddress(page: `/${string}`, params: LinkParams): void {
  window.history.replaceState(window.history.state, '', `#${link(page, params)}`);
}
