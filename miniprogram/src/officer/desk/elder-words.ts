import { CADENCES, SEXES, TIERS, categoryWord, wordOf } from '@tanfang/shared';
import type { ReplyOf } from '@/api';
import { streetCodeOf } from '../relatives/relative-draft';

export type ElderItem = ReplyOf<'get', '/api/elders'>['items'][number];
export type ElderDetail = ReplyOf<'get', '/api/elders/{id}'>;

/** `独居、失能`; an elder may be on the register without belonging to any. */
export function categoriesInWords(categories: readonly string[]): string {
  return categories.map(categoryWord).join('、') || '不属于特殊困难';
}

export const tierInWords = (tier: string | null): string => wordOf(TIERS, tier);
export const cadenceInWords = (every: string | null): string => wordOf(CADENCES, every, '不用定期探访');
export const sexInWords = (sex: string): string => wordOf(SEXES, sex);

/** Where the elder lives, by the code of the street; null when nobody knows. The contract leaves the facts open here. */
export function streetOf({ facts }: ElderDetail): string | null {
  return streetCodeOf((facts['residence'] as { division?: string } | undefined)?.division);
}
