/** Calendar days as year, month and day, reckoned apart from the engine's. */
export interface Day {
  readonly y: number;
  readonly m: number;
  readonly d: number;
}

export function toDay(text: string): Day {
  const [y, m, d] = text.split('-').map(Number);
  return { y: y!, m: m!, d: d! };
}

export function toText({ y, m, d }: Day): string {
  return [String(y).padStart(4, '0'), String(m).padStart(2, '0'), String(d).padStart(2, '0')].join('-');
}

const isLeap = (y: number) => y % 400 === 0 || (y % 4 === 0 && y % 100 !== 0);
const lengthOf = (y: number, m: number) => [31, isLeap(y) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]!;

/** A number that grows from day to day; not without gaps, which is enough to compare. */
const rank = ({ y, m, d }: Day) => (y * 12 + m) * 31 + d;

export function isUpTo(one: Day, other: Day): boolean {
  return rank(one) <= rank(other);
}

/** 周岁: the birthdays that have been kept. One of 29 February is kept on 1 March in common years. */
export function birthdaysKept(born: Day, on: Day): number {
  const inYear = (y: number): Day =>
    born.m === 2 && born.d === 29 && !isLeap(y) ? { y, m: 3, d: 1 } : { y, m: born.m, d: born.d };
  const years = on.y - born.y;
  return isUpTo(inYear(on.y), on) ? years : years - 1;
}

/** So many months on; where the month has no such day, its last. */
export function monthsOn(from: Day, months: number): Day {
  let { y, m } = from;
  m += months;
  while (m > 12) [y, m] = [y + 1, m - 12];
  while (m < 1) [y, m] = [y - 1, m + 12];
  return { y, m, d: Math.min(from.d, lengthOf(y, m)) };
}

export function nextDay({ y, m, d }: Day): Day {
  if (d < lengthOf(y, m)) return { y, m, d: d + 1 };
  return m === 12 ? { y: y + 1, m: 1, d: 1 } : { y, m: m + 1, d: 1 };
}

export function dayBefore({ y, m, d }: Day): Day {
  if (d > 1) return { y, m, d: d - 1 };
  return m === 1 ? { y: y - 1, m: 12, d: 31 } : { y, m: m - 1, d: lengthOf(y, m - 1) };
}
