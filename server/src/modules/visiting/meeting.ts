import { isPaused, RANK_AFTER_MISSED, type Obligation } from './obligations.entities';

type Row = Pick<Obligation, 'id' | 'periodStart' | 'dueOn' | 'status' | 'excuse' | 'listRank'>;

export interface Meeting {
  /** Obligations that the visit meets: owed, already counted as missed, or resting because the elder was thought away. */
  ids: string[];
  /** The obligation that stood first in the lists only because one of these was missed. */
  relieved: string | null;
}

/**
 * What a visit on a day meets: every period that the day lies in, for at a change of cadence two may overlap. The time of
 * the visit decides, not the time of its upload: a late upload turns missed into visited.
 * @param obligations of the elder, all that end on the day or later, in the order of their periods
 * @param on calendar date of the visit
 */
export function meeting(obligations: readonly Row[], on: string): Meeting {
  const covering = obligations.filter((row) => row.periodStart <= on && on <= row.dueOn);
  const unmet = covering.filter((row) => row.status === 'owed' || row.status === 'missed' || isPaused(row));
  const lateFor = unmet.filter(({ status }) => status === 'missed').at(-1);
  const next = lateFor && obligations.find((row) => row.periodStart > lateFor.dueOn);
  const relieved = next?.status === 'owed' && next.listRank === RANK_AFTER_MISSED ? next.id : null;
  return { ids: unmet.map(({ id }) => id), relieved };
}
