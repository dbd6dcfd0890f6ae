import { useRef, useState } from 'react';
import { api } from '@/api';
import { Button, Sheet, TextArea } from '@/components';
import { failureInWords, ulid } from '@/platform';
import type { FamilyNeed } from './family-need';
import { isRefusal } from './failure';

interface CloseSheetProps {
  need: FamilyNeed;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
  /** The need is no longer what this page shows. */
  onStale: (sentence: string) => void;
}

/** 办好了, with a line about how if they like. */
export function CloseSheet({ need, open, onClose, onDone, onStale }: CloseSheetProps) {
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  // The note belongs to the request: with another note it is another request.
  const attempt = useRef({ note: '', id: '' });
  const close = async () => {
    setFailure(null);
    const words = note.trim();
    if (attempt.current.id === '' || attempt.current.note !== words) attempt.current = { note: words, id: ulid() };
    try {
      const body = { id: attempt.current.id, outcome: 'done' as const, ...(words ? { note: words } : {}) };
      await api.post('/api/needs/{id}/closures', { path: { id: need.id }, body });
      onDone();
    } catch (error) {
      if (isRefusal(error)) onStale(error.message);
      else setFailure(failureInWords(error));
    }
  };
  return (
    <Sheet open={open} title="这件事办好了？" onClose={onClose}>
      <TextArea
        label="怎么办的（可以不写）"
        hint="写一句，下次去的人就知道看哪儿"
        value={note}
        onChange={setNote}
        maxLength={200}
        error={failure}
      />
      <Button wide busyText="正在告诉社区" onPress={close}>
        办好了
      </Button>
    </Sheet>
  );
}
