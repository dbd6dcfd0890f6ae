import type { ElderDraft } from './elder-draft';
import type { FieldErrors } from './field-errors';

/** One group of the form: reads the draft, and changes it. */
export interface GroupProps {
  draft: ElderDraft;
  set: (draft: ElderDraft) => void;
  errors: FieldErrors;
}
