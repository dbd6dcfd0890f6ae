import { useMe, useStore } from '@/state';
import { changeDraft, draftOf, type VisitDraft } from './draft';

/** The draft about an elder, and a way to change it; both pages of a visit share it. */
export function useDraft(elderId: string): [VisitDraft | null, (change: Partial<VisitDraft>) => void] {
  const accountId = useMe().account.id;
  const draft = useStore(draftOf(accountId, elderId));
  return [draft, (change) => changeDraft(accountId, elderId, change)];
}
