import { useEffect } from 'react';
import { api, type ReplyOf } from '@/api';
import { Art, Banner, Box, Card, Heading, ResourceView, Skeleton, Timeline, Words } from '@/components';
import type { WaitingVisit } from '@/offline';
import { buzz, dayOf, now, whenInWords } from '@/platform';
import { useResource } from '@/state';
import { stepsAfter } from './steps';
import { useFollowUp } from './use-follow-up';

type Receipt = ReplyOf<'get', '/api/visits/{id}'>;

interface ReceivedProps {
  visitId: string;
  /** Some of its files are still on the phone. */
  waiting: WaitingVisit | undefined;
  fresh: boolean;
}

/** Received, not just sent: the service has said so. */
export function Received({ visitId, waiting, fresh }: ReceivedProps) {
  const receipt = useResource(() => api.get('/api/visits/{id}', { path: { id: visitId } }), visitId);
  const followUp = useFollowUp(visitId, fresh);
  useEffect(() => {
    if (fresh) buzz();
  }, [fresh]);
  return (
    <ResourceView
      of={receipt}
      loading={<Skeleton cards={2} avatar={false} slow={receipt.slow} />}
      kept="记录社区已经收到"
    >
      {(received) => (
        <>
          <ReceivedHead receipt={received} thanks={fresh} />
          <Files receipt={received} waiting={waiting} />
          <Card>
            <Box className="stack">
              <Heading level={3} as={2}>
                接下来会怎样
              </Heading>
              <Box aria={{ live: 'polite' }}>
                <Timeline steps={stepsAfter(received, followUp, dayOf(now()))} />
              </Box>
            </Box>
          </Card>
        </>
      )}
    </ResourceView>
  );
}

function ReceivedHead({ receipt, thanks }: { receipt: Receipt; thanks: boolean }) {
  const { elderName, receivedAt, number } = receipt;
  return (
    <Box className="received">
      <Art name="received" large />
      <Heading level={1}>{thanks ? '社区收到了，谢谢您' : '社区收到了'}</Heading>
      <Words className="note num">
        {elderName}，{whenInWords(receivedAt, dayOf(now()))}，<Words className="nowrap">编号 {number}</Words>
      </Words>
    </Box>
  );
}

/** Photos follow the record; they may still be on their way. */
function Files({ receipt, waiting }: { receipt: Receipt; waiting: WaitingVisit | undefined }) {
  const refused = waiting?.files.find((file) => file.refused)?.refused;
  if (refused)
    return (
      <Banner meaning="worry" title="有一张照片没被收下" to="/visitor/records/index">
        {refused}
      </Banner>
    );
  if (waiting) {
    const sent = waiting.files.filter((file) => file.sent).length;
    return (
      <Banner icon="image" title={`正在传照片和签名 ${sent} / ${waiting.files.length}`} live>
        可以先离开，会自己传完
      </Banner>
    );
  }
  const missing = receipt.files.expected - receipt.files.received;
  if (missing <= 0 || now() - receipt.receivedAt < 60_000) return null;
  return (
    <Banner icon="image" title={`还有 ${missing} 张照片没到`}>
      在交这份记录的手机上打开“记录”，会接着传
    </Banner>
  );
}
