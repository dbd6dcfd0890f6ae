import { LEVELS, type Level, type Need } from './care.entities';

/** The level above, or null at the top. */
export function levelAbove(level: Level): Level | null {
  return LEVELS[LEVELS.indexOf(level) + 1] ?? null;
}

export function farther(a: Level, b: Level): Level {
  return LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b;
}

/** Whether somebody let its clock run out: it lies with another than whom the plan or the family gave it to. */
export function hasGoneUp({ level, ownerKind, familyWish }: Need): boolean {
  return level !== (familyWish === 'community' ? farther(ownerKind, 'community') : ownerKind);
}
