import type { Option as FormOption } from '@tanfang/shared';
import type { Option } from '@/components';

export function toOptions(options: readonly FormOption[]): Option[] {
  return options.map(({ code, label, meaning }) => ({
    value: code,
    label,
    ...(meaning && meaning !== 'plain' ? { meaning } : {}),
  }));
}

/** How many options fit side by side: three short ones, two of middle length, else each on its own line. */
export function columnsFor(options: readonly FormOption[]): 1 | 2 | 3 {
  const longest = Math.max(...options.map(({ label }) => [...label].length));
  if (longest <= 4 && options.length % 3 === 0) return 3;
  return longest <= 7 ? 2 : 1;
}
