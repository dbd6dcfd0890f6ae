import type { Category } from '@tanfang/shared';
import { evaluate, packs, type ElderFacts, type PolicyPack } from '../../src/policy';
import { articlesOf } from './cited';
import { expectedOf, type Expected } from './place';

/**
 * What all plans draw alike, each by its own article: 计划生育特殊家庭, 重残, the grade of a disability, old age. For each line
 * one elder who just meets it and one who just misses it. The articles stand in `expected.ts` of each place.
 */

const TODAY = '2026-03-02';
/** Of age, and nothing else is known. */
const nobody: ElderFacts = { birthDate: '1950-07-15', residence: {} };

type OnlyChild = NonNullable<ElderFacts['onlyChild']>;
type Disability = NonNullable<ElderFacts['disability']>;

/** The articles that a category rests on, or null when the elder is not in it. */
function groundsOf(pack: PolicyPack, facts: Partial<ElderFacts>, code: Category, on = TODAY): string | null {
  const found = evaluate(pack, { ...nobody, ...facts }, on).categories.find((category) => category.code === code);
  return found ? articlesOf(found.because) : null;
}

/** The places whose plan has it: the name of the case, the pack, and what the place states. */
function placesWith<Part extends keyof Expected>(
  part: Part,
  articlesOn: (stated: NonNullable<Expected[Part]>) => string,
) {
  return packs.flatMap((pack) => {
    const stated = expectedOf(pack.id)[part];
    return stated === null ? [] : [[`${pack.name} ${articlesOn(stated)}`, pack, stated] as const];
  });
}

describe.each(placesWith('familyPlanning', (articles) => articles))('%s 计划生育特殊家庭', (_name, pack, articles) => {
  it.each<[string, OnlyChild, boolean]>([
    ['独生子女死亡', { status: 'deceased' }, true],
    ['独生子女死亡，未再生育或收养', { status: 'deceased', laterChild: false }, true],
    ['独生子女死亡，又生育或收养了', { status: 'deceased', laterChild: true }, false],
    ['独生子女一级伤残', { status: 'disabled', disabilityGrade: 1 }, true],
    ['独生子女二级伤残', { status: 'disabled', disabilityGrade: 2 }, true],
    ['独生子女三级伤残', { status: 'disabled', disabilityGrade: 3 }, true],
    ['独生子女四级伤残', { status: 'disabled', disabilityGrade: 4 }, false],
    ['独生子女三级伤残，又生育或收养了', { status: 'disabled', disabilityGrade: 3, laterChild: true }, false],
  ])('%s', (_case, onlyChild, isSpecial) => {
    expect(groundsOf(pack, { onlyChild }, 'family-planning-special')).toBe(isSpecial ? articles : null);
  });

  it('not when nothing is known of an only child', () => {
    expect(groundsOf(pack, {}, 'family-planning-special')).toBeNull();
  });
});

describe.each(placesWith('severeDisability', ({ articles }) => articles))(
  '%s 重残',
  (_name, pack, { articles, also }) => {
    it.each<[string, Disability, boolean]>([
      ['一级', { grade: 1 }, true],
      ['二级', { grade: 2 }, true],
      ['三级', { grade: 3 }, false],
      ['四级', { grade: 4 }, false],
      ['三级，肢体', { grade: 3, kinds: ['physical'] }, false],
      ['三级，智力', { grade: 3, kinds: ['intellectual'] }, also.includes('三级，智力')],
      ['三级，精神和肢体', { grade: 3, kinds: ['physical', 'mental'] }, also.includes('三级，精神和肢体')],
      ['四级，精神', { grade: 4, kinds: ['mental'] }, false],
      ['一级，证到今天为止', { grade: 1, validUntil: TODAY }, true],
      ['一级，证昨天到期', { grade: 1, validUntil: '2026-03-01' }, false],
    ])('%s', (_case, disability, isSevere) => {
      expect(groundsOf(pack, { disability }, 'severe-disability')).toBe(isSevere ? articles : null);
    });
  },
);

describe.each(placesWith('age', (articles) => articles))('%s 老年人', (_name, pack, articles) => {
  const on = (birthDate: string, day: string) =>
    evaluate(pack, { ...nobody, birthDate, ...expectedOf(pack.id).example.facts }, day);

  it('from the 60th birthday on', () => {
    expect(on('1966-03-02', '2026-03-01')).toMatchObject({ age: 59, eligible: false });
    expect(on('1966-03-02', '2026-03-02')).toMatchObject({ age: 60, eligible: true });
    expect(articlesOf(on('1966-03-02', '2026-03-01').because)).toBe(articles);
    expect(on('1966-03-02', '2026-03-02').because[0]?.article).toBe(articles.replace('读法 ', ''));
  });

  it('a 29 February birthday counts from 1 March in common years', () => {
    expect(on('1944-02-29', '2026-02-28').age).toBe(81);
    expect(on('1944-02-29', '2026-03-01').age).toBe(82);
    expect(on('1964-02-29', '2024-02-28').eligible).toBe(false);
    expect(on('1964-02-29', '2024-02-29').eligible).toBe(true);
  });

  it('is 0 on the day of birth', () => {
    expect(on(TODAY, TODAY).age).toBe(0);
  });
});

describe.each(placesWith('lostAbility', ({ article }) => article))('%s 失能', (_name, pack, { article, counted }) => {
  it.each<[string, Partial<ElderFacts>]>([
    ['intact', { ability: { level: 'intact' } }],
    ['mild', { ability: { level: 'mild' } }],
    ['moderate', { ability: { level: 'moderate' } }],
    ['severe', { ability: { level: 'severe' } }],
    ['total', { ability: { level: 'total' } }],
    ['severe，今天评估', { ability: { level: 'severe', assessedOn: TODAY } }],
    ['severe，明天才评估', { ability: { level: 'severe', assessedOn: '2026-03-03' } }],
    ['卧床', { bedridden: true }],
    ['卧床，评估为完好', { bedridden: true, ability: { level: 'intact' } }],
    ['卧床，明天才评估', { bedridden: true, ability: { level: 'intact', assessedOn: '2026-03-03' } }],
    ['行动不便', { limitedMobility: true }],
    ['行动不便，评估为完好', { limitedMobility: true, ability: { level: 'intact' } }],
    ['失智', { dementia: true }],
    ['失智，评估为完好', { dementia: true, ability: { level: 'intact' } }],
    ['都没有', { bedridden: false, limitedMobility: false, dementia: false }],
  ])('%s', (state, facts) => {
    const asIf: Record<string, string> = { 'severe，今天评估': 'severe', '卧床，明天才评估': '卧床' };
    const grounds = groundsOf(pack, facts, 'disabled-ability');
    expect(grounds !== null).toBe(counted.includes(asIf[state] ?? state));
    if (grounds !== null) expect(grounds).toContain(article);
  });
});
