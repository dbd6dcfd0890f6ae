import { outOfReach, takeBack, type WaitingVisit } from '@/offline';
import { fillable, loadCard } from '../visit/cards';
import { draftOf, saveDraft, type VisitDraft } from '../visit/draft';

const WITHOUT_NETWORK = '要有网才能打开改，先放着也不会丢';

/**
 * Makes a draft of a record that was refused, under its own id: nothing of it was taken in.
 * @returns what stands in the way, as a sentence; null when it is open
 */
export async function reopen(item: WaitingVisit): Promise<string | null> {
  const { accountId, body, files } = item;
  if (draftOf(accountId, body.elderId).get()) return `${item.elderName}今天已经有一份在填，先把那份交了`;
  try {
    const card = fillable(await loadCard(accountId, body.elderId));
    if (!card) return WITHOUT_NETWORK;
    saveDraft(toDraft(item, card, files));
    takeBack(body.id);
    return null;
  } catch (error) {
    return outOfReach(error) ? WITHOUT_NETWORK : '这一家现在不归您看了，请告诉社区';
  }
}

function toDraft(item: WaitingVisit, card: VisitDraft['card'], files: WaitingVisit['files']): VisitDraft {
  const { body, checkIn, accountId } = item;
  const { signature } = body;
  const typeOf = (sha256: string) => files.find((file) => file.sha256 === sha256)?.type ?? 'image/jpeg';
  return {
    visitId: body.id,
    accountId,
    card: { ...card, checkInId: body.checkInId ?? card.checkInId },
    mode: body.mode,
    startedAt: body.startedAt,
    pendingCheckIn: checkIn,
    answers: body.answers as VisitDraft['answers'],
    photos: body.photos.map(({ sha256, field }) => ({ sha256, type: typeOf(sha256), field: field ?? null })),
    signature: {
      kind: signature.kind,
      drawing: signature.sha256 ? { sha256: signature.sha256, type: typeOf(signature.sha256) } : null,
      proxyName: signature.proxyName ?? '',
      agreed: signature.kind === 'phone',
    },
  };
}
