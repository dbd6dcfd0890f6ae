import { FAULT_POINTS, type ArmedPoint, type FaultPoint } from '../../../src/platform/fault-points';
import { pause } from './program';
import { chance } from './size';
import type { Stage } from './stage';

/** How one life of a server ends: at a point, or so long (ms) after it was ready. */
type Death = { point: ArmedPoint } | { afterMs: number };

/** Whom no step took within this time (ms) dies where it stands. */
const LONGEST_LIFE_MS = 3000;
/** Leases of the dead end, and what waited for them goes on. */
const LEASE_MS = 61_000;

/** All but that of the first start. */
export const WORKING_POINTS = FAULT_POINTS.filter((point) => point !== 'table.made');

/** Every other death at a moment by chance, the others at all points in turn. */
export function planDeaths(count: number, points: readonly FaultPoint[] = WORKING_POINTS): Death[] {
  return Array.from({ length: count }, (_, at) =>
    at % 2 === 0
      ? { point: { name: points[(at / 2) % points.length]!, at: 1 + chance.below(4) } }
      : { afterMs: chance.below(1200) },
  );
}

/** What became of the planned deaths. */
export interface Deaths {
  kills: number;
  /** Of those, how many the armed points took. */
  atPoints: number;
}

/**
 * Lets servers live and die, one after the other in each place, until the plan is used up; then one more that lives.
 * @param begin called at the start of each life
 */
export async function liveAndDie(stage: Stage, plan: readonly Death[], begin: () => void): Promise<Deaths> {
  const left = [...plan];
  const deaths: Deaths = { kills: 0, atPoints: 0 };
  const inPlace = async (place: number): Promise<void> => {
    for (let death = left.shift(); death; death = left.shift()) {
      stage.clock.advance(LEASE_MS);
      const server = await stage.start('point' in death ? death.point : undefined, place);
      begin();
      const tooLong = pause('point' in death ? LONGEST_LIFE_MS : death.afterMs).then(() => null);
      const how = await Promise.race([server.program.ended, tooLong]);
      if (how !== null) deaths.atPoints += 1;
      if (how !== null && how !== 'SIGKILL') throw new Error(`A server ended by itself (${how}):\n${stage.output}`);
      await server.program.kill();
      deaths.kills += 1;
    }
    stage.clock.advance(LEASE_MS);
    await stage.start(undefined, place);
  };
  await Promise.all(stage.servers.map((_, place) => inPlace(place)));
  return deaths;
}
