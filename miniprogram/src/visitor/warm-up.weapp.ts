/** The whole package is on the phone already. */
export function warmUp(): void {}
