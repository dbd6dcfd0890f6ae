import {
  ABILITY_LEVELS,
  ASSISTANCE,
  CONTRACTS,
  DISABILITY_KINDS,
  ENTRUSTMENT_STATES,
  MARITAL_STATUSES,
  ONLY_CHILD_STATUSES,
  RELATIONS,
  SERVICE_CLASSES,
  STAFF_TIERS,
} from '@tanfang/shared';
import type { CalendarDate } from './calendar';
import type { ElderFacts, Place, Relative } from './facts';
import {
  date,
  divisionCode,
  fault,
  flag,
  listOf,
  oneOf,
  optional,
  required,
  shape,
  text,
  wholeNumber,
} from './parsing';
import type { FactProblem, Parser } from './parsing';

export type ParsedFacts = { readonly facts: ElderFacts } | { readonly problems: readonly FactProblem[] };
export type ParsedQuestion =
  { readonly on: CalendarDate; readonly facts: ElderFacts } | { readonly problems: readonly FactProblem[] };

const MOST_RELATIVES = 100;

const place = shape<Place>({ division: optional(divisionCode), rural: optional(flag) });

const relative = shape<Relative>({
  relation: required(oneOf(RELATIONS)),
  livesWithElder: optional(flag),
  residence: optional(place),
  birthDate: optional(date),
  awaySince: optional(date),
  ableToSupport: optional(flag),
});

const ability = shape<NonNullable<ElderFacts['ability']>>({
  level: required(oneOf(ABILITY_LEVELS)),
  assessedOn: optional(date),
});

const disability = shape<NonNullable<ElderFacts['disability']>>({
  kinds: optional(listOf(oneOf(DISABILITY_KINDS), 6)),
  grade: required(wholeNumber(1, 4)),
  validUntil: optional(date),
});

const onlyChildShape = shape<NonNullable<ElderFacts['onlyChild']>>({
  status: required(oneOf(ONLY_CHILD_STATUSES)),
  disabilityGrade: optional(wholeNumber(1, 4)),
  laterChild: optional(flag),
});

const onlyChild: typeof onlyChildShape = (value, path, problems) => {
  const read = onlyChildShape(value, path, problems);
  if (read?.status === 'disabled' && read.disabilityGrade === undefined) {
    fault(problems, `${path}.disabilityGrade`, '必须填写：独生子女伤残要写明残疾等级 1 到 4');
  }
  return read;
};

const facts = shape<ElderFacts>({
  birthDate: required(date),
  residence: required(place),
  household: optional(place),
  maritalStatus: optional(oneOf(MARITAL_STATUSES)),
  relatives: optional(listOf(relative, MOST_RELATIVES)),
  lacksDailyCare: optional(flag),
  incapableOfWork: optional(flag),
  ability: optional(ability),
  bedridden: optional(flag),
  limitedMobility: optional(flag),
  dementia: optional(flag),
  disability: optional(disability),
  onlyChild: optional(onlyChild),
  assistance: optional(listOf(oneOf(ASSISTANCE), 3)),
  contracts: optional(listOf(oneOf(CONTRACTS), 3)),
  serviceClass: optional(oneOf(SERVICE_CLASSES)),
  entrustment: optional(oneOf(ENTRUSTMENT_STATES)),
  staffTier: optional(oneOf(STAFF_TIERS)),
  locallyDesignated: optional(shape<{ readonly reason: string }>({ reason: required(text(200)) })),
});

const question = shape<{ on: CalendarDate; facts: ElderFacts }>({ on: required(date), facts: required(facts) });

/**
 * Reads elder facts from anything.
 * @param on the day of the evaluation; the birth date must not be after it.
 * @returns the facts, or one problem per field; paths are relative to the facts (`relatives[0].relation`).
 */
export function parseFacts(input: unknown, on?: CalendarDate): ParsedFacts {
  const { parsed, problems } = read(facts, input);
  if (parsed !== undefined && on !== undefined) refuseUnborn(parsed, on, 'birthDate', problems);
  return parsed !== undefined && problems.length === 0 ? { facts: parsed } : { problems };
}

/**
 * Reads the body of an evaluation, `{ on, facts }`.
 * @returns both, or one problem per field; paths are relative to the body (`facts.birthDate`).
 */
export function parseQuestion(body: unknown): ParsedQuestion {
  const { parsed, problems } = read(question, body);
  if (parsed?.facts !== undefined && parsed.on !== undefined) {
    refuseUnborn(parsed.facts, parsed.on, 'facts.birthDate', problems);
  }
  return parsed !== undefined && problems.length === 0 ? parsed : { problems };
}

function read<T>(parse: Parser<T>, input: unknown): { parsed: T | undefined; problems: FactProblem[] } {
  const problems: FactProblem[] = [];
  return { parsed: parse(input, '', problems), problems };
}

function refuseUnborn(elder: ElderFacts, on: CalendarDate, path: string, problems: FactProblem[]): void {
  // A faulty part reads as absent, whatever its type says.
  const birthDate: CalendarDate | undefined = elder.birthDate;
  if (birthDate !== undefined && birthDate > on) fault(problems, path, '不能晚于评估日期');
}
