export { PoliciesModule } from './policies.module';
export { DistrictReadings } from './district-readings.service';
export { ExplanationReply } from './policies.dto';
export { Forms, type Form } from './forms.service';
export { ReadingDecision } from './reading-decisions.entities';
