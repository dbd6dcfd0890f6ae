import type { BodyOf } from '@/api';
import { ulid } from '@/platform';
import type { RELATIONS } from '@tanfang/shared';

export type RelativeBody = BodyOf<'post', '/api/elders/{id}/relatives'>;
export type Relation = keyof typeof RELATIONS;

/** Where they live, as people say it; 不清楚 is an answer too. */
export const LIVES = {
  together: '和老人同住',
  'same-street': '住在同一街道',
  elsewhere: '住在别处',
  unknown: '不清楚',
} as const;
export type Lives = keyof typeof LIVES;

/** What the plans ask of a relative first: who they are to the elder, and whether they are near. */
export interface NearnessDraft {
  relation: Relation | null;
  lives: Lives | null;
  /** GB/T 2260 code of where they live, when they live elsewhere and somebody knows it. */
  region: string;
}

export interface RelativeDraft extends NearnessDraft {
  id: string;
  name: string;
  kinWord: string;
  callsElder: string;
  phone: string;
}

export function newRelative(): RelativeDraft {
  return { id: ulid(), name: '', relation: null, kinWord: '', callsElder: '', phone: '', lives: null, region: '' };
}

/** What is still missing, in words; null when nothing is. */
export function relativeGap({ name, relation, lives }: RelativeDraft): string | null {
  if (name.trim() === '') return '请写亲属的姓名';
  if (relation === null) return '请选和老人的关系';
  return lives === null ? '请选亲属住在哪里' : null;
}

/**
 * @param streetCode where the elder lives; a relative in the same street is registered there. Unknown: left out
 */
export function toRelativeBody(draft: RelativeDraft, streetCode: string | null): RelativeBody {
  return {
    id: draft.id,
    name: draft.name.trim(),
    ...toNearness(draft, streetCode),
    ...given({ kinWord: draft.kinWord.trim(), callsElder: draft.callsElder.trim(), phone: draft.phone.trim() }),
  };
}

type Nearness = Pick<RelativeBody, 'relation' | 'livesWithElder' | 'residence'>;

/** @param streetCode as above */
export function toNearness({ relation, lives, region }: NearnessDraft, streetCode: string | null): Nearness {
  const division = lives === 'same-street' ? streetCode : lives === 'elsewhere' ? region.trim() : null;
  return {
    relation: relation ?? 'other',
    livesWithElder: lives === 'together',
    ...(division ? { residence: { division } } : {}),
  };
}

/** The first nine digits of a community's code name its street. */
export function streetCodeOf(division: string | undefined): string | null {
  return division && division.length >= 9 ? division.slice(0, 9) : null;
}

function given<T extends Record<string, string>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<T>;
}
