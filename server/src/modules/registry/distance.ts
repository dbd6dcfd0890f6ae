import type { Home } from './assessment';
import type { Relative } from './registry.entities';

type Located = Pick<Relative, 'livesWithElder' | 'circumstances'>;

/** Digits of a division's code down to the community, the street, the district. */
const AROUND = [12, 9, 6];

/** Sorts relatives by how soon they can be at the elder's door, as far as the registry knows. */
export function byDistanceTo(home: Home): (a: Located, b: Located) => number {
  return (a, b) => distance(a, home) - distance(b, home);
}

function distance({ livesWithElder, circumstances: { residence, awaySince } }: Located, { division }: Home): number {
  const unknown = AROUND.length + 1;
  if (livesWithElder) return 0;
  if (awaySince !== undefined) return unknown + 1;
  const code = residence?.division;
  if (code === undefined) return unknown;
  const level = AROUND.findIndex(
    (digits) => code.length >= digits && code.slice(0, digits) === division.slice(0, digits),
  );
  return level === -1 ? unknown + 1 : level + 1;
}
