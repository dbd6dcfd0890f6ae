import { LEVELS, type Level, type Need } from './care.entities';

/** The level above, or null at the top. */
export function levelAbove(level: Level): Level | null {
  return LEVELS[LEVELS.indexOf(level) + 1] ?? null;
}

/** Whose turn it is when the clock has run out; null where nobody is above. What the district took it is told of once more. */
export function nextTurn({ level, handler }: Need): Level | null {
  if (handler === null) return levelAbove(level);
  if (handler === 'family') return farther(level, 'community');
  const reached = farther(level, handler);
  return levelAbove(reached) ?? reached;
}

export function farther(a: Level, b: Level): Level {
  return LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b;
}

/** Whether somebody let its clock run out: it lies with another than whom the plan or the family gave it to. */
export function hasGoneUp({ level, ownerKind, familyWish }: Need): boolean {
  return level !== (familyWish === 'community' ? farther(ownerKind, 'community') : ownerKind);
}
