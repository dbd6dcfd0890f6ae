export * from './vault';
export type { Keys } from './keys';
export { bodyHash, canonicalJson } from './body-hash';
