import { Problem } from '../../platform/problems/problem';

/**
 * - `invited`: the community handed out a code
 * - `awaiting`: somebody used it and waits for the community to check who they are
 * - `confirmed`: sees what family may see
 * - `refused`, `ended`: sees nothing any more
 */
export const KINSHIP_MOVES = {
  invited: ['awaiting', 'ended'],
  awaiting: ['confirmed', 'refused', 'ended'],
  confirmed: ['ended'],
  refused: [],
  ended: [],
} as const satisfies Record<string, readonly string[]>;

export type KinshipState = keyof typeof KINSHIP_MOVES;

/** @throws Problem `kinship.state` when the table does not know the move */
export function checkMove(from: KinshipState, to: KinshipState): void {
  if (!(KINSHIP_MOVES[from] as readonly KinshipState[]).includes(to)) throw new Problem('kinship.state');
}
