import { useState } from 'react';
import { api } from '@/api';
import { Box, Button, RadioCards, Sheet, TextField, Words } from '@/components';
import { dayInWords, dayOf, now } from '@/platform';
import { useAttempt } from '@/state';
import type { ElderDetail } from '../desk/elder-words';
import type { EndReason } from '../desk/ending-words';
import { Failure } from '../desk/Failure';

const options: readonly { value: EndReason; title: string; detail: string }[] = [
  { value: 'deceased', title: '去世了', detail: '家里不会收到自动消息，要说的请当面说' },
  { value: 'moved', title: '迁走了', detail: '不在这里住了，由新住处的社区登记' },
  { value: 'mistake', title: '登记错了', detail: '不该在册，从入册那天起都不算' },
];

interface EndSheetProps {
  elder: ElderDetail;
  onClose: () => void;
  onDone: () => Promise<void>;
}

/** Why and since when the record has ended, and what follows before it is done. */
export function EndSheet({ elder, onClose, onDone }: EndSheetProps) {
  const today = dayOf(now());
  const [reason, setReason] = useState<EndReason | null>(null);
  const [typed, setTyped] = useState(today);
  const { failure, run } = useAttempt();
  // Who was registered by mistake was never owed anything.
  const on = reason === 'mistake' ? elder.registeredOn : typed;
  const gap = gapOf(reason, on, elder.registeredOn, today);
  const end = async () => {
    if (reason === null) return;
    const body = { version: elder.version, ended: { on, reason } };
    if (!(await run(body, () => api.patch('/api/elders/{id}', { path: { id: elder.id }, body })))) return;
    onClose();
    await onDone();
  };
  return (
    <Sheet open title={`${elder.name}不用再探访了？`} onClose={onClose}>
      <RadioCards label="为什么销册" options={options} value={reason} onChange={setReason} />
      {reason !== null && reason !== 'mistake' && (
        <TextField label="从哪天起" kind="date" value={typed} onChange={setTyped} required />
      )}
      {reason !== null && gap === null && <Follows since={dayInWords(on, today)} />}
      <Failure sentence={failure} />
      <Box className="pair">
        <Button tone="line" onPress={onClose}>
          不销册
        </Button>
        <Button busyText="正在销册" blocked={gap} onPress={end}>
          销册
        </Button>
      </Box>
    </Sheet>
  );
}

function gapOf(reason: EndReason | null, on: string, registeredOn: string, today: string): string | null {
  if (reason === null) return '请先选原因';
  if (on === '') return '请填日期';
  if (on > today) return '这天还没到';
  return on < registeredOn ? '不能早于入册那天' : null;
}

function Follows({ since }: { since: string }) {
  return (
    <Words>
      {since}
      起不再要人去，没去成的也不算漏。探访员马上看不到这位老人，门牌码作废，没办完的事记“不用办了”；不告诉家人的事留着，还要核实。弄错了可以撤回
    </Words>
  );
}
