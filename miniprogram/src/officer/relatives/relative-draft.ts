import type { BodyOf } from '@/api';
import { ulid } from '@/platform';
import type { RELATIONS } from '@tanfang/shared';

export type RelativeBody = BodyOf<'post', '/api/elders/{id}/relatives'>;
export type RelativeChanges = BodyOf<'patch', '/api/elders/{id}/relatives/{relativeId}'>;
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

/** What only some plans ask of a relative; null and '' are not known. */
export interface CircumstancesDraft extends NearnessDraft {
  birthDate: string;
  /** Day on which they left for work; empty: not away, or nobody knows since when. */
  awaySince: string;
  ableToSupport: 'yes' | 'no' | null;
}

/** What may become known of a relative later, or change. */
export interface StandingDraft extends CircumstancesDraft {
  emergencyContact: boolean;
}

export interface RelativeDraft extends StandingDraft {
  id: string;
  name: string;
  kinWord: string;
  callsElder: string;
  phone: string;
}

export function newCircumstances(): CircumstancesDraft {
  return { relation: null, lives: null, region: '', birthDate: '', awaySince: '', ableToSupport: null };
}

export function newRelative(): RelativeDraft {
  return {
    ...{ id: ulid(), name: '', kinWord: '', callsElder: '', phone: '', emergencyContact: false },
    ...newCircumstances(),
  };
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
    ...toCircumstances(draft, streetCode),
    ...(draft.emergencyContact ? { emergencyContact: true } : {}),
    ...given({ kinWord: draft.kinWord.trim(), callsElder: draft.callsElder.trim(), phone: draft.phone.trim() }),
  };
}

interface Circumstances {
  relation: Relation;
  livesWithElder: boolean;
  residence?: { division: string };
  birthDate?: string;
  awaySince?: string;
  ableToSupport?: boolean;
}

/**
 * What nobody knows is left out. Whoever lives with the elder is not away.
 * @param streetCode as above
 */
export function toCircumstances(draft: CircumstancesDraft, streetCode: string | null): Circumstances {
  const { relation, lives, region, birthDate, awaySince, ableToSupport } = draft;
  const division = lives === 'same-street' ? streetCode : lives === 'elsewhere' ? region.trim() : null;
  return {
    relation: relation ?? 'other',
    livesWithElder: lives === 'together',
    ...(division ? { residence: { division } } : {}),
    ...(birthDate ? { birthDate } : {}),
    ...(awaySince && lives !== 'together' ? { awaySince } : {}),
    ...(ableToSupport ? { ableToSupport: ableToSupport === 'yes' } : {}),
  };
}

type Known = { [K in keyof Omit<Circumstances, 'residence'>]?: Circumstances[K] | null } & {
  residence?: { division?: string };
};

/**
 * The other way round: what is known already.
 * @param street of the elder
 */
export function circumstancesOf(known: Known, street: string | null): CircumstancesDraft {
  const { relation = null, livesWithElder, residence, birthDate, awaySince, ableToSupport } = known;
  const region = residence?.division ?? '';
  const near = street !== null && streetCodeOf(region) === street;
  return {
    relation,
    lives: livesWithElder === true ? 'together' : near ? 'same-street' : region ? 'elsewhere' : 'unknown',
    ...{ region, birthDate: birthDate ?? '', awaySince: awaySince ?? '' },
    ableToSupport: ableToSupport == null ? null : ableToSupport ? 'yes' : 'no',
  };
}

/** What an officer has changed; what is not known any more is null, so that it is struck out. */
export function changesOf(before: StandingDraft, after: StandingDraft, streetCode: string | null): RelativeChanges {
  const [was, is] = [before, after].map((draft): Record<string, unknown> => {
    return { ...toCircumstances(draft, streetCode), emergencyContact: draft.emergencyContact };
  }) as [Record<string, unknown>, Record<string, unknown>];
  const names = Object.keys({ ...was, ...is });
  const differing = names.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]));
  return Object.fromEntries(differing.map((name) => [name, is[name] ?? null]));
}

/** The first nine digits of a community's code name its street. */
export function streetCodeOf(division: string | undefined): string | null {
  return division && division.length >= 9 ? division.slice(0, 9) : null;
}

function given<T extends Record<string, string>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<T>;
}
