export { PoliciesModule } from './policies.module';
export { Forms, type Form } from './forms.service';
