import { useState } from 'react';
import { api } from '@/api';
import { Banner, Box, Button, Card, SectionTitle, Sheet, TextField, Words } from '@/components';
import { scrollTo } from '@/platform';
import { useAttempt } from '@/state';
import type { ElderDetail } from '../desk/elder-words';
import { endedInWords } from '../desk/ending-words';
import { Failure } from '../desk/Failure';
import { EndSheet } from './EndSheet';

const ENDED_ID = 'ended';

interface EndingProps {
  elder: ElderDetail;
  onChanged: () => Promise<void>;
}

/** Ends a record that runs; for those who may. */
export function Ending({ elder, onChanged }: EndingProps) {
  const [asking, setAsking] = useState(false);
  const done = async () => {
    await onChanged();
    // What was pressed is gone, and what is to be seen stands at the head of the page.
    setTimeout(() => scrollTo(ENDED_ID, 'top'));
  };
  return (
    <>
      <SectionTitle>销册</SectionTitle>
      <Card>
        <Box className="stack">
          <Words>去世了、迁走了，或者登记错了</Words>
          <Box>
            <Button tone="line" small icon="minus" label={`给${elder.name}销册`} onPress={() => setAsking(true)}>
              销册
            </Button>
          </Box>
        </Box>
      </Card>
      {asking && <EndSheet elder={elder} onClose={() => setAsking(false)} onDone={done} />}
    </>
  );
}

/** Since when and why a record has ended, and the way back for those who may. */
export function Ended({ elder, may, onChanged }: EndingProps & { may: boolean }) {
  const [asking, setAsking] = useState(false);
  const words = endedInWords(elder);
  if (words === null) return null;
  return (
    <>
      <Box id={ENDED_ID}>
        <Banner icon="minus" title={words}>
          名册里点“已销册”还找得到
        </Banner>
      </Box>
      {may && (
        <Box>
          <Button tone="line" small icon="undo" label={`撤回${elder.name}的销册`} onPress={() => setAsking(true)}>
            撤回
          </Button>
        </Box>
      )}
      {asking && <ReopenSheet elder={elder} onClose={() => setAsking(false)} onDone={onChanged} />}
    </>
  );
}

/** As the service asks for at least. */
const SHORTEST = 4;

interface ReopenSheetProps {
  elder: ElderDetail;
  onClose: () => void;
  onDone: () => Promise<void>;
}

function ReopenSheet({ elder, onClose, onDone }: ReopenSheetProps) {
  const [reason, setReason] = useState('');
  const { failure, run } = useAttempt();
  const words = reason.trim();
  const reopen = async () => {
    const path = { id: elder.id };
    if (!(await run(words, () => api.post('/api/elders/{id}/reopenings', { path, body: { reason: words } })))) return;
    onClose();
    await onDone();
  };
  return (
    <Sheet open title={`撤回${elder.name}的销册？`} onClose={onClose}>
      <Words>从今天起照方案又要人去。探访员要重新派，门牌码要重新发；销册时结掉的事不会自己再打开</Words>
      <TextField
        label="为什么撤回"
        hint="如：看错了人，老人还住在这里"
        value={reason}
        onChange={setReason}
        maxLength={200}
      />
      <Failure sentence={failure} />
      <Box className="pair">
        <Button tone="line" onPress={onClose}>
          不撤回
        </Button>
        <Button busyText="正在撤回" blocked={words.length < SHORTEST && '请写一句原因'} onPress={reopen}>
          撤回
        </Button>
      </Box>
    </Sheet>
  );
}
