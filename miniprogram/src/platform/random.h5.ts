/** The browser's randomness is there from the start. */
export async function prepareRandom(): Promise<void> {}

/** Bytes nobody can guess. */
export function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}
