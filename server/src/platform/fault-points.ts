/** Places between two steps where a test may let the process die. Everywhere else the tests kill at random moments. */
export const FAULT_POINTS = [
  'table.made',
  'visit.before-commit',
  'visit.after-commit',
  'photo.before-commit',
  'job.leased',
  'job.before-commit',
  'notice.sending',
  'notice.called',
  'audit.sealing',
] as const;
export type FaultPoint = (typeof FAULT_POINTS)[number];

export interface ArmedPoint {
  name: FaultPoint;
  /** At which time of passing it the process dies, from 1. */
  at: number;
}

let armed: ArmedPoint | null = null;
let passed = 0;

/** Called while the server starts; the configuration check refuses it in production. */
export function armFaultPoint(point: ArmedPoint | null): void {
  armed = point;
  passed = 0;
}

/** Does nothing, unless a test has armed this place: then the process ends here as by `kill -9`, cleaning up nothing. */
export function faultPoint(name: FaultPoint): void {
  if (armed?.name !== name) return;
  passed += 1;
  if (passed === armed.at) process.kill(process.pid, 'SIGKILL');
}
