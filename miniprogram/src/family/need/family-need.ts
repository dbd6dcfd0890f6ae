import type { ReplyOf } from '@/api';

type Detail = ReplyOf<'get', '/api/needs/{id}'>;

/** What happened in the words for a family; officers get another shape of the same route. */
export type FamilyNeed = Extract<Detail, { view: 'family' }>;
export type Choice = FamilyNeed['choices'][number]['choice'];
