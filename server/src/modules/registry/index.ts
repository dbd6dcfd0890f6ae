export { RegistryModule } from './registry.module';
export { Registry, type ElderView, type OwingElder, type RelativeView } from './registry.service';
export { DoorCode, Elder, Relative, type Hint } from './registry.entities';
