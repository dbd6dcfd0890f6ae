import { useState } from 'react';
import { api } from '@/api';
import { Button, Sheet } from '@/components';
import { Problem } from '@/platform';
import { useAttempt } from '@/state';
import type { Asks } from '../desk/asks';
import { Failure } from '../desk/Failure';
import { streetOf, type ElderDetail } from '../desk/elder-words';
import { newRelative, relativeGap, toRelativeBody } from '../relatives/relative-draft';
import { RelativeFields } from '../relatives/RelativeFields';

interface AddRelativeSheetProps {
  elder: ElderDetail;
  asks: Asks;
  open: boolean;
  onClose: () => void;
  onAdded: () => Promise<void>;
}

export function AddRelativeSheet({ elder, asks, open, onClose, onAdded }: AddRelativeSheetProps) {
  const [draft, setDraft] = useState(newRelative);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { failure, run } = useAttempt();
  const add = async () => {
    setProblem(null);
    const body = toRelativeBody(draft, streetOf(elder));
    const added = await run(body, async () => {
      try {
        await api.post('/api/elders/{id}/relatives', { path: { id: elder.id }, body });
      } catch (error) {
        if (error instanceof Problem) setProblem(error);
        throw error;
      }
    });
    if (!added) return;
    setDraft(newRelative());
    onClose();
    await onAdded();
  };
  return (
    <Sheet open={open} title="加一位亲属" onClose={onClose}>
      <RelativeFields draft={draft} onChange={setDraft} errorOf={(field) => problem?.fieldMessage(field)} asks={asks} />
      <Failure sentence={failure} />
      <Button wide busyText="正在记" blocked={relativeGap(draft)} onPress={add}>
        加上
      </Button>
    </Sheet>
  );
}
