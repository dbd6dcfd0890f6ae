import type { ValueTransformer } from 'typeorm';

/** Column transformer for a list of codes, none of which holds a comma. */
export const codeList: ValueTransformer = {
  to: (codes: readonly string[] | undefined) => codes?.join(','),
  from: (stored: string) => (stored === '' ? [] : stored.split(',')),
};
