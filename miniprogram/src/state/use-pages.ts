import { useCallback, useRef } from 'react';
import { useResource, type Resource } from './use-resource';

interface Listed<T> {
  items: T[];
  /** Where the next page begins; null at the end. */
  next: string | null;
}

export interface Pages<T, L extends Listed<T> = Listed<T>> extends Resource<L> {
  /** Fetches one page more and adds it. Rejects like any call; does nothing at the end. */
  more: () => Promise<void>;
}

/**
 * A list that arrives in pages. Fetching it again (coming back from a detail) fetches as many as were there, so that
 * nobody loses their place. What else the first page tells stays.
 * @param load one page, after `after`
 */
export function usePages<L extends Listed<unknown>>(
  load: (after: string | undefined) => Promise<L>,
  key = '',
): Pages<L['items'][number], L> {
  const wanted = useRef({ key, count: 0 });
  if (wanted.current.key !== key) wanted.current = { key, count: 0 };
  const loader = useRef(load);
  loader.current = load;

  const resource = useResource(async () => {
    const listed = await loader.current(undefined);
    while (listed.next !== null && listed.items.length < wanted.current.count)
      append(listed, await loader.current(listed.next));
    return listed;
  }, key);

  const { data, set } = resource;
  const more = useCallback(async () => {
    if (!data || data.next === null) return;
    const asked = wanted.current;
    const listed = { ...data, items: [...data.items] };
    append(listed, await loader.current(data.next));
    // The filter has changed meanwhile: this page belongs to another list.
    if (asked !== wanted.current) return;
    asked.count = listed.items.length;
    set(listed);
  }, [data, set]);
  return { ...resource, more };
}

function append<T>(listed: Listed<T>, page: Listed<T>): void {
  listed.items.push(...page.items);
  listed.next = page.next;
}
