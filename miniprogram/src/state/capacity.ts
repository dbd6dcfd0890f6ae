import { storage } from '@/platform';
import { hasRole, type Me } from './session';

/** In what capacity somebody uses the app: a person may be a visitor and a daughter at once. */
export type Capacity = 'visitor' | 'family' | 'officer';

/** The first page of each. */
export const homes: Record<Capacity, string> = {
  visitor: '/visitor/today/index',
  family: '/family/parent/index',
  officer: '/officer/morning/index',
};

export const capacityWords: Record<Capacity, { title: string; detail: string }> = {
  visitor: { title: '去探访', detail: '今天要去的老人、记录' },
  family: { title: '看爸妈', detail: '家人的近况和要拿主意的事' },
  officer: { title: '办社区的事', detail: '今早要办的、还没见到的、没人接的' },
};

const keyOf = (me: Me) => `capacity.${me.account.id}`;

/** What this person may do here, the most pressing first. */
export function capacitiesOf(me: Me): Capacity[] {
  const all: [Capacity, boolean][] = [
    ['visitor', hasRole(me, 'visitor')],
    ['officer', hasRole(me, 'community', 'street', 'district', 'city')],
    // Somebody whose kinship awaits the community has a page that says so.
    ['family', hasRole(me, 'family') || me.kin.length > 0],
  ];
  return all.filter(([, has]) => has).map(([capacity]) => capacity);
}

/** The capacity chosen last on this phone, else the first one; null for somebody who has none yet. */
export function currentCapacity(me: Me): Capacity | null {
  const possible = capacitiesOf(me);
  const chosen = storage.read<Capacity>(keyOf(me));
  return possible.find((each) => each === chosen) ?? possible[0] ?? null;
}

export function chooseCapacity(me: Me, capacity: Capacity): void {
  storage.write(keyOf(me), capacity);
}
