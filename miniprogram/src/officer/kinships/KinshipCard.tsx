import { useState } from 'react';
import { RELATIONS, wordOf } from '@tanfang/shared';
import { api, type ReplyOf } from '@/api';
import { Box, Button, Card, Chip, Heading, Icon, LinkTo, Sheet, TextField, Words } from '@/components';
import { dayOf, link, now, whenInWords } from '@/platform';
import { useAttempt } from '@/state';
import { Failure } from '../desk/Failure';

type Kinship = ReplyOf<'get', '/api/kinships'>['items'][number];
type Asking = 'confirm' | 'refuse' | 'end' | null;

interface KinshipCardProps {
  kinship: Kinship;
  status: 'awaiting' | 'confirmed';
  onDone: () => void;
}

/** One person who says they are a relative. */
export function KinshipCard({ kinship, status, onDone }: KinshipCardProps) {
  const [asking, setAsking] = useState<Asking>(null);
  const { relativeName, elderName } = kinship;
  const word = kinship.kinWord ?? wordOf(RELATIONS, kinship.relation);
  const ask = (what: Asking) => () => setAsking(what);
  const done = () => {
    setAsking(null);
    onDone();
  };
  return (
    <Card>
      <Box className="stack">
        <Box>
          <Heading level={3} as={2}>
            {relativeName}，{elderName}的{word}
          </Heading>
          <Words className="note num">
            微信账号 {kinship.accountName ?? '没有名字'}
            {kinship.acceptedAt !== null && `，${whenInWords(kinship.acceptedAt, dayOf(now()))}填的邀请码`}
          </Words>
        </Box>
        <PhoneChip kinship={kinship} />
        <Box className="line line--wrap">
          {status === 'awaiting' ? (
            <>
              <Button icon="check" onPress={ask('confirm')}>
                是本人，确认
              </Button>
              <Button tone="line" onPress={ask('refuse')}>
                不是，不通过
              </Button>
            </>
          ) : (
            <Button tone="line" onPress={ask('end')}>
              解除绑定
            </Button>
          )}
          <LinkTo to={link('/officer/elder/index', { id: kinship.elderId })} className="button button--quiet">
            看{elderName}的资料
          </LinkTo>
        </Box>
      </Box>
      <ConfirmSheet open={asking === 'confirm'} kinship={kinship} onClose={ask(null)} onDone={done} />
      <RefuseSheet open={asking === 'refuse'} kinship={kinship} onClose={ask(null)} onDone={done} />
      <EndSheet open={asking === 'end'} kinship={kinship} onClose={ask(null)} onDone={done} />
    </Card>
  );
}

/** The strongest sign there is that it is them. */
function PhoneChip({ kinship }: { kinship: Kinship }) {
  if (kinship.phoneMasked === null) return <Chip meaning="excused">账号没绑手机号</Chip>;
  return (
    <Box className="line line--wrap">
      {kinship.phoneMatches ? (
        <Chip meaning="done">手机号和名册里的一样</Chip>
      ) : (
        <Chip meaning="worry">手机号和名册里的不一样</Chip>
      )}
      <Words className="note num">{kinship.phoneMasked}</Words>
    </Box>
  );
}

interface SheetProps {
  open: boolean;
  kinship: Kinship;
  onClose: () => void;
  onDone: () => void;
}

function ConfirmSheet({ open, kinship, onClose, onDone }: SheetProps) {
  const { failure, run } = useAttempt();
  const confirm = async () => {
    const path = { id: kinship.id };
    if (await run('confirm', () => api.post('/api/kinships/{id}/confirmations', { path }))) onDone();
  };
  return (
    <Sheet open={open} title={`核实过是${kinship.relativeName}本人？`} onClose={onClose}>
      <Box className="line line--top">
        <Icon name="eye" />
        <Words>确认后，这个账号看得到{kinship.elderName}的探访情况和要办的事。同一位亲属先前绑的账号会解除</Words>
      </Box>
      <Failure sentence={failure} />
      <Box className="pair">
        <Button tone="line" onPress={onClose}>
          再核实一下
        </Button>
        <Button icon="check" busyText="正在确认" onPress={confirm}>
          确认
        </Button>
      </Box>
    </Sheet>
  );
}

/** As the service asks for at least. */
const SHORTEST = 2;

function RefuseSheet({ open, kinship, onClose, onDone }: SheetProps) {
  const [reason, setReason] = useState('');
  const { failure, run } = useAttempt();
  const words = reason.trim();
  const refuse = async () => {
    const path = { id: kinship.id };
    if (await run(words, () => api.post('/api/kinships/{id}/refusals', { path, body: { reason: words } }))) onDone();
  };
  return (
    <Sheet open={open} title="为什么不通过？" onClose={onClose}>
      <TextField
        label="原因"
        hint="如：打电话核实，不是本人。只有工作人员看得到"
        value={reason}
        onChange={setReason}
        maxLength={200}
      />
      <Failure sentence={failure} />
      <Button wide busyText="正在记" blocked={words.length < SHORTEST && '请写一句原因'} onPress={refuse}>
        不通过
      </Button>
    </Sheet>
  );
}

function EndSheet({ open, kinship, onClose, onDone }: SheetProps) {
  const { failure, run } = useAttempt();
  const end = async () => {
    const path = { id: kinship.id };
    if (await run('end', () => api.delete('/api/kinships/{id}', { path }))) onDone();
  };
  return (
    <Sheet open={open} title={`解除${kinship.relativeName}的绑定？`} onClose={onClose}>
      <Words>解除后马上看不到{kinship.elderName}的情况，也收不到消息。要再绑，重新给邀请码</Words>
      <Failure sentence={failure} />
      <Box className="pair">
        <Button tone="line" onPress={onClose}>
          不解除
        </Button>
        <Button busyText="正在解除" onPress={end}>
          解除
        </Button>
      </Box>
    </Sheet>
  );
}
