import { useState } from 'react';
import { keepAddress, useParams } from '@/platform';

/**
 * Which of a list is shown, chosen by tabs and kept in the page's address.
 * @param page without its query
 * @param filters the first is shown when the address says nothing
 */
export function useStatus<Status extends string>(
  page: `/${string}`,
  filters: readonly { value: Status }[],
): [Status, (status: Status) => void] {
  const { status: asked } = useParams();
  const [status, setStatus] = useState(() => (filters.find(({ value }) => value === asked) ?? filters[0]!).value);
  const choose = (chosen: Status) => {
    setStatus(chosen);
    keepAddress(page, { status: chosen });
  };
  return [status, choose];
}
