import type { VisitMode } from '@tanfang/shared';
import { decisionOn, type DistrictRules } from './district-reading';
import type { PolicyPack } from './pack';

/** Whether a district may decide if this way of visiting meets what is owed. */
export function isModeDecidable(pack: PolicyPack, mode: VisitMode): boolean {
  return pack.modes.find(({ code }) => code === mode)?.because[0].reading === true;
}

/**
 * Whether a visit of this kind meets what is owed. A way that the plan does not name does, but for the reading of a
 * device, by which nobody has been seen.
 */
export function fulfils(pack: PolicyPack, mode: VisitMode, { on, readings }: DistrictRules): boolean {
  const rule = pack.modes.find(({ code }) => code === mode);
  if (rule === undefined) return mode !== 'remote-monitoring';
  const mine = rule.because[0].reading ? decisionOn(readings, rule.because[0].rule, on)?.value : undefined;
  return mine === undefined ? rule.fulfils : mine === 'yes';
}
