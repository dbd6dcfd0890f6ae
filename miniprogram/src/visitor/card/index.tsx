import { Page, ResourceView, Skeleton } from '@/components';
import { useParams } from '@/platform';
import { useMe, useResource } from '@/state';
import { keptCard, loadCard, type ShownCard } from '../visit/cards';
import { loadForm } from '../visit/forms';
import { useReloadWhenBack } from '../visit/use-reload-when-back';
import { visitorPage } from '../visit/visitor-page';
import { AtTheDoor, type CheckInState } from './AtTheDoor';

/** What helps at this door, before it opens. */
function CardPage() {
  const { elderId = '', scanned, checkIn, code, at } = useParams();
  const accountId = useMe().account.id;
  const card = useResource(() => open(accountId, elderId, scanned !== undefined && checkIn === undefined), elderId);
  useReloadWhenBack(card.data && card.data.source !== 'live' ? card.reload : null);
  const pending: CheckInState['pending'] = checkIn && code && at ? { id: checkIn, code, at: Number(at) } : null;
  if (card.data) return <AtTheDoor key={elderId} shown={card.data} pending={pending} />;
  return (
    <Page title="进门前看一眼">
      <ResourceView of={card} loading={<Skeleton cards={2} slow={card.slow} />}>
        {() => null}
      </ResourceView>
    </Page>
  );
}

/** Every look at a card is written down, so what the scan has just brought is not fetched a second time. */
async function open(accountId: string, elderId: string, justScanned: boolean): Promise<ShownCard> {
  const kept = justScanned ? keptCard(accountId, elderId) : null;
  const shown: ShownCard = kept ? { card: kept, source: 'live' } : await loadCard(accountId, elderId);
  // So that the form opens at once, also where the stairwell has no network.
  if (shown.card.form) void loadForm(shown.card.form).catch(() => undefined);
  return shown;
}

export default visitorPage(CardPage);
