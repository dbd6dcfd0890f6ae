export { RegistryModule } from './registry.module';
export { Registry, type ElderView, type OwingElder, type Particulars, type RelativeView } from './registry.service';
export type { NewRelative } from './draft';
export type { NewElder } from './registration.service';
export type { Hint } from './registry.codes';
export { DoorCode, Elder, Relative } from './registry.entities';
