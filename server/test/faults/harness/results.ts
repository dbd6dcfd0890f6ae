import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Result {
  /** Rows of one scenario stand together, in the order of this number. */
  order: number;
  scenario: string;
  /** What was done to it. */
  under: string;
  /** What was found. */
  found: string;
  seconds: number;
}

/** Leaves what a test found for the report of `npm run soak`, which says where; else does nothing. */
export function record(result: Result): void {
  const folder = process.env.SOAK_RESULTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${result.order}-${process.pid}.json`), JSON.stringify(result));
}

export const whole = (value: number): string => value.toLocaleString('en-US');
