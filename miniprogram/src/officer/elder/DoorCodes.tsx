import { useState } from 'react';
import { api } from '@/api';
import { Banner, Box, Button, Card, Row, SectionTitle, Sheet, Words } from '@/components';
import { dayInWords, dayOf, go, link, now } from '@/platform';
import { useAttempt } from '@/state';
import { Failure } from '../desk/Failure';
import type { ElderDetail } from '../desk/elder-words';
import { shortDoorCode } from '../door-code/short';

interface DoorCodesProps {
  elder: ElderDetail;
  may: boolean;
  onChanged: () => Promise<void>;
}

/** The code on the door: scanned, it opens this elder's card for an assigned visitor and for nobody else. */
export function DoorCodes({ elder, may, onChanged }: DoorCodesProps) {
  const [asking, setAsking] = useState(false);
  const { failure, run } = useAttempt();
  const [code] = elder.doorCodes;
  const issue = async () => {
    let made = '';
    const went = await run('issue', async (id) => {
      const issued = await api.post('/api/elders/{id}/door-codes', { path: { id: elder.id }, body: { id } });
      made = issued.id;
    });
    if (!went) return;
    setAsking(false);
    await onChanged();
    go(link('/officer/door-code/index', { elderId: elder.id, codeId: made }));
  };
  return (
    <>
      <SectionTitle>门牌码</SectionTitle>
      <Card>
        <Box className="stack">
          {code ? (
            <Row
              title={`编号 ${shortDoorCode(code.id)}`}
              detail={`${dayInWords(dayOf(code.issuedAt), dayOf(now()))}发的，门上贴的应该是这一张`}
              {...(may ? { to: link('/officer/door-code/index', { elderId: elder.id, codeId: code.id }) } : {})}
            />
          ) : (
            <Banner icon="qr" title="门上还没有码">
              没有码也能探访，从名单里点进去
            </Banner>
          )}
          <Failure sentence={failure} />
          {may && (
            <Box>
              <Button tone="line" small icon="qr" busyText="正在发" onPress={code ? () => setAsking(true) : issue}>
                {code ? '换一张新的' : '发一张码'}
              </Button>
            </Box>
          )}
        </Box>
      </Card>
      <Sheet open={asking} title="换一张新的？" onClose={() => setAsking(false)}>
        <Words>门上那张马上作废，扫不开了。丢了、撕了、被人拍走了才要换</Words>
        <Failure sentence={failure} />
        <Box className="pair">
          <Button tone="line" onPress={() => setAsking(false)}>
            不换
          </Button>
          <Button busyText="正在换" onPress={issue}>
            换
          </Button>
        </Box>
      </Sheet>
    </>
  );
}
