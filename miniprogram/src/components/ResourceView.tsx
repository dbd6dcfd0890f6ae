import type { ReactNode } from 'react';
import type { Resource } from '@/state';
import { Skeleton } from './Skeleton';
import { ErrorState } from './Told';

interface ResourceViewProps<T> {
  of: Resource<T>;
  /** Drawn while nothing is there yet; a skeleton of three rows unless given. */
  loading?: ReactNode;
  /** What is safe although it failed. */
  kept?: string;
  children: (data: T) => ReactNode;
}

/** Data in whichever state it is. Data that was there once stays, also when a later attempt fails. */
export function ResourceView<T>({ of, loading, kept, children }: ResourceViewProps<T>) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error && !of.loading) return <ErrorState error={of.error} onRetry={of.reload} {...(kept ? { kept } : {})} />;
  return <>{loading ?? <Skeleton slow={of.slow} />}</>;
}
