import type { ElderFacts, Place, Relative } from '../../../src/policy';
import { birthdaysKept, isUpTo, monthsOn, toDay, type Day } from './days';

/**
 * What can be known of a fact sheet on a day, in the plans' own terms. A condition is true when it is known to hold;
 * what is not known holds for nobody.
 */
const CONDITIONS = {
  // 人
  '80周岁': ({ age }) => age >= 80,
  丧偶: ({ sheet, spouse }) => sheet.maritalStatus === 'widowed' && spouse === 'none',
  无配偶: ({ spouse }) => spouse === 'none',
  无子女: ({ people }) => people !== null && count(people, 'child') === 0,
  有子女: ({ people }) => people !== null && count(people, 'child') > 0,
  缺乏陪伴和照顾: ({ sheet }) => sheet.lacksDailyCare === true,
  丧失劳动能力: ({ sheet }) => sheet.incapableOfWork === true,

  // 住
  子女不在同一街道: ({ people }) => people !== null && people.every(({ is, at }) => is !== 'child' || !isNear(at)),
  亲属不在同一街道: ({ people, spouse }) =>
    people !== null && spouse !== 'somewhere' && people.every(({ is, at }) => STRANGERS.includes(is) || !isNear(at)),
  无人同住: ({ people, spouse }) =>
    people !== null && spouse !== 'somewhere' && people.every(({ at }) => at !== 'home'),
  只有老两口同住: ({ people }) => {
    const home = atHome(people);
    return home.length > 0 && home.every(({ is }) => is === 'spouse');
  },
  同住的都满60周岁: ({ people, spouse }) => {
    const home = spouse === 'somewhere' ? [] : atHome(people);
    return home.length > 0 && home.every(({ age }) => age !== null && age >= 60);
  },
  住在农村: ({ sheet }) => sheet.residence.rural === true,
  农村户籍: ({ sheet }) => sheet.household?.rural === true,

  // 子女外出
  全部子女外出半年: ({ people }) => children(people).every(({ away }) => away),
  全部子女在区外: ({ people }) => children(people).every(({ outside }) => outside),
  全部子女无赡养能力: ({ people }) => children(people).every(({ able }) => !able),

  // 身体
  评估为轻度: ({ level }) => level === 'mild',
  评估为中度: ({ level }) => level === 'moderate',
  评估为重度: ({ level }) => level === 'severe',
  评估为完全失能: ({ level }) => level === 'total',
  未评估: ({ level }) => level === null,
  长期卧床: ({ sheet }) => sheet.bedridden === true,
  行动不便: ({ sheet }) => sheet.limitedMobility === true,
  失智: ({ sheet }) => sheet.dementia === true,
  残疾一二级: ({ grade }) => grade === 1 || grade === 2,
  残疾三级: ({ grade }) => grade === 3,
  智力残疾: ({ sheet }) => sheet.disability?.kinds?.some((kind) => kind === 'intellectual') === true,
  精神残疾: ({ sheet }) => sheet.disability?.kinds?.some((kind) => kind === 'mental') === true,
  评估超过一年: ({ sheet, level, on }) =>
    level !== null &&
    sheet.ability?.assessedOn !== undefined &&
    !isUpTo(on, monthsOn(toDay(sheet.ability.assessedOn), 12)),
  残疾证过期: ({ sheet, grade }) => sheet.disability !== undefined && grade === null,

  // 家与待遇
  独生子女死亡: ({ sheet }) => sheet.onlyChild?.status === 'deceased',
  独生子女三级以上伤残: ({ sheet }) =>
    sheet.onlyChild?.status === 'disabled' && [1, 2, 3].includes(sheet.onlyChild.disabilityGrade ?? 0),
  未再生育或收养: ({ sheet }) => sheet.onlyChild?.laterChild !== true,
  特困: ({ sheet }) => has(sheet.assistance, 'destitute'),
  不是特困: ({ sheet }) => !has(sheet.assistance, 'destitute'),
  签约驿站: ({ sheet }) => has(sheet.contracts, 'care-station'),
  家庭养老床位: ({ sheet }) => has(sheet.contracts, 'home-care-bed'),
  居家养老服务: ({ sheet }) => has(sheet.contracts, 'home-care-service'),
  兜底保障对象: ({ sheet }) => sheet.serviceClass === 'basic-guarantee',
  重点服务对象: ({ sheet }) => sheet.serviceClass === 'key-service',
  委托执行中: ({ sheet }) => sheet.entrustment === 'active',
  勾为重点对象: ({ sheet }) => sheet.staffTier === 'key',
  区里另行纳入: ({ sheet }) => sheet.locallyDesignated !== undefined,
} satisfies Record<string, (known: Known) => boolean>;

export type Condition = keyof typeof CONDITIONS;

/** A condition that one plan alone asks, with its words as its name: `const 满75周岁: OwnCondition = ({ age }) => age >= 75`. */
export type OwnCondition = (known: Known) => boolean;

type Whereabouts = 'home' | 'street' | 'elsewhere';

interface Person {
  readonly is: Relative['relation'];
  /** `elsewhere` also when nothing is known: it is not known to be the street. */
  readonly at: Whereabouts;
  /** Known to live in neither the district of the residence nor that of the household. */
  readonly outside: boolean;
  readonly away: boolean;
  readonly able: boolean;
  readonly age: number | null;
}

export interface Known {
  readonly sheet: ElderFacts;
  readonly on: Day;
  readonly age: number;
  /** `somewhere`: married, and no row says where. */
  readonly spouse: 'none' | 'listed' | 'somewhere' | 'unknown';
  readonly people: readonly Person[] | null;
  /** Null: not assessed, as far as the day knows. */
  readonly level: string | null;
  /** Null: no certificate that is valid on the day. */
  readonly grade: number | null;
}

export interface Judged {
  readonly age: number;
  readonly holds: (condition: Condition | OwnCondition) => boolean;
}

export function judge(sheet: ElderFacts, date: string): Judged {
  const on = toDay(date);
  const known: Known = {
    sheet,
    on,
    age: birthdaysKept(toDay(sheet.birthDate), on),
    spouse: spouseOf(sheet),
    people: sheet.relatives?.map((relative) => personOf(relative, sheet, on)) ?? null,
    level: levelOf(sheet, on),
    grade: gradeOf(sheet, on),
  };
  return { age: known.age, holds: (asked) => (typeof asked === 'string' ? CONDITIONS[asked] : asked)(known) };
}

function spouseOf({ maritalStatus, relatives }: ElderFacts): Known['spouse'] {
  if (relatives?.some(({ relation }) => relation === 'spouse')) return 'listed';
  if (maritalStatus === 'married') return 'somewhere';
  return maritalStatus === undefined ? 'unknown' : 'none';
}

function personOf(relative: Relative, sheet: ElderFacts, on: Day): Person {
  const { relation, livesWithElder, residence, birthDate, awaySince, ableToSupport } = relative;
  // Who is entered as living there and nothing else lives there.
  const shares = livesWithElder === true || (livesWithElder === undefined && relation === 'cohabitant');
  const homes = [sheet.residence, ...(sheet.household ? [sheet.household] : [])];
  return {
    is: relation,
    at: shares ? 'home' : agree(residence, sheet.residence, 'street') === true ? 'street' : 'elsewhere',
    outside: homes.every((home) => areApart(residence, home)),
    away: !shares && awaySince !== undefined && isUpTo(monthsOn(toDay(awaySince), 6), on),
    able: ableToSupport ?? true,
    age: birthDate === undefined ? null : birthdaysKept(toDay(birthDate), on),
  };
}

/** Whether two places agree down to a level; undefined where one of them does not reach down so far. */
function agree(one: Place | undefined, other: Place | undefined, level: 'street' | 'district'): boolean | undefined {
  const [a, b] = [nameOf(one, level), nameOf(other, level)];
  return a === undefined || b === undefined ? undefined : a === b;
}

/** Certainly not in one district: the two names part before the noughts begin. Less than six digits say nothing. */
function areApart(one: Place | undefined, other: Place | undefined): boolean {
  const [a, b] = [one?.division ?? '', other?.division ?? ''].map((code) => (code.length < 6 ? [] : pairsOf(code)));
  const both = Math.min(a!.length, b!.length);
  return a!.slice(0, both).join() !== b!.slice(0, both).join();
}

/** 省、市、县; those at the end that are noughts are none, save where a street follows them. */
function pairsOf(code: string): string[] {
  const pairs = [code.slice(0, 2), code.slice(2, 4), code.slice(4, 6)];
  const street = code.slice(6, 9);
  if (street.length === 3 && street !== '000') return pairs;
  while (pairs.at(-1) === '00') pairs.pop();
  return pairs;
}

/** GB/T 2260 with 统计用区划代码: 6 digits name the district, 9 the street; noughts name nothing. */
function nameOf(place: Place | undefined, level: 'street' | 'district'): string | undefined {
  const match = /^(\d{4})(\d\d)(\d{3})?/.exec(place?.division ?? '');
  if (!match) return undefined;
  const [, city, district, street] = match;
  const named = street !== undefined && street !== '000';
  if (level === 'street') return named ? `${city}${district}${street}` : undefined;
  return district !== '00' || named ? `${city}${district}` : undefined;
}

function levelOf({ ability }: ElderFacts, on: Day): string | null {
  if (!ability) return null;
  const made = ability.assessedOn === undefined || isUpTo(toDay(ability.assessedOn), on);
  return made ? ability.level : null;
}

function gradeOf({ disability }: ElderFacts, on: Day): number | null {
  if (!disability) return null;
  const valid = disability.validUntil === undefined || isUpTo(on, toDay(disability.validUntil));
  return valid ? disability.grade : null;
}

/** No relatives of the elder's. */
const STRANGERS: readonly Person['is'][] = ['cohabitant', 'neighbour', 'committee'];
const isNear = (at: Whereabouts) => at !== 'elsewhere';
const atHome = (people: readonly Person[] | null) => (people ?? []).filter(({ at }) => at === 'home');
const children = (people: readonly Person[] | null) => (people ?? []).filter(({ is }) => is === 'child');
const count = (people: readonly Person[], relation: Person['is']) => people.filter(({ is }) => is === relation).length;
const has = <T>(list: readonly T[] | undefined, item: T) => list?.includes(item) === true;
