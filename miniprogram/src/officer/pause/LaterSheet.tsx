import { useState } from 'react';
import { PAUSES } from '@tanfang/shared';
import { api } from '@/api';
import { Box, Button, Sheet, TextArea, TextField } from '@/components';
import { dayOf, now } from '@/platform';
import { useAttempt } from '@/state';
import { Failure } from '../desk/Failure';
import type { ChangeProps } from './BackSheet';
import { backOnGap, backOnLabel } from './pause-draft';

/** Another day of return, later or earlier; the note may be put right with it. */
export function LaterSheet({ elder, pause, onClose, onDone }: ChangeProps) {
  const [backOn, setBackOn] = useState(pause.backOn);
  const [note, setNote] = useState(pause.note);
  const { failure, run } = useAttempt();
  const gap = backOnGap(pause.reason, backOn, dayOf(now())) ?? (note.trim().length < 2 ? '请写一句怎么知道的' : null);
  const save = async () => {
    const path = { id: elder.id, pauseId: pause.id };
    const body = { backOn, note: note.trim() };
    if (!(await run(body, () => api.patch('/api/elders/{id}/pauses/{pauseId}', { path, body })))) return;
    onClose();
    await onDone();
  };
  return (
    <Sheet open title={`${elder.name}，${PAUSES[pause.reason]}到哪天？`} onClose={onClose}>
      <TextField label={backOnLabel(pause.reason)} kind="date" value={backOn} onChange={setBackOn} required />
      <TextArea label="怎么知道的" value={note} onChange={setNote} maxLength={500} />
      <Failure sentence={failure} />
      <Box className="pair">
        <Button tone="line" onPress={onClose}>
          不改
        </Button>
        <Button icon="check" busyText="正在改" blocked={gap} onPress={save}>
          改好了
        </Button>
      </Box>
    </Sheet>
  );
}
