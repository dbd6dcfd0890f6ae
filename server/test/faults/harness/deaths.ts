import { FAULT_POINTS, type ArmedPoint, type FaultPoint } from '../../../src/platform/fault-points';
import { chance } from './size';
import type { Stage } from './stage';

/** How one life of a server ends: at a point, and at the latest so long after it was ready. */
interface Death {
  point?: ArmedPoint;
  afterMs: number;
}

/** Leases of the dead end, and what waited for them goes on. */
const LEASE_MS = 61_000;

/** All but that of the first start. */
export const WORKING_POINTS = FAULT_POINTS.filter((point) => point !== 'table.made');

/**
 * Every other death at a moment by chance, the others at the points in turn.
 * @param longestMs who has not met its point by then dies where it stands
 */
export function planDeaths(
  count: number,
  { points = WORKING_POINTS, longestMs = 3000 }: { points?: readonly FaultPoint[]; longestMs?: number } = {},
): Death[] {
  return Array.from({ length: count }, (_, at) => {
    if (at % 2 === 1) return { afterMs: chance.below(longestMs / 2) };
    return { point: { name: points[(at / 2) % points.length]!, at: 1 + chance.below(4) }, afterMs: longestMs };
  });
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
      const server = await stage.start(death.point, place);
      begin();
      const how = await server.program.endsWithin(death.afterMs);
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
