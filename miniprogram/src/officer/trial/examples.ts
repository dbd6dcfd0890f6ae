import type { TrialFacts } from './trial-draft';

export interface Example {
  title: string;
  detail: string;
  facts: TrialFacts;
}

const HOME = '370102009002';
const SHANGHAI = '310104013';

/** Elders as they are often asked about, as old as they are on the day. @param on calendar date */
export function examplesOn(on: string): Example[] {
  const born = (age: number) => `${Number(on.slice(0, 4)) - age}-01-01`;
  const monthsAgo = (months: number) => {
    const index = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 - months;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  };
  const residence = { division: HOME, rural: false };
  const away = { relation: 'child', residence: { division: SHANGHAI }, birthDate: born(55) } as const;
  const spouse = { relation: 'spouse', livesWithElder: true, birthDate: born(74) } as const;
  return [
    {
      ...{ title: '82 岁，独居', detail: '老伴不在，女儿在上海，没人常来照顾' },
      facts: {
        ...{ birthDate: born(82), residence, maritalStatus: 'widowed', relatives: [away], lacksDailyCare: true },
      },
    },
    {
      ...{ title: '75 岁，老两口', detail: '和老伴同住，儿子在外省' },
      facts: { birthDate: born(75), residence, maritalStatus: 'married', relatives: [spouse, away] },
    },
    {
      ...{ title: '70 岁，中度失能', detail: '今年评估过，和儿子同住' },
      facts: {
        ...{ birthDate: born(70), residence, maritalStatus: 'widowed' },
        relatives: [{ relation: 'child', livesWithElder: true, birthDate: born(45) }],
        ability: { level: 'moderate', assessedOn: monthsAgo(2) },
      },
    },
    {
      ...{ title: '68 岁，村里留守', detail: '农村户口，孩子都出去打工一年多' },
      facts: {
        ...{
          birthDate: born(68),
          residence: { division: HOME, rural: true },
          household: { division: HOME, rural: true },
        },
        ...{ maritalStatus: 'married', relatives: [spouse, { ...away, awaySince: monthsAgo(14) }] },
      },
    },
    {
      ...{ title: '66 岁，独生子女不在了', detail: '老两口同住，没有再生育或收养' },
      facts: {
        ...{ birthDate: born(66), residence, maritalStatus: 'married', relatives: [spouse] },
        onlyChild: { status: 'deceased' },
      },
    },
  ];
}
