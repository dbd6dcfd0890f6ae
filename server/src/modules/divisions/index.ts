export { DivisionsModule } from './divisions.module';
export { Divisions, type DivisionView, type PublishedDivision } from './divisions.service';
export { Division, DivisionCode, type DivisionLevel } from './divisions.entities';
