export { CareModule } from './care.module';
export { Care } from './care.service';
export type { NeedView } from './care.view';
export { Need, NeedEvidence, NeedRise, NeedStep, SetAside, type Level, type RisenFrom } from './care.entities';
