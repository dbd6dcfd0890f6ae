import { evaluate, packOf, type CalendarDate, type ElderFacts, type Evaluation, type Relative } from '../../src/policy';

/** The people of the tests live in two streets of 历下 and have children there, in another district and in 上海. */
export const HOME = '370102009001';
export const SAME_STREET = '370102009005';
export const NEXT_STREET = '370102011003';
export const NEXT_DISTRICT = '370103012001';
export const SHANGHAI = '310104007002';

export const TODAY = '2026-03-02';

/** A healthy elder of 72 in 历下 with her husband and no known hardship. */
export function elder(facts: Partial<ElderFacts> = {}): ElderFacts {
  return {
    birthDate: '1954-01-15',
    residence: { division: HOME, rural: false },
    household: { division: HOME, rural: false },
    maritalStatus: 'married',
    relatives: [husband(), child()],
    ...facts,
  };
}

/** A widow of 70 whose daughter lives in 上海 and visits at festivals: 独居, nothing else. */
export function widow(facts: Partial<ElderFacts> = {}): ElderFacts {
  return elder({ birthDate: '1955-06-01', maritalStatus: 'widowed', relatives: [child()], ...facts });
}

/** 李秀兰: 82, widowed, alone, her daughter in 上海. */
export function liXiulan(facts: Partial<ElderFacts> = {}): ElderFacts {
  return widow({ birthDate: '1943-05-02', ...facts });
}

export function husband(facts: Partial<Relative> = {}): Relative {
  return { relation: 'spouse', livesWithElder: true, birthDate: '1952-03-01', ...facts };
}

/** A daughter in 上海; since when she has been away, nobody wrote down. */
export function child(facts: Partial<Relative> = {}): Relative {
  return { relation: 'child', residence: { division: SHANGHAI }, birthDate: '1980-01-01', ...facts };
}

/** What 济南's plan says of an elder. */
export function inJinan(facts: ElderFacts, on: CalendarDate = TODAY): Evaluation {
  const pack = packOf('jinan');
  if (pack === undefined) throw new Error('the pack of 济南 is missing');
  return evaluate(pack, facts, on);
}

export function categoriesOf(result: Evaluation): string[] {
  return result.categories.map((category) => category.code);
}

/** What a result rests on: `article 「text」`, with （读法） after a reading. */
export function grounds(because: Evaluation['because'] | undefined): string[] {
  return (because ?? []).map(({ article, text, reading }) => `${article} ${reading ? '读法' : text}`);
}
