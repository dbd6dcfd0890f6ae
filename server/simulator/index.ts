export { createSimulator, type RunningSimulator } from './create';
export { simulator, type SimulatorOptions } from './plugin';
export { sampleWorld } from './sample-world';
export type * from './seeds';
export { accepts, dataTypeOf } from './state/data-types';
export type { Fault, FaultKind, FaultRequest } from './state/faults';
export type { Message } from './state/messages';
export type { User } from './state/people';
export { World } from './state/world';
