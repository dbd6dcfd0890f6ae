import { keptAnswers, type FormDefinition } from '@tanfang/shared';
import { handIn, itemOf, sendNow, settled, takeBack, type VisitBody } from '@/offline';
import { endDraft, filesOf, type VisitDraft } from '../visit/draft';

/** How long somebody waits on the page for the service's answer, in ms; afterwards it goes on behind the next page. */
const PATIENCE_MS = 4_000;

/** The record as the service takes it. The time it ended is fixed here: a repeat must be the very same record. */
export function bodyOf(draft: VisitDraft, definition: FormDefinition, endedAt: number): VisitBody {
  const { visitId, card, mode, startedAt, photos, signature, pendingCheckIn } = draft;
  const checkInId = pendingCheckIn ? null : card.checkInId;
  const drawing = signature.kind === 'phone' ? null : signature.drawing;
  return {
    id: visitId,
    elderId: card.elder.id,
    ...(card.owed ? { obligationId: card.owed.obligationId } : {}),
    ...(checkInId && mode === 'on-site' ? { checkInId } : {}),
    mode,
    form: { id: definition.id, version: definition.version },
    answers: { ...keptAnswers(definition, draft.answers) },
    startedAt,
    endedAt: Math.max(startedAt, endedAt),
    signature: {
      kind: signature.kind,
      ...(drawing ? { sha256: drawing.sha256 } : {}),
      ...(signature.kind === 'proxy' ? { proxyName: signature.proxyName.trim() } : {}),
    },
    photos: photos.map(({ sha256, field }) => ({ sha256, ...(field === null ? {} : { field }) })),
  };
}

/**
 * Hands a draft in: into the outbox first, then away with it, and the draft ends. Whatever happens to the network the
 * record is safe before anything is sent.
 * @returns why it was refused (the draft is back then), or null
 */
export async function handInDraft(
  draft: VisitDraft,
  definition: FormDefinition,
  at: number,
): Promise<{ refused: string | null }> {
  const elder = draft.card.elder;
  const kept = handIn(
    {
      accountId: draft.accountId,
      elderName: elder.name,
      body: bodyOf(draft, definition, at),
      checkIn: draft.pendingCheckIn,
      files: filesOf(draft),
    },
    at,
  );
  await Promise.race([sendNow(), settled(draft.visitId), pause(PATIENCE_MS)]);
  const item = itemOf(draft.visitId);
  if (item?.refused) {
    // Still a draft, under the same id: nothing of it was taken in.
    takeBack(draft.visitId);
    return { refused: item.refused.message };
  }
  // With no room for the record the draft stays as well: one of the two outlives the app if anything does.
  if (kept || !item || item.received) endDraft(draft.accountId, elder.id, false);
  return { refused: null };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
