export { api, onUnsigned, speakFor, type BodyOf, type PathsWith, type ReplyOf } from './client';
export type { components, paths } from './schema';
