import type { ElderDraft } from './elder-draft';
import type { FieldErrors } from './field-errors';

/** One group of a form: reads the draft, and changes it. */
export interface GroupProps<Draft = ElderDraft> {
  draft: Draft;
  set: (draft: Draft) => void;
  errors: FieldErrors;
}
