import { useEffect, useState } from 'react';
import { Button, Empty, Page, Skeleton } from '@/components';
import { doorCodeOf, link, now, replace, scan, ulid, useParams } from '@/platform';
import { useMe, useResource } from '@/state';
import { visitorPage } from '../visit/visitor-page';
import { AskFirst } from './AskFirst';
import { checkIn } from './check-in';
import { ScanFailure } from './ScanFailure';
import { WithoutNetwork } from './WithoutNetwork';

/** Where the QR on a door leads: `q` is the link that is printed there, or the bare code; `scene` WeChat's own code. */
function ScanPage() {
  const { q, scene } = useParams();
  const me = useMe();
  const code = doorCodeOf(q ?? scene ?? '');
  const again = async () => {
    const text = await scan(me.demo !== null);
    if (text) replace(link('/visitor/scan/index', { q: text }));
  };
  return (
    <Page title="门牌码">
      {code === null ? (
        <Empty title="还没有扫到门牌码" action={<Button onPress={again}>扫门牌码</Button>}>
          码在老人家的门上或者门边
        </Empty>
      ) : (
        <CheckingIn key={code} code={code} onScan={again} />
      )}
    </Page>
  );
}

function CheckingIn({ code, onScan }: { code: string; onScan: () => Promise<void> }) {
  const accountId = useMe().account.id;
  // One scan is one check-in, however often it has to be sent.
  const [scanned] = useState(() => ({ id: ulid(), at: now(), code }));
  const result = useResource(() => checkIn(accountId, scanned));
  const opened = result.data?.kind === 'owed' ? result.data.card.elder.id : null;
  useEffect(() => {
    if (opened) replace(link('/visitor/card/index', { elderId: opened, scanned: 1 }));
  }, [opened]);
  if (result.error && !result.loading)
    return <ScanFailure error={result.error} onRetry={result.reload} onScan={onScan} />;
  if (result.data?.kind === 'not-owed') return <AskFirst card={result.data.card} />;
  if (result.data?.kind === 'offline') return <WithoutNetwork scanned={scanned} />;
  return <Skeleton cards={1} slow={result.slow} />;
}

export default visitorPage(ScanPage);
