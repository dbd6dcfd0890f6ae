import { useState } from 'react';
import { api } from '@/api';
import { Button, RadioCards, Sheet, TextArea } from '@/components';
import { scrollTo } from '@/platform';
import { useAttempt } from '@/state';
import { Failure } from '../desk/Failure';
import type { OfficerNeedDetail } from '../desk/need-words';

type Outcome = NonNullable<OfficerNeedDetail['outcome']>;

const options: readonly { value: Outcome; title: string; detail: string }[] = [
  { value: 'done', title: '办好了', detail: '事情解决了，下次探访再看一眼' },
  { value: 'handed-over', title: '转给别的部门了', detail: '写明转给谁、谁在跟' },
  { value: 'not-needed', title: '不用办了', detail: '核实过，没有这件事，或者老人不需要' },
];

interface CloseSheetProps {
  need: OfficerNeedDetail;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** Who reads it later: only what they may know is to be written. */
function hintOf({ matter, heldFromFamily }: OfficerNeedDetail): string {
  if (matter === 'no-answer') return '人在哪儿、几时回来。探访员看得到，病情不要写在这里';
  return heldFromFamily ? '谁办的、办成什么样。督导看得到' : '谁办的、办成什么样。督导和下次去的人看得到';
}

/** How it ended, with a line for whoever reads it later. */
export function CloseSheet({ need, open, onClose, onDone }: CloseSheetProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [note, setNote] = useState('');
  const { failure, run } = useAttempt();
  const words = note.trim();
  const close = async () => {
    if (outcome === null) return;
    const content = { outcome, ...(words ? { note: words } : {}) };
    const went = await run(content, (id) =>
      api.post('/api/needs/{id}/closures', { path: { id: need.id }, body: { id, ...content } }),
    );
    if (went) onDone();
  };
  const missing = outcome === null ? '请先选结果' : words === '' ? '请写一句怎么办的' : null;
  return (
    <Sheet open={open} title="这件事怎么结的？" onClose={onClose}>
      <RadioCards id="outcomes" label="结果" options={options} value={outcome} onChange={setOutcome} />
      <TextArea label="怎么办的" hint={hintOf(need)} value={note} onChange={setNote} maxLength={500} />
      <Failure sentence={failure} />
      <Button
        wide
        busyText="正在记"
        blocked={missing}
        onBlocked={() => outcome === null && scrollTo('outcomes')}
        onPress={close}
      >
        办结
      </Button>
    </Sheet>
  );
}
