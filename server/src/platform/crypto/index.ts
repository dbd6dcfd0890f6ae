export * from './vault';
export type { Keys } from './keys';
export { bodyHash } from './body-hash';
