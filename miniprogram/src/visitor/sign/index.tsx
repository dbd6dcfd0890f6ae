import { useRef } from 'react';
import { useParams } from '@/platform';
import { OfDraft } from '../visit/OfDraft';
import { useDraft } from '../visit/use-draft';
import { visitorPage } from '../visit/visitor-page';
import { Confirming } from './Confirming';

/** The elder's own opinion and signature, and handing in. */
function SignPage() {
  const { elderId = '' } = useParams();
  const [kept] = useDraft(elderId);
  // Handing in ends the draft a moment before the next page is there.
  const held = useRef(kept);
  if (kept) held.current = kept;
  return (
    <OfDraft draft={held.current} title="最后一步" kept="您填的都还在">
      {(draft, definition) => <Confirming key={draft.visitId} draft={draft} definition={definition} />}
    </OfDraft>
  );
}

export default visitorPage(SignPage);
