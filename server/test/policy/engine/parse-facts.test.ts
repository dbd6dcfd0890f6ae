import { codesOf, DISABILITY_KINDS } from '@tanfang/shared';
import fc from 'fast-check';
import { evaluate, packs, parseFacts, parseQuestion } from '../../../src/policy';
import { liXiulan, TODAY } from '../story';

/** Field and message of each problem, or none. */
function problemsOf(facts: unknown, on?: string): Record<string, string> {
  const parsed = parseFacts(facts, on);
  return 'problems' in parsed ? Object.fromEntries(parsed.problems.map(({ field, message }) => [field, message])) : {};
}
const withFact = (facts: object) => problemsOf({ birthDate: '1943-05-02', residence: {}, ...facts });

describe('parseFacts', () => {
  it('gives back what it was given', () => {
    const facts = liXiulan({ ability: { level: 'mild', assessedOn: '2025-09-01' }, assistance: ['minimum-living'] });
    expect(parseFacts(facts, TODAY)).toEqual({ facts });
  });

  it('requires a birth date and a residence, and nothing else', () => {
    expect(problemsOf({})).toEqual({ birthDate: 'birthDate 必须填写', residence: 'residence 必须填写' });
    expect(problemsOf({ birthDate: '1943-05-02', residence: { division: '370102' } })).toEqual({});
  });

  it.each([null, 'elder', 7, []])('refuses %j', (facts) => {
    expect(problemsOf(facts)).toEqual({ '': '应是一组字段' });
  });

  it('refuses a birth date after the day of the evaluation, and takes one on it', () => {
    expect(problemsOf({ birthDate: '2026-03-03', residence: {} }, TODAY)).toEqual({
      birthDate: 'birthDate 不能晚于评估日期',
    });
    expect(problemsOf({ birthDate: TODAY, residence: {} }, TODAY)).toEqual({});
  });

  it('takes a deceased only child without a grade', () => {
    expect(withFact({ onlyChild: { status: 'deceased' } })).toEqual({});
  });

  it('names every faulty field, each once', () => {
    expect(Object.keys(withFact({ birthDate: '?', dementia: 'x', relatives: [{ relation: 'x', age: 3 }] }))).toEqual([
      'birthDate',
      'relatives[0].relation',
      'relatives[0].age',
      'dementia',
    ]);
  });
});

/** Every fact of the contract, all of them given. */
const EVERYTHING = {
  birthDate: '1943-05-02',
  residence: { division: '110105012003', rural: false },
  household: { division: '110101001001', rural: false },
  maritalStatus: 'widowed',
  relatives: [
    {
      relation: 'child',
      livesWithElder: false,
      residence: { division: '310104007002', rural: false },
      birthDate: '1970-01-01',
      awaySince: '2025-06-01',
      ableToSupport: true,
    },
  ],
  lacksDailyCare: false,
  incapableOfWork: false,
  ability: { level: 'severe', assessedOn: '2025-09-01' },
  bedridden: false,
  limitedMobility: false,
  dementia: false,
  disability: { kinds: ['visual', 'hearing'], grade: 1, validUntil: '2030-01-01' },
  onlyChild: { status: 'disabled', disabilityGrade: 2, laterChild: false },
  assistance: ['destitute', 'minimum-living', 'low-income-margin'],
  contracts: ['care-station', 'home-care-bed', 'home-care-service'],
  serviceClass: 'basic-guarantee',
  entrustment: 'active',
  staffTier: 'key',
  locallyDesignated: { reason: '火灾后临时安置' },
};

/** The facts with another value at a path such as `relatives[0].residence.division`. */
function withValue(path: string, value: unknown): unknown {
  const copy = structuredClone(EVERYTHING) as Record<string, unknown>;
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  let part = copy;
  for (const step of steps.slice(0, -1)) part = part[step] as Record<string, unknown>;
  part[steps.at(-1)!] = value;
  return copy;
}

/** Paths of all fields below a value; a list counts as one field, and so does what stands in it. */
function pathsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [path, ...pathsOf(value[0], `${path}[0]`)];
  if (typeof value !== 'object' || value === null) return [path];
  const own = path === '' ? [] : [path];
  return [
    ...own,
    ...Object.entries(value).flatMap(([name, part]) => pathsOf(part, path === '' ? name : `${path}.${name}`)),
  ];
}

describe('每一项写错了，都说是哪一项、该怎么写', () => {
  const DATE = '应是 YYYY-MM-DD 格式的真实日期';
  const FLAG = '应是 true 或 false';
  const CODE = '应是行政区划代码，最多 12 位数字';
  const LIST = '应是一个列表';
  const FIELDS = '应是一组字段';
  const LEVELS = '应是 intact、mild、moderate、severe、total 之一';
  const RELATIONS = '应是 spouse、child、grandchild、sibling、other、cohabitant、neighbour、committee 之一';
  const KINDS = '应是 visual、hearing、speech、physical、intellectual、mental 之一';
  const GRADE = '应是 1 到 4 的整数';
  const REASON = '应是 1 到 200 个字的文字';

  const WRONG: [path: string, value: unknown, message: string][] = [
    ['birthDate', '1943-02-29', DATE],
    ['birthDate', 1943, DATE],
    ['residence', '370102', FIELDS],
    ['residence.division', 370102, CODE],
    ['residence.division', '37-01', CODE],
    ['residence.division', '', CODE],
    ['residence.division', '3701020090010', CODE],
    ['residence.rural', 'no', FLAG],
    ['household', [], FIELDS],
    ['household.division', '东城区', CODE],
    ['household.rural', 'yes', FLAG],
    ['maritalStatus', 'single', '应是 married、widowed、divorced、never-married 之一'],
    ['relatives', {}, LIST],
    ['relatives', Array.from({ length: 101 }, () => ({ relation: 'child' })), '最多 100 项'],
    ['relatives[0]', 'son', FIELDS],
    ['relatives[0].relation', 'son', RELATIONS],
    ['relatives[0].livesWithElder', 0, FLAG],
    ['relatives[0].residence', null, FIELDS],
    ['relatives[0].residence.division', 'x', CODE],
    ['relatives[0].residence.rural', 1, FLAG],
    ['relatives[0].birthDate', '1970', DATE],
    ['relatives[0].awaySince', '2025-13-01', DATE],
    ['relatives[0].ableToSupport', 1, FLAG],
    ['lacksDailyCare', 'true', FLAG],
    ['incapableOfWork', 1, FLAG],
    ['ability', 'mild', FIELDS],
    ['ability.level', 'bad', LEVELS],
    ['ability.assessedOn', '2025-09-31', DATE],
    ['bedridden', 'yes', FLAG],
    ['limitedMobility', 'yes', FLAG],
    ['dementia', null, FLAG],
    ['disability', 1, FIELDS],
    ['disability.kinds', 'visual', LIST],
    ['disability.kinds', Array.from({ length: 7 }, () => 'visual'), '最多 6 项'],
    ['disability.kinds[0]', 'eye', KINDS],
    ['disability.grade', 0, GRADE],
    ['disability.grade', 5, GRADE],
    ['disability.grade', 1.5, GRADE],
    ['disability.grade', '1', GRADE],
    ['disability.validUntil', '2030-1-1', DATE],
    ['onlyChild', true, FIELDS],
    ['onlyChild.status', 'lost', '应是 deceased、disabled 之一'],
    ['onlyChild.disabilityGrade', 0, GRADE],
    ['onlyChild.disabilityGrade', 5, GRADE],
    ['onlyChild.laterChild', 'no', FLAG],
    ['assistance', 'destitute', LIST],
    ['assistance', ['destitute', 'destitute', 'destitute', 'destitute'], '最多 3 项'],
    ['assistance[0]', 'rich', '应是 destitute、minimum-living、low-income-margin 之一'],
    ['contracts', 'care-station', LIST],
    ['contracts', ['care-station', 'care-station', 'care-station', 'care-station'], '最多 3 项'],
    ['contracts[0]', 'hotel', '应是 care-station、home-care-bed、home-care-service 之一'],
    ['serviceClass', 'vip', '应是 basic-guarantee、key-service、other 之一'],
    ['entrustment', true, '应是 none、active 之一'],
    ['staffTier', 'secondary', '应是 key、general 之一'],
    ['locallyDesignated', '火灾', FIELDS],
    ['locallyDesignated.reason', ' ', REASON],
    ['locallyDesignated.reason', '火'.repeat(201), REASON],
    ['locallyDesignated.reason', 7, REASON],
  ];

  it('takes every fact of the contract', () => {
    expect(parseFacts(EVERYTHING, TODAY)).toEqual({ facts: EVERYTHING });
    const most = {
      ...EVERYTHING,
      relatives: Array.from({ length: 100 }, () => ({ relation: 'child' })),
      disability: { ...EVERYTHING.disability, kinds: codesOf(DISABILITY_KINDS), grade: 4 },
      locallyDesignated: { reason: '火'.repeat(200) },
    };
    expect(parseFacts(most, TODAY)).toEqual({ facts: most });
  });

  it('tries every one of them', () => {
    const tried = new Set(WRONG.map(([path]) => path));
    expect(pathsOf(EVERYTHING).filter((path) => !tried.has(path))).toEqual([]);
  });

  it.each(WRONG)('%s: %j', (path, value, message) => {
    expect(problemsOf(withValue(path, value))).toEqual({ [path]: `${path} ${message}` });
  });

  it.each([
    ['relatives[0].relation', { relatives: [{}] }],
    ['ability.level', { ability: {} }],
    ['disability.grade', { disability: { kinds: [] } }],
    ['onlyChild.status', { onlyChild: {} }],
    ['locallyDesignated.reason', { locallyDesignated: {} }],
  ])('%s is required where its fact is given', (path, facts) => {
    expect(withFact(facts)).toEqual({ [path]: `${path} 必须填写` });
  });

  it('a disabled only child needs a grade', () => {
    expect(withFact({ onlyChild: { status: 'disabled' } })).toEqual({
      'onlyChild.disabilityGrade': 'onlyChild.disabilityGrade 必须填写：独生子女伤残要写明残疾等级 1 到 4',
    });
  });

  it.each(['maritalstatus', 'relatives[0].age', 'residence.name', 'ability.by', 'disability.number', 'onlyChild.name'])(
    'an unknown field is refused, for a misspelt fact would go unheard: %s',
    (path) => {
      expect(problemsOf(withValue(path, 'x'))).toEqual({ [path]: `${path} 不是认识的字段` });
    },
  );
});

describe('parseQuestion', () => {
  it('reads the day and the facts', () => {
    expect(parseQuestion({ on: TODAY, facts: liXiulan() })).toEqual({ on: TODAY, facts: liXiulan() });
  });

  it('names fields from the body down', () => {
    const parsed = parseQuestion({ on: '2026-02-30', facts: { residence: {} }, extra: 1 });
    expect('problems' in parsed && parsed.problems.map(({ field }) => field)).toEqual([
      'on',
      'facts.birthDate',
      'extra',
    ]);
    expect(parseQuestion({ on: TODAY, facts: { birthDate: '2030-01-01', residence: {} } })).toEqual({
      problems: [{ field: 'facts.birthDate', message: 'facts.birthDate 不能晚于评估日期' }],
    });
  });

  it('either refuses what it is sent, naming a field, or reads facts that every pack can evaluate', () => {
    const place = fc.record({ division: fc.constantFrom('370102009001', '370102', '3', 'x') }, { requiredKeys: [] });
    const relative = fc.record(
      {
        relation: fc.constantFrom('spouse', 'child', 'sibling', 'friend'),
        livesWithElder: fc.boolean(),
        residence: place,
        awaySince: fc.constantFrom('2025-08-31', '2030-01-01', 'long ago'),
      },
      { requiredKeys: ['relation'] },
    );
    const facts = fc.record(
      {
        birthDate: fc.constantFrom('1943-05-02', '1944-02-29', '1970-01-01', '2030-01-01', '?'),
        residence: place,
        maritalStatus: fc.constantFrom('married', 'widowed', 'divorced', 'never-married'),
        relatives: fc.array(relative, { maxLength: 3 }),
        ability: fc.record({
          level: fc.constantFrom('intact', 'mild', 'total'),
          assessedOn: fc.constant('2025-01-01'),
        }),
        onlyChild: fc.record({ status: fc.constantFrom('deceased', 'disabled') }),
        anything: fc.jsonValue(),
      },
      { requiredKeys: ['birthDate', 'residence'] },
    );
    fc.assert(
      fc.property(fc.oneof(facts, fc.jsonValue()), (body) => {
        const parsed = parseQuestion({ on: TODAY, facts: body });
        if ('problems' in parsed) {
          expect(parsed.problems.length).toBeGreaterThan(0);
          for (const { field, message } of parsed.problems) expect(message).toContain(field);
          return;
        }
        for (const pack of packs) expect(evaluate(pack, parsed.facts, parsed.on).pack).toBe(pack.id);
      }),
    );
  });
});
