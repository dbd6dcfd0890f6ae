export { RegistryModule } from './registry.module';
export {
  Registry,
  type ElderView,
  type OwingElder,
  type Particulars,
  type PolicyCase,
  type RelativeView,
} from './registry.service';
export { VisitStates, type SqlPart } from './visit-states';
export { Objections, type ObjectionView } from './objections.service';
export { Objection } from './objections.entities';
export type { NewRelative } from './draft';
export type { NewElder } from './registration.service';
export { REVEAL_MS, type Hint } from './registry.codes';
export { EarlierHome } from './earlier-homes.entities';
export { DoorCode, Elder, Relative } from './registry.entities';
