import { useState } from 'react';
import { api } from '@/api';
import { Box, Button, RadioCards, Sheet, Words } from '@/components';
import { useAttempt } from '@/state';
import { Failure } from '../desk/Failure';
import type { PauseItem } from './pause-draft';

export interface ChangeProps {
  elder: { id: string; name: string };
  pause: PauseItem;
  onClose: () => void;
  onDone: () => Promise<void>;
}

type How = 'back' | 'mistake';

/** 已经回来了: visits are owed again from today; or it had been a mistake from the beginning. */
export function BackSheet({ elder, pause, onClose, onDone }: ChangeProps) {
  const [how, setHow] = useState<How>('back');
  const { failure, run } = useAttempt();
  const options: readonly { value: How; title: string; detail: string }[] = [
    {
      value: 'back',
      title: pause.reason === 'declined' ? '又可以去了' : '回来了',
      detail: '从今天起又要人去，这之前的还算免访',
    },
    { value: 'mistake', title: '当时记错了', detail: '当作没记过，这段时间没去成的算没见到' },
  ];
  const end = async () => {
    const path = { id: elder.id, pauseId: pause.id };
    const body = { how };
    if (!(await run(body, () => api.post('/api/elders/{id}/pauses/{pauseId}/endings', { path, body })))) return;
    onClose();
    await onDone();
  };
  return (
    <Sheet open title={`${elder.name}又要人去了？`} onClose={onClose}>
      <RadioCards label="怎么回事" options={options} value={how} onChange={setHow} />
      <Words>探访员的名单上马上又有这位老人</Words>
      <Failure sentence={failure} />
      <Box className="pair">
        <Button tone="line" onPress={onClose}>
          还不用去
        </Button>
        <Button icon="check" busyText="正在改" onPress={end}>
          又要去了
        </Button>
      </Box>
    </Sheet>
  );
}
