import type { ValueTransformer } from 'typeorm';

/** Instants are epoch milliseconds in a bigint, which the drivers hand back as text (MySQL) or as a number (SQLite). */
export const instant: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (stored: string | number | null) => (stored === null ? null : Number(stored)),
};
