import { useState } from 'react';
import { Page, ResourceView, Skeleton } from '@/components';
import { useParams } from '@/platform';
import { useMe, useResource } from '@/state';
import { loadCard } from '../visit/cards';
import { visitorPage } from '../visit/visitor-page';
import { Told } from './Told';
import { Trying } from './Trying';

/** 没人开门: what to try before leaving, and whom to leave it to. */
function NoAnswerPage() {
  const { elderId = '' } = useParams();
  const accountId = useMe().account.id;
  const card = useResource(() => loadCard(accountId, elderId), elderId);
  const [toldId, setToldId] = useState<string | null>(null);
  if (toldId !== null && card.data) return <Told id={toldId} card={card.data.card} />;
  if (card.data) return <Trying key={elderId} shown={card.data} onTold={setToldId} />;
  return (
    <Page title="没人开门">
      <ResourceView of={card} loading={<Skeleton cards={2} slow={card.slow} />}>
        {() => null}
      </ResourceView>
    </Page>
  );
}

export default visitorPage(NoAnswerPage);
