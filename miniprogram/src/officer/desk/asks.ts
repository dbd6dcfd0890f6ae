import { api, type ReplyOf } from '@/api';
import { useResource } from '@/state';

export type Pack = ReplyOf<'get', '/api/policies'>['items'][number];
/** What the officers of a place are asked beyond what every place asks. */
export type Asks = Pack['asks'];

/** The plans that the product knows, each with what it has asked. */
export function usePacks() {
  return useResource(() => api.get('/api/policies'));
}

/** Of a place whose plan nobody knows nothing more is asked: the service will not register anybody there. */
export function asksOf(packs: readonly Pack[], packId: string | null | undefined): Asks {
  return packs.find(({ id }) => id === packId)?.asks ?? [];
}

/** Everything that any of them has asked. */
export function asksOfAll(packs: readonly Pack[]): Asks {
  return [...new Set(packs.flatMap(({ asks }) => asks))];
}
