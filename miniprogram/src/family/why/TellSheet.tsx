import { useState } from 'react';
import { api } from '@/api';
import { Button, Sheet, TextArea } from '@/components';
import { useAttempt } from '@/state';
import { TELL, type FamilyWhy } from './family-why';

interface TellSheetProps {
  why: FamilyWhy;
  open: boolean;
  onClose: () => void;
  onTold: () => void;
}

/** 不对，告诉社区: one note, which somebody of the community has to look at and answer. */
export function TellSheet({ why, open, onClose, onTold }: TellSheetProps) {
  const [note, setNote] = useState('');
  const { failure, run } = useAttempt();
  const { title, hint } = TELL[why.state];
  const tell = async () => {
    const words = note.trim();
    const send = (id: string) =>
      api.post('/api/parents/{id}/objections', { path: { id: why.elder.id }, body: { id, note: words } });
    if (!(await run(words, send))) return;
    setNote('');
    onTold();
  };
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <TextArea
        id="tell"
        label="写一句就行"
        hint={hint}
        value={note}
        onChange={setNote}
        maxLength={300}
        error={failure}
        required
      />
      <Button wide busyText="正在告诉社区" blocked={note.trim() === '' && '请先写一句'} onPress={tell}>
        告诉社区
      </Button>
    </Sheet>
  );
}
