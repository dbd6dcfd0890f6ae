import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  birthDateOf,
  findings,
  isIdentityNumber,
  isMobileNumber,
  keptAnswers,
  sexOf,
  trends,
  validateAnswers,
} from '@tanfang/shared';
import { DIVISIONS_FILES, divisionId, divisionsIn, shortDivisionName } from '../../src/database/seeds/divisions';
import { demoPlaces } from '../../src/database/seeds/demo';
import { instant, periodStart } from '../../src/database/seeds/demo/calendar';
import type { DemoElder, DemoPlace, DemoVisit } from '../../src/database/seeds/demo/types';
import { stableId } from '../../src/database/seeds/stable-id';
import { calendarDate, startOfDay, wallTime } from '../../src/platform/clock/clock';
import {
  addDays,
  ageOn,
  checkDecision,
  evaluate,
  formDefinition,
  packOf,
  parseFacts,
  periodOf,
  visitFormOf,
} from '../../src/policy';

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const SUNDAY = '2026-11-22';
/** Days on which periods begin or end, a leap day, and a day long after these lines were written. */
const DAYS = [SUNDAY, '2026-11-23', '2026-12-01', '2026-12-16', '2026-12-31', '2027-01-01', '2028-02-29', '2031-07-05'];

describe('divisions of the demo places', () => {
  it.each(DIVISIONS_FILES)('%s: a tree by code, every parent before its children', (file) => {
    const lengths = { province: 2, city: 4, district: 6, street: 9, community: 12 };
    const seen = new Set<string>();
    for (const row of divisionsIn(file)) {
      expect(row.code).toMatch(/^\d+$/);
      expect(row.code).toHaveLength(lengths[row.level]);
      expect(seen.has(row.code)).toBe(false);
      if (row.level === 'province') expect(row.parent).toBeNull();
      else expect(seen.has(row.parent!) && row.code.startsWith(row.parent!)).toBe(true);
      expect(row.name.trim()).toBe(row.name);
      expect(row.name).not.toMatch(/虚拟|居民居民|社区社区/);
      if (row.rural !== undefined) expect([row.level, row.rural]).toEqual(['community', true]);
      seen.add(row.code);
    }
    expect(seen.size).toBeGreaterThan(100);
  });

  it('are the published ones', () => {
    const name = (file: (typeof DIVISIONS_FILES)[number], code: string): string | undefined =>
      divisionsIn(file).find((row) => row.code === code)?.name;
    expect(name('jinan', '370102')).toBe('历下区');
    expect(name('jinan', '370102009002')).toBe('甸柳新村第一社区居民委员会');
    expect(name('jinan', '370102012007')).toBe('和苑社区居民委员会');
    expect(name('beijing', '110105017038')).toBe('劲松中社区居委会');
    expect(name('shishi', '350581103204')).toBe('古浮村委会');
    expect(divisionsIn('jinan').filter((row) => row.level === 'district')).toHaveLength(13);
    expect(
      divisionsIn('jinan').filter((row) => row.parent?.startsWith('370102') && row.level === 'community'),
    ).toHaveLength(139);
  });

  it('know a village from a city community', () => {
    const rural = (file: (typeof DIVISIONS_FILES)[number], code: string): boolean =>
      divisionsIn(file).find((row) => row.code === code)?.rural === true;
    expect(rural('liaoning', '210123103204')).toBe(true);
    expect(rural('liaoning', '210102019009')).toBe(false);
    expect(rural('jinan', '370103022220')).toBe(true);
    expect(rural('jinan', '370102012400')).toBe(false);
  });

  it('stay small enough to ship: under 600 KB', () => {
    const folder = join(__dirname, '../../src/database/seeds/divisions');
    const sizes = readdirSync(folder).filter((file) => file.endsWith('.json'));
    expect(sizes).toHaveLength(DIVISIONS_FILES.length);
    expect(sizes.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)).toBeLessThan(600_000);
  });

  it('have one id each, the same on every installation', () => {
    const codes = [...new Set(DIVISIONS_FILES.flatMap((file) => divisionsIn(file).map((row) => row.code)))];
    const ids = new Set(codes.map(divisionId));
    expect(ids.size).toBe(codes.length);
    for (const id of ids) expect(id).toMatch(ULID);
    expect(divisionId('370102')).toBe('0D1V0000000000000000370102');
    expect(() => divisionId('')).toThrow(RangeError);
    expect(() => divisionId('0370102')).toThrow(RangeError);
  });

  it.each([
    ['甸柳新村第一社区居民委员会', 'community', '甸柳新村第一社区'],
    ['仕林村委会', 'community', '仕林村'],
    ['吴家庄村村民委员会', 'community', '吴家庄村'],
    ['黄山店村民委员会', 'community', '黄山店村'],
    ['谷庄居民委员会', 'community', '谷庄'],
    ['下井村社区', 'community', '下井村社区'],
    ['姚家街道', 'street', '姚家'],
    ['太原街街道', 'street', '太原街'],
    ['高碑店地区', 'street', '高碑店'],
    ['方家屯镇', 'street', '方家屯镇'],
    ['历下区', 'district', '历下区'],
  ] as const)('%s is said %s', (name, level, said) => {
    expect(shortDivisionName({ name, level })).toBe(said);
  });
});

describe('ids of seeds', () => {
  it('look like ULIDs, are the same for the same name and differ for others', () => {
    expect(stableId('jinan/elder/lixiulan')).toBe(stableId('jinan/elder/lixiulan'));
    expect(stableId('jinan/elder/lixiulan')).not.toBe(stableId('jinan/elder/lixiulan2'));
    for (let n = 0; n < 200; n += 1) expect(stableId(String(n))).toMatch(ULID);
  });
});

describe.each(DAYS)('people of the demo on %s', (today) => {
  const places = demoPlaces(today);
  const accounts = places.flatMap((place) => place.people.accounts);
  const elders = places.flatMap((place) => place.people.elders);
  const relatives = elders.flatMap((elder) => elder.relatives);
  const visits = elders.flatMap((elder) => elder.visits);

  it('have unique ids of one shape, the same every time', () => {
    const ids = [...accounts, ...elders, ...relatives, ...visits].map((one) => one.id);
    ids.push(...elders.flatMap((elder) => (elder.doorCode ? [elder.doorCode.id] : [])));
    ids.push(...relatives.flatMap((relative) => (relative.kinship ? [relative.kinship.id] : [])));
    for (const id of ids) expect(id).toMatch(ULID);
    expect(new Set(ids).size).toBe(ids.length);
    expect(demoPlaces(today)).toEqual(places);
  });

  it('have identity numbers that are valid and belong to nobody', () => {
    for (const elder of elders) {
      expect(isIdentityNumber(elder.idNumber)).toBe(true);
      expect(elder.idNumber.startsWith('990000')).toBe(true);
      expect([birthDateOf(elder.idNumber), sexOf(elder.idNumber)]).toEqual([elder.birthDate, elder.sex]);
    }
    expect(new Set(elders.map((elder) => elder.idNumber)).size).toBe(elders.length);
  });

  it('have phones of a range that was never assigned, one person each', () => {
    const owners = new Map<string, string>();
    for (const { name, phone } of [...accounts, ...elders, ...relatives]) {
      if (phone === null) continue;
      expect(phone).toMatch(/^1420000\d{4}$/);
      expect(isMobileNumber(phone)).toBe(true);
      expect(owners.get(phone) ?? name).toBe(name);
      owners.set(phone, name);
    }
    expect(new Set(accounts.map((account) => account.openid)).size).toBe(accounts.length);
    expect(new Set(accounts.map((account) => account.phone)).size).toBe(accounts.length);
  });

  it.each(places)('$name: live and work in divisions that exist', (place) => {
    const levelOf = new Map(divisionsIn(place.divisionsFile).map((row) => [row.code, row.level]));
    for (const account of place.people.accounts) {
      for (const { role, division, body } of account.memberships) {
        expect(levelOf.get(division)).toBe(role === 'visitor' ? 'community' : role);
        expect(body !== undefined).toBe(role === 'visitor');
      }
    }
    for (const elder of place.people.elders) {
      expect(levelOf.get(elder.community)).toBe('community');
      expect(place.communities).toContain(elder.community);
    }
    expect(place.communities.every((code) => place.people.elders.some((elder) => elder.community === code))).toBe(true);
  });

  it.each(places)('$name: facts pass the policy endpoint and agree with the row', (place) => {
    const rural = new Set(divisionsIn(place.divisionsFile).flatMap((row) => (row.rural ? [row.code] : [])));
    for (const elder of place.people.elders) {
      expect(parseFacts(JSON.parse(JSON.stringify(elder.facts)), today)).toEqual({ facts: elder.facts });
      expect(elder.facts.birthDate).toBe(elder.birthDate);
      expect(elder.facts.residence).toEqual({ division: elder.community, rural: rural.has(elder.community) });
      expect(elder.facts.relatives?.map((one) => [one.relation, one.livesWithElder])).toEqual(
        elder.relatives.map((one) => [one.relation, one.livesWithElder]),
      );
    }
  });

  it('name at most one first contact, who can be reached', () => {
    for (const elder of elders) {
      const named = elder.relatives.filter((relative) => relative.firstContact);
      expect(named.length).toBeLessThanOrEqual(1);
      for (const contact of elder.relatives.filter((one) => one.firstContact || one.emergencyContact || one.guardian)) {
        expect(contact.phone).not.toBeNull();
      }
    }
  });

  it.each(places)('$name: kinship, assignments and visits name accounts of the place', (place) => {
    const byId = new Map(place.people.accounts.map((account) => [account.id, account]));
    for (const elder of place.people.elders) {
      for (const { name, phone, kinship } of elder.relatives) {
        if (kinship === null || kinship.status === 'invited') continue;
        expect(byId.get(kinship.account)).toMatchObject({ name, phone });
        if (kinship.status === 'confirmed')
          expect(worksIn(byId.get(kinship.confirmedBy), 'community', elder)).toBe(true);
        else expect(kinship.acceptedAt).toBeLessThan(startOfDay(today));
      }
      for (const { visitor } of elder.visitors) expect(worksIn(byId.get(visitor), 'visitor', elder)).toBe(true);
      for (const visit of elder.visits) expect(elder.visitors.map((one) => one.visitor)).toContain(visit.visitor);
    }
  });

  it('were visited in the past, by day, after they were registered, once a period', () => {
    for (const elder of elders) {
      const every = elder.visits.length > 0 ? evaluated(elder, places, today) : null;
      const periods = elder.visits.map((visit) => periodOf(every!, calendarDate(visit.startedAt)).start);
      expect(new Set(periods).size).toBe(periods.length);
      for (const visit of elder.visits) {
        expect(visit.endedAt).toBeGreaterThan(visit.startedAt);
        expect(visit.endedAt).toBeLessThan(startOfDay(today));
        expect(calendarDate(visit.startedAt) >= elder.registeredOn).toBe(true);
        expect(wallTime(visit.startedAt) >= '08:00' && wallTime(visit.endedAt) <= '18:00').toBe(true);
      }
      expect(elder.visits.map((visit) => visit.startedAt)).toEqual(
        elder.visits.map((visit) => visit.startedAt).sort((a, b) => a - b),
      );
    }
  });

  it('were asked what the form asks: every answer set is accepted', () => {
    expect(visits.length).toBeGreaterThan(100);
    for (const filled of [...visits, ...elders.flatMap(({ sheets }) => sheets)]) {
      const definition = formOf(filled);
      expect(validateAnswers(definition, filled.answers)).toEqual([]);
      expect(keptAnswers(definition, filled.answers)).toEqual(filled.answers);
    }
  });

  it.each(places)('$name: districts have decided what is theirs to decide, before it held', (place) => {
    for (const { district, by, ruleId, value, from, reason, at } of place.decisions ?? []) {
      const account = place.people.accounts.find(({ id }) => id === by);
      expect(account?.memberships).toContainEqual({ role: 'district', division: district });
      expect(checkDecision(packOf(place.packId)!, { ruleId, value }, from)).toHaveProperty('reading');
      expect(calendarDate(at) <= from && from <= today).toBe(true);
      expect(reason.length).toBeGreaterThan(4);
    }
  });

  it('have follow-ups of what a visit found, in the past, by those who may', () => {
    for (const elder of elders) {
      const kin = elder.relatives.flatMap(({ kinship }) => (kinship?.status === 'confirmed' ? [kinship.account] : []));
      for (const [at, visit] of elder.visits.entries()) {
        const found = findings(formOf(visit), visit.answers, elder.visits[at - 1]?.answers);
        for (const { matter, answer, acknowledgement, closure } of visit.followUps) {
          const finding = found.find((one) => one.matter === matter);
          expect(finding).toBeDefined();
          if (answer) {
            expect(finding?.visibility).toBe('family');
            expect(kin).toContain(answer.by);
          }
          const times = [visit.endedAt, answer?.at, acknowledgement?.at, closure?.at].filter(
            (one) => one !== undefined,
          );
          expect(times).toEqual([...times].sort((a, b) => a - b));
          expect(times.at(-1)).toBeLessThan(startOfDay(today));
          for (const { by } of [acknowledgement, closure].filter((one) => one !== undefined)) {
            const account = accounts.find((one) => one.id === by);
            expect(kin.includes(by) || worksIn(account, 'community', elder) || worksIn(account, 'street', elder)).toBe(
              true,
            );
          }
        }
      }
    }
  });
});

/** What the plan makes of each of them at the end of 2026. */
const JINAN_AT_THE_END_OF_2026 = [
  ['李秀兰', 82, ['living-alone'], 'key', 'week', 'assigned', []],
  ['孙桂英', 79, ['disabled-ability'], 'key', 'week', 'assigned', []],
  ['刘长河', 71, ['living-alone'], 'general', 'month', 'assigned', []],
  ['陈玉珍', 86, ['living-alone', 'disabled-ability', 'severe-disability'], 'key', 'month', 'agency', []],
  ['王淑英', 81, ['living-alone'], 'key', 'week', 'assigned', []],
  ['赵明德', 76, ['empty-nest', 'disabled-ability'], 'secondary', 'half-month', 'assigned', ['assessment-stale']],
  ['张玉凤', 73, ['left-behind'], 'general', 'month', 'assigned', []],
  ['何慧珍', 75, ['severe-disability'], 'key', 'week', 'assigned', []],
  ['马文彬', 74, ['empty-nest'], 'general', 'month', 'assigned', ['certificate-expired']],
  ['黄桂兰', 72, ['disabled-ability'], 'secondary', 'half-month', 'assigned', []],
  ['韩𬭎', 78, ['living-alone'], 'general', 'month', 'assigned', []],
  ['朱凤英', 83, ['disabled-ability'], 'key', 'week', 'assigned', []],
  ['高德发', 68, ['family-planning-special'], 'general', 'month', 'assigned', []],
  ['秦福海', 70, ['empty-nest'], 'general', 'month', 'assigned', []],
  ['周素琴', 84, ['living-alone'], 'key', 'week', 'assigned', []],
  ['宋为民', 77, ['empty-nest'], 'general', 'month', 'assigned', []],
  ['买买提·吐尔逊', 69, ['living-alone'], 'general', 'month', 'assigned', []],
  ['徐长顺', 85, ['severe-disability'], 'key', 'week', 'contracted', []],
  ['鲁秀云', 65, [], undefined, undefined, null, []],
] as const;

describe('济南：people of every tier at the end of 2026', () => {
  const { elders } = placeOn('2026-12-31', 'jinan').people;

  it('has told all of them', () => {
    expect(elders.map((elder) => elder.name)).toEqual(JINAN_AT_THE_END_OF_2026.map(([name]) => name));
  });

  it.each(JINAN_AT_THE_END_OF_2026)('%s, %d', (name, age, categories, tier, every, provider, flags) => {
    const elder = elders.find((one) => one.name === name)!;
    const result = evaluate(packOf('jinan')!, elder.facts, '2026-12-31');
    expect(result.age).toBe(age);
    expect(result.categories.map((category) => category.code)).toEqual(categories);
    expect(result.tier?.code).toBe(tier);
    expect(result.visits?.every).toBe(every);
    expect(result.serviceProvider).toBe(provider);
    expect(result.flags.map((flag) => flag.code)).toEqual(flags);
  });
});

describe.each(DAYS)('济南：the stories on %s', (today) => {
  const { elders, accounts } = placeOn(today, 'jinan').people;
  const elder = (name: string): DemoElder => elders.find((one) => one.name === name)!;
  const thisWeek = startOfDay(periodStart('week', today));
  const lastWeek = startOfDay(periodStart('week', today, 1));

  it('李秀兰 has half a year of visits: walking worse, spirits the same, the home tidier', () => {
    const { visits } = elder('李秀兰');
    expect(visits).toHaveLength(26);
    const lines = trends(
      formOf(visits[0]!),
      visits.map((visit) => visit.answers),
      'family',
    );
    const wordOf = (key: string): string | undefined => lines.find((line) => line.key === key)?.word;
    expect([wordOf('mobility'), wordOf('spirits'), wordOf('home-hygiene')]).toEqual(['worse', 'same', 'better']);
  });

  it('李秀兰: the gas hose of last week is the one open matter, the rest is closed', () => {
    expect(openMatters(elder('李秀兰'))).toEqual([['gas-safety', lastWeekOf(today)]]);
    expect(elder('李秀兰').visits.at(-1)!.answers['gas-note']).toContain('软管');
  });

  it('孙桂英 was not seen last week, but the week before', () => {
    const { visits } = elder('孙桂英');
    expect(visits.some((visit) => visit.startedAt >= lastWeek)).toBe(false);
    expect(visits.at(-1)!.startedAt).toBeGreaterThanOrEqual(startOfDay(periodStart('week', today, 2)));
    expect(openMatters(elder('孙桂英'))).toEqual([]);
  });

  it('周敏 still has all three to see', () => {
    const hers = elders.filter((one) => one.visitors.some(({ visitor }) => visitor === accounts[0]!.id));
    expect(hers.map((one) => one.name)).toEqual(['李秀兰', '孙桂英', '刘长河']);
    for (const one of hers) expect(one.visits.some((visit) => visit.startedAt >= thisWeek)).toBe(false);
  });

  it('周素琴: what was said about her daughter is for staff, and no family answer hangs on it', () => {
    const visit = elder('周素琴').visits.at(-2)!;
    const finding = findings(formOf(visit), visit.answers).find((one) => one.matter === 'family-duty');
    expect(finding?.visibility).toBe('staff');
    expect(visit.followUps.every((followUp) => followUp.answer === undefined)).toBe(true);
  });

  it('has one kinship of every kind', () => {
    const statusOf = (name: string): (string | undefined)[] => elder(name).relatives.map((one) => one.kinship?.status);
    expect(statusOf('李秀兰')).toEqual(['confirmed', undefined]);
    expect(statusOf('刘长河')).toEqual(['awaiting']);
    expect(statusOf('周素琴')).toEqual(['invited']);
  });

  it('lets one sign in as everybody the tests need', () => {
    const keys = accounts.flatMap((account) => (account.persona ? [account.persona.key] : []));
    expect(keys).toEqual(
      expect.arrayContaining([
        'zhoumin',
        'wangjing',
        'liufang',
        'mengxiaoyan',
        'fengli',
        'tianjun',
        'zhengjianjun',
        'liuyang',
      ]),
    );
    for (const account of accounts) if (account.persona) expect(account.persona.story.length).toBeGreaterThan(15);
  });
});

describe('the other places: the traits on which each plan turns', () => {
  const elder = (packId: string, name: string): DemoElder =>
    placeOn(SUNDAY, packId).people.elders.find((one) => one.name === name)!;
  const contacts = (one: DemoElder): string[] => one.relatives.filter((r) => r.firstContact).map((r) => r.name);

  it('have three families each, visited for months on the form of the place', () => {
    for (const { packId, people } of demoPlaces(SUNDAY).slice(1)) {
      expect(people.elders).toHaveLength(3);
      const { id, version } = visitFormOf(packOf(packId)!, SUNDAY);
      for (const { visits } of people.elders) {
        expect(visits.length).toBeGreaterThanOrEqual(6);
        for (const { form } of visits) expect(form).toEqual({ id, version });
      }
    }
  });

  it('北京: one open matter for the street, one for the daughter, one that nobody of the family can be asked about', () => {
    for (const [name, matter] of [
      ['田玉成', 'home-adaptation'],
      ['杨秀珍', 'electrical-safety'],
      ['冯德胜', 'medical-care'],
    ] as const) {
      expect(openMatters(elder('beijing', name))).toEqual([[matter, lastWeekOf(SUNDAY)]]);
    }
  });

  it('辽宁: what a household lives on is in every record, and the fields ask for hands', () => {
    const { visits } = elder('liaoning', '佟桂荣');
    for (const { answers } of visits) expect(answers).toHaveProperty('monthly-income');
    expect(openMatters(elder('liaoning', '佟桂荣')).map(([matter]) => matter)).toEqual(['production-help']);
  });

  it('石狮: two are registered on 附件3, 施玉英 is not yet', () => {
    const registered = placeOn(SUNDAY, 'shishi').people.elders.map(({ name, sheets }) => [name, sheets.length]);
    expect(registered).toEqual([
      ['蔡金土', 1],
      ['施玉英', 0],
      ['邱文贵', 1],
    ]);
  });

  it('北京: a destitute elder, one with a first contact among two children, one with two children and none', () => {
    expect(elder('beijing', '田玉成').facts.assistance).toEqual(['destitute']);
    expect(contacts(elder('beijing', '杨秀珍'))).toEqual(['苏敏']);
    expect(contacts(elder('beijing', '冯德胜'))).toEqual([]);
    expect(elder('beijing', '冯德胜').relatives.filter((one) => one.relation === 'child')).toHaveLength(2);
  });

  it('黑龙江: 失能 with an emergency contact who is not the first contact', () => {
    const one = elder('heilongjiang', '于桂芝');
    expect(one.facts.ability?.level).toBe('total');
    expect(contacts(one)).toEqual(['高燕']);
    expect(one.relatives.filter((r) => r.emergencyContact).map((r) => r.name)).toEqual(['鲁海波']);
  });

  it('辽宁: a village elder whose son left, in the area of a village committee', () => {
    const one = elder('liaoning', '佟桂荣');
    expect(one.facts.residence).toEqual({ division: '210123103204', rural: true });
    expect(one.facts.relatives?.[0]?.awaySince).toBe('2019-03-01');
  });

  it('石狮: 孤寡, without anybody and unable to work', () => {
    expect(elder('shishi', '蔡金土').facts).toMatchObject({
      relatives: [],
      maritalStatus: 'never-married',
      lacksDailyCare: true,
      incapableOfWork: true,
      staffTier: 'key',
    });
  });

  it('are old enough', () => {
    for (const place of demoPlaces(SUNDAY)) {
      for (const one of place.people.elders) expect(ageOn(one.birthDate, SUNDAY)).toBeGreaterThanOrEqual(60);
    }
  });
});

describe('calendar of the seeds', () => {
  it.each([
    ['week', '2026-11-22', 0, '2026-11-16'],
    ['week', '2026-11-23', 1, '2026-11-16'],
    ['half-month', '2026-11-22', 0, '2026-11-16'],
    ['half-month', '2026-11-22', 2, '2026-10-16'],
    ['half-month', '2027-01-15', 1, '2026-12-16'],
    ['month', '2027-01-31', 2, '2026-11-01'],
  ] as const)('%s of %s, %d back, begins on %s', (every, on, back, start) => {
    expect(periodStart(every, on, back)).toBe(start);
  });

  it('tells Shanghai time', () => {
    expect(new Date(instant('2026-11-22', '09:34')).toISOString()).toBe('2026-11-22T01:34:00.000Z');
  });
});

function placeOn(today: string, packId: string): DemoPlace {
  return demoPlaces(today).find((place) => place.packId === packId)!;
}

function worksIn(
  account: DemoPlace['people']['accounts'][number] | undefined,
  role: string,
  elder: DemoElder,
): boolean {
  const division = role === 'street' ? elder.community.slice(0, 9) : elder.community;
  return account?.memberships.some((one) => one.role === role && one.division === division) === true;
}

function formOf({ form }: Pick<DemoVisit, 'form'>): NonNullable<ReturnType<typeof formDefinition>> {
  const definition = formDefinition(form.id, form.version);
  if (!definition) throw new Error(`no form ${form.id} ${form.version}`);
  return definition;
}

/** The cadence that the elder's plan asks for on a day. */
function evaluated(elder: DemoElder, places: DemoPlace[], today: string): 'week' | 'half-month' | 'month' {
  const place = places.find((one) => one.people.elders.includes(elder))!;
  return evaluate(packOf(place.packId)!, elder.facts, today).visits!.every;
}

/** Matters found and not closed since, each with the Monday of the week in which it was last seen. */
function openMatters(elder: DemoElder): [string, string][] {
  const events = elder.visits.flatMap((visit, at) => [
    ...findings(formOf(visit), visit.answers, elder.visits[at - 1]?.answers).map(({ matter }) => ({
      matter,
      at: visit.endedAt,
      seenIn: periodOf('week', calendarDate(visit.startedAt)).start,
    })),
    ...visit.followUps.flatMap(({ matter, closure }) => (closure ? [{ matter, at: closure.at, seenIn: null }] : [])),
  ]);
  const open = new Map<string, string>();
  for (const { matter, seenIn } of events.sort((a, b) => a.at - b.at)) {
    if (seenIn === null) open.delete(matter);
    else open.set(matter, seenIn);
  }
  return [...open];
}

function lastWeekOf(today: string): string {
  return periodOf('week', addDays(today, -7)).start;
}
