import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MATTERS, codesOf } from '@tanfang/shared';
import { clocks, emergencyPlan, evaluate, packs, referral, signalReferral, type ElderFacts } from '../../src/policy';
import { expectedOf } from './place';

const TODAY = '2026-03-02';
const HOUR = 3_600_000;
/** Nothing is known but that she is just 60 and lives somewhere: of age, and in no plan by age alone. */
const unknown: ElderFacts = { birthDate: '1966-03-02', residence: {} };

const PLACES = join(__dirname, '../../src/policy/packs');

it('every folder of packs is a place, under its own name', () => {
  expect(packs.map(({ id }) => id)).toEqual(readdirSync(PLACES).sort());
  for (const { id, plan } of packs) expect(plan.packId).toBe(id);
});

describe.each(packs.map((pack) => [pack.id, pack] as const))('%s', (packId, pack) => {
  const expected = expectedOf(packId);
  const { example } = expected;

  it('unknown is not no: of one of whom nothing is known nothing is said', () => {
    const said = evaluate(pack, unknown, TODAY);
    expect(said).toMatchObject({ eligible: false, categories: [], tier: null, visits: null, flags: [], notes: [] });
    expect(evaluate(pack, { ...unknown, maritalStatus: 'widowed' }, TODAY).categories).toEqual([]);
    const nobody = evaluate(pack, { ...unknown, relatives: [] }, TODAY).categories.map(({ code }) => code);
    expect(nobody).toEqual(expected.withoutRelatives);
  });

  it('未满 60 周岁: lists what matched, owes nothing, says why', () => {
    const facts: ElderFacts = { ...unknown, birthDate: '1966-03-03', ...example.facts };
    expect(evaluate(pack, facts, TODAY)).toMatchObject({
      age: 59,
      eligible: false,
      because: [{ rule: `${packId}.age` }],
      categories: [{ code: example.category }],
      ...{ visits: null, entrustment: null, referral: null, serviceProvider: null },
    });
    expect(evaluate(pack, { ...facts, birthDate: '1966-03-02' }, TODAY)).toMatchObject({ age: 60, eligible: true });
  });

  it('an assessment of more than 12 months is stale, a certificate past its day has expired', () => {
    const flagsOf = (facts: Partial<ElderFacts>) =>
      evaluate(pack, { ...unknown, ...example.facts, ...facts }, TODAY).flags.map(({ code }) => code);
    expect(flagsOf({ ability: { level: 'mild', assessedOn: '2025-03-02' } })).toEqual([]);
    expect(flagsOf({ ability: { level: 'mild', assessedOn: '2025-03-01' } })).toEqual(['assessment-stale']);
    expect(flagsOf({ ability: { level: 'mild', assessedOn: '2026-03-03' } })).toEqual([]);
    expect(flagsOf({ disability: { grade: 4, validUntil: TODAY } })).toEqual([]);
    expect(flagsOf({ disability: { grade: 4, validUntil: '2026-03-01' } })).toEqual(['certificate-expired']);
  });

  it.each([
    ['life-danger', { unit: 'ms', amount: HOUR / 6 }, { unit: 'ms', amount: 24 * HOUR }, '10 分钟内有人接、24 小时内'],
    ['urgent', { unit: 'ms', amount: 24 * HOUR }, { unit: 'working-days', amount: 3 }, '24 小时内有人接、3 个工作日内'],
    [
      'ordinary',
      { unit: 'working-days', amount: 3 },
      { unit: 'working-days', amount: 10 },
      '3 个工作日内有人接、10 个工作日内',
    ],
    [
      'information',
      { unit: 'working-days', amount: 5 },
      { unit: 'working-days', amount: 20 },
      '5 个工作日内有人看、20 个工作日内',
    ],
    [
      'no-answer',
      { unit: 'day', amount: 2 * HOUR },
      { unit: 'day', amount: 2 * HOUR },
      '当天要有人接着去找、有着落，22 点以后报来的 2 小时内',
    ],
  ] as const)('办理时限（方案没有写明的）%s', (code, acknowledgeWithin, closeWithin, words) => {
    const { because, options } = pack.clocks[code];
    if (!because[0].reading) {
      // The plan's own clock: its test stands beside the plan, and no district may set another.
      expect(options).toBeUndefined();
      return;
    }
    expect(clocks(pack, code)).toEqual({ acknowledgeWithin, closeWithin });
    expect(because).toMatchObject([{ reading: true, text: expect.stringContaining(words) }]);
  });

  it('every finding has an owner; what is kept from the family is told to nobody', () => {
    for (const matter of codesOf(MATTERS)) {
      expect(['street', 'first-contact', 'community']).toContain(
        referral(pack, unknown, TODAY, { matter, visibility: 'family' }).to,
      );
      const kept = referral(pack, unknown, TODAY, { matter, visibility: 'staff' });
      const to = matter === 'family-duty' ? expected.familyDutyTo : matter === 'emergency' ? 'street' : 'community';
      expect(kept).toMatchObject({ to, inform: [] });
    }
    expect(signalReferral(pack, unknown, TODAY).because.length).toBeGreaterThan(0);
  });

  it('像被人伤了: the street’s, whatever else the plan says of a danger to life, and nobody of the family hears of it', () => {
    const harm = { matter: 'emergency', severity: 'life-danger', visibility: 'staff' } as const;
    const { to, inform, because } = referral(pack, unknown, TODAY, harm);
    expect([to, inform]).toEqual(['street', []]);
    const street = /只转(街道（乡镇）|乡镇（街道）|街道（镇）)，.*不告诉家人/;
    expect(because[0]).toMatchObject({ rule: `${packId}.referral.harmed`, reading: true });
    expect(because[0]!.text).toMatch(street);
    const fell = referral(pack, unknown, TODAY, { ...harm, visibility: 'family' });
    expect(fell).toMatchObject({ to: 'community', inform: expect.arrayContaining(['first-contact']) });
  });

  it('what counts as a visit', () => {
    const fulfilling = pack.modes.filter(({ fulfils }) => fulfils).map(({ code }) => code);
    expect(fulfilling).toEqual(expected.fulfilledBy);
  });

  it('offers help and family in an emergency, and asks for a record afterwards', () => {
    const calls = pack.emergency.steps.map(({ call }) => call);
    expect([...calls].sort()).toEqual(['emergency-services', 'family', 'first-contact']);
    expect(calls[0]).toBe(expected.firstCall);
    expect(emergencyPlan(pack)).toBe(pack.emergency);
  });

  it('how often all are looked up, and how many are to be visited', () => {
    expect(pack.census.everyMonths).toBe(expected.censusMonths);
    expect(pack.rateTarget).toMatchObject(expected.rate);
  });

  it('stands in its own folder: no file of it reaches into another place', () => {
    const folder = join(PLACES, packId);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    expect(files).toContain('pack.ts');
    for (const file of files) {
      const source = readFileSync(join(folder, file), 'utf8');
      for (const [, from] of source.matchAll(/from '([^']+)'/g)) {
        expect([file, from]).toEqual([file, expect.stringMatching(file.startsWith('cases/') ? FOR_CASES : FOR_RULES)]);
      }
    }
  });
});

it('a plan that leaves somebody without an owner is a fault of the pack, not an answer', () => {
  const pack = { ...packs[0]!, referral: { ...packs[0]!.referral, rules: [] } };
  expect(() => referral(pack, unknown, TODAY)).toThrow('no referral for everyone else');
});

/** What a place's rules may reach for: the engine and what plans share. */
const FOR_RULES = /^(@tanfang\/shared$|\.\/|\.\.\/plan$|(\.\.\/){2,3}(engine|baseline)\/)/;
/** And its cases: the front door, and the tools of the tests. */
const FOR_CASES = /^(@tanfang\/shared$|fast-check$|\.\/|\.\.\/\.\.\/\.\.$|(\.\.\/){5}test\/policy\/)/;

/** What the code says, without its comments and the examples in the documentation of the contract. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|@ApiProperty\(.*/g, '');
}

it('no place is known by name outside its folder', () => {
  const source = join(__dirname, '../../src');
  const files = ['policy/engine', 'policy/baseline', 'policy/index.ts', 'modules', 'platform'].flatMap((part) =>
    part.endsWith('.ts')
      ? [part]
      : readdirSync(join(source, part), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.ts'))
          .map((name) => `${part}/${name}`),
  );
  const ids = packs.map(({ id }) => id).join('|');
  const names = packs.map(({ name }) => name).join('|');
  const naming = files.filter((file) => new RegExp(`\\b(${ids})\\b|${names}`).test(codeOf(join(source, file))));
  expect(naming.sort()).toEqual([
    // All provinces of the country, for homes outside the tree of divisions.
    'modules/divisions/provinces.ts',
  ]);
});
