import { CADENCES, CATEGORIES, checkDefinition, codesOf, isCodeOf, type Category } from '@tanfang/shared';
import { evaluate, formDefinition, packs, visitFormOf, type ElderFacts } from '../../src/policy';
import { citationsIn, groundsIn } from './citations';
import { child, elder, husband, liXiulan, TODAY } from './story';

const NOTHING_OWED = {
  tier: null,
  visits: null,
  entrustment: null,
  referral: null,
  serviceProvider: null,
  flags: [],
  notes: [],
};

/** In several categories of every plan, with papers that are old. */
function hardship(facts: Partial<ElderFacts> = {}): ElderFacts {
  return elder({
    ability: { level: 'severe', assessedOn: '2024-01-01' },
    disability: { grade: 1 },
    onlyChild: { status: 'deceased' },
    ...facts,
  });
}

describe.each(packs.map((pack) => [pack.id, pack] as const))('pack %s', (_id, pack) => {
  const citations = citationsIn({ ...pack, plan: null });

  it('cites only sentences of its list of quotations, under its own name', () => {
    const quoted = Object.values(pack.plan.quotations).map(({ article, text }) => `${article} ${text}`);
    expect(citations.length).toBeGreaterThan(20);
    for (const { rule, document, article, text, reading } of citations) {
      expect(rule.startsWith(`${pack.id}.`)).toBe(true);
      expect(document).toBe(pack.plan.document);
      if (!reading) expect(quoted).toContain(`${article} ${text}`);
    }
  });

  it('says in its readings that they are readings, and never passes one off as a quotation', () => {
    const quoted = Object.values(pack.plan.quotations).map(({ text }) => text);
    for (const { text } of citations.filter(({ reading }) => reading)) {
      expect(text).toContain('我们的理解');
      expect(quoted).not.toContain(text);
    }
  });

  it('uses every sentence that it lists', () => {
    const used = new Set(citations.map(({ text }) => text));
    for (const form of pack.forms) used.add(form.archive.remark);
    const idle = Object.entries(pack.plan.quotations).filter(([, { text }]) => !used.has(text));
    expect(idle.map(([name]) => name)).toEqual([]);
  });

  it('has sound forms, and its visit form in every version', () => {
    for (const form of pack.forms) expect(checkDefinition(form)).toEqual([]);
    const { id, version } = visitFormOf(pack, TODAY);
    expect(formDefinition(id, version)).toBeDefined();
    expect(formDefinition(id, version + 1)).toBeUndefined();
  });

  it('gives grounds for whatever it states', () => {
    const groundless = groundsIn({ ...pack, plan: null }).filter((because) => because.length === 0);
    expect(groundless).toEqual([]);
  });

  it('a district may choose from every value that a rule gives, and from no other', () => {
    const given = <Value>({ rules }: { rules: readonly { then: readonly { value: Value }[] }[] }) => [
      ...new Set(rules.flatMap(({ then }) => then.map(({ value }) => value))),
    ];
    expect(pack.cadence.values).toEqual(codesOf(CADENCES));
    expect(pack.providers.values).toEqual(given(pack.providers));
    expect(pack.tiers?.values).toEqual(pack.tiers === null ? undefined : given(pack.tiers));
  });

  it('lists categories in the order of the contract', () => {
    const order = codesOf(CATEGORIES);
    const places = pack.categories.map(({ code }) => order.indexOf(code as Category)).filter((place) => place >= 0);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const codes = pack.categories.map(({ code }) => code);
    if (codes.includes('other')) expect(codes.indexOf('other')).toBe(codes.length - 1);
  });

  it('has codes that can be stored, and category words of its own under its name', () => {
    const codes = [...new Set(pack.categories.map(({ code }) => code))];
    expect(pack.id.length).toBeLessThanOrEqual(20);
    expect(codes.join().length).toBeLessThanOrEqual(160);
    for (const { rule } of citations) expect(rule.length).toBeLessThanOrEqual(80);
    const own = codes.filter((code) => !isCodeOf(CATEGORIES, code));
    expect(own.filter((code) => !new RegExp(`^${pack.id}:[^,:]{2,10}$`).test(code))).toEqual([]);
  });

  it('numbers its duties from 1, and gives each in the plan’s words', () => {
    for (const [index, { number, task, because }] of (pack.duties ?? []).entries()) {
      expect([number, task]).toEqual([index + 1, because[0].text]);
      expect(because).toMatchObject([{ rule: `${pack.id}.duty.${number}`, reading: false }]);
    }
  });

  it('answers in exactly the shape of the contract', () => {
    const keys = [
      'pack',
      'on',
      'age',
      'eligible',
      'because',
      'categories',
      'tier',
      'visits',
      'entrustment',
      'referral',
      'serviceProvider',
      'flags',
      'notes',
    ];
    for (const facts of [liXiulan(), elder({ birthDate: '2000-01-01' }), elder({ relatives: [] })]) {
      const answer = JSON.parse(JSON.stringify(evaluate(pack, facts, TODAY)));
      expect(Object.keys(answer)).toEqual(keys);
      for (const citation of citationsIn(answer)) {
        expect(Object.keys(citation)).toEqual(['rule', 'document', 'article', 'text', 'reading']);
      }
    }
  });

  it('eligible: because of the age and of every category', () => {
    const { because, categories } = evaluate(pack, hardship(), TODAY);
    expect(because).toEqual([...pack.age.reached, ...categories.flatMap((category) => category.because)]);
    expect(categories.length).toBeGreaterThan(1);
  });

  it('not eligible, for want of a category: says why, and nothing is owed', () => {
    const known = elder({ relatives: [husband(), child({ livesWithElder: true, birthDate: '1990-01-01' })] });
    expect(evaluate(pack, known, TODAY)).toEqual({
      ...{ pack: pack.id, on: TODAY, age: 72, eligible: false },
      ...{ because: pack.noCategory, categories: [], ...NOTHING_OWED },
    });
  });

  it('not eligible, under 60: says why, lists what matched, and nothing is owed', () => {
    const { categories } = evaluate(pack, hardship(), TODAY);
    expect(evaluate(pack, hardship({ birthDate: '1966-03-03' }), TODAY)).toEqual({
      ...{ pack: pack.id, on: TODAY, age: 59, eligible: false },
      ...{ because: pack.age.notReached, categories, ...NOTHING_OWED },
    });
  });

  it('not eligible, under 60 and in no category: says both', () => {
    const young = elder({ birthDate: '1966-03-03', relatives: undefined });
    expect(evaluate(pack, young, TODAY)).toEqual({
      ...{ pack: pack.id, on: TODAY, age: 59, eligible: false },
      ...{ because: [...pack.age.notReached, ...pack.noCategory], categories: [], ...NOTHING_OWED },
    });
  });
});

it('knows every form by one id and version', () => {
  const names = packs.flatMap((pack) => pack.forms).map(({ id, version }) => `${id} ${version}`);
  expect(new Set(names).size).toBe(new Set(packs.flatMap((pack) => pack.forms)).size);
  expect(formDefinition('no-such-form', 1)).toBeUndefined();
});
