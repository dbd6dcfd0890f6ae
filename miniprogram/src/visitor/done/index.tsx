import { Page } from '@/components';
import { itemOf, outbox } from '@/offline';
import { back, restart, useParams } from '@/platform';
import { useStore } from '@/state';
import { visitorPage } from '../visit/visitor-page';
import { Kept } from './Kept';
import { NextHome } from './NextHome';
import { Received } from './Received';

/** A record after it was handed in: what was received, who acts next, who was told; or that it waits on the phone. */
function DonePage() {
  const { visitId = '', fresh } = useParams();
  useStore(outbox);
  const waiting = itemOf(visitId);
  const isFresh = fresh !== undefined;
  return (
    <Page
      title={isFresh ? '' : '探访记录'}
      onBack={isFresh ? () => restart('/visitor/today/index') : () => back('/visitor/records/index')}
      foot={isFresh ? <NextHome /> : null}
    >
      {waiting && !waiting.received ? (
        <Kept item={waiting} />
      ) : (
        <Received key={visitId} visitId={visitId} waiting={waiting} fresh={isFresh} />
      )}
    </Page>
  );
}

export default visitorPage(DonePage);
