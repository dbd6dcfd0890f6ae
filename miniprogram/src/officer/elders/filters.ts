import { CATEGORIES, TIERS, VISIT_STATES, codesOf, isCodeOf, type Vocabulary } from '@tanfang/shared';
import { api, type BodyOf } from '@/api';
import type { Me } from '@/state';

/** What the list can be narrowed by, in the order of the bar. */
export const FILTERS = ['places', 'categories', 'tiers', 'visits', 'visitor', 'contact'] as const;
export type Filter = (typeof FILTERS)[number];

/** The values chosen of each; none: whoever. */
export type Chosen = Record<Filter, readonly string[]>;

export interface Option {
  value: string;
  label: string;
}

const CONTACT = { yes: '有', no: '没有' } as const;
const VISITOR = { yes: '派了', no: '还没派' } as const;
const vocabularies = {
  ...{ categories: CATEGORIES, tiers: TIERS, visits: VISIT_STATES, visitor: VISITOR, contact: CONTACT },
} as const;
const titles = {
  ...{ categories: '类别', tiers: '人群', visits: '探访情况', visitor: '探访员', contact: '第一联系人' },
} as const;
const notes: Partial<Record<Filter, string>> = {
  visits: '逾期：上一期过了没见到，新的一期还没开始',
  visitor: '还没派：按方案要去，还没有人去',
};

export const NOTHING_CHOSEN: Chosen = { places: [], categories: [], tiers: [], visits: [], visitor: [], contact: [] };

export const isChosen = (chosen: Chosen): boolean => FILTERS.some((filter) => chosen[filter].length > 0);

export interface Group {
  filter: Filter;
  title: string;
  options: readonly Option[];
  /** What the words mean, where they do not say it. */
  note?: string;
}

/** The places that an officer can choose among: one level below their own. */
export interface Places {
  title: string;
  options: Option[];
}

const below: Partial<Record<Me['roles'][number]['role'], string>> = { street: '社区', district: '街道', city: '区县' };

/** Null for the officer of one community. */
export async function placesOf(me: Me): Promise<Places | null> {
  const above = me.roles.flatMap(({ role, division }) => (below[role] && division ? [{ role, id: division.id }] : []));
  const lists = await Promise.all(above.map(({ id }) => api.get('/api/divisions', { query: { parent: id } })));
  const options = lists.flatMap(({ items }) => items).map(({ id, name }) => ({ value: id, label: name }));
  const title = [...new Set(above.map(({ role }) => below[role]))].join('、');
  return options.length > 0 ? { title, options } : null;
}

export function groupsOf(places: Places | null): Group[] {
  const named = (['categories', 'tiers', 'visits', 'visitor', 'contact'] as const).map((filter) => ({
    filter,
    title: titles[filter],
    options: optionsOf(vocabularies[filter]),
    ...(notes[filter] ? { note: notes[filter] } : {}),
  }));
  return places ? [{ filter: 'places', ...places }, ...named] : named;
}

const optionsOf = (words: Vocabulary): Option[] => codesOf(words).map((value) => ({ value, label: words[value]! }));

/** `独居`, or `2 项`. */
export function chosenInWords({ filter, options }: Group, chosen: Chosen): string {
  const values = chosen[filter];
  const only = values.length === 1 && options.find(({ value }) => value === values[0]);
  return only ? only.label : `${values.length} 项`;
}

/** As the service asks for it. */
export function filtersIn(chosen: Chosen): Pick<Search, 'categories' | 'tiers' | 'visits' | 'divisionIds'> {
  const { places, visitor, contact, ...codes } = chosen;
  const asked = {
    divisionIds: places,
    ...codes,
    hasVisitor: oneOf(visitor),
    hasFirstContact: oneOf(contact),
  };
  const set = Object.entries(asked).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined,
  );
  return Object.fromEntries(set);
}

/** With and without one is everybody. */
const oneOf = (chosen: readonly string[]) => (chosen.length === 1 ? chosen[0] === 'yes' : undefined);

type Search = BodyOf<'post', '/api/elders/searches'>;

/** For the page's address. */
export function toParams(chosen: Chosen): Record<Filter, string> {
  return mapped((filter) => chosen[filter].join(','));
}

/** What an address says; words that nobody knows any more are passed over. */
export function fromParams(params: Partial<Record<string, string>>): Chosen {
  return mapped((filter) => {
    const values = (params[filter] ?? '').split(',').filter(Boolean);
    return filter === 'places' ? values : values.filter((value) => isCodeOf(vocabularies[filter], value));
  });
}

function mapped<T>(each: (filter: Filter) => T): Record<Filter, T> {
  return Object.fromEntries(FILTERS.map((filter) => [filter, each(filter)])) as Record<Filter, T>;
}
