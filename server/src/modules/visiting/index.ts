export { VisitingModule } from './visiting.module';
export { Visiting } from './visiting.service';
export type { PhotoLink, VisitView } from './visits.view';
export { VisitorAssignment } from './assignments.entities';
export { CheckIn } from './check-ins.entities';
export { Obligation, ObligationChange } from './obligations.entities';
export { VisitedElder } from './visited-elders.entities';
export { Visit, VisitFile } from './visits.entities';
