/** The whole package is on the phone already. */
export function fetchPages(_paths: readonly string[]): void {}
