import type { LinkParams } from './link';

/** A mini-program's page has no address that anybody sees. */
export function keepAddress(_page: `/${string}`, _params: LinkParams): void {}
