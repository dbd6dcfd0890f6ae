import { useState } from 'react';
import { api } from '@/api';
import { Box, Button, Sheet, Words } from '@/components';
import { Problem } from '@/platform';
import { useAttempt } from '@/state';
import type { Asks } from '../desk/asks';
import { streetOf, type ElderDetail } from '../desk/elder-words';
import { Failure } from '../desk/Failure';
import { changesOf, circumstancesOf, type StandingDraft } from '../relatives/relative-draft';
import { StandingFields } from '../relatives/RelativeFields';

interface ChangeRelativeSheetProps {
  elder: ElderDetail;
  relative: ElderDetail['relatives'][number];
  asks: Asks;
  onClose: () => void;
  onChanged: () => Promise<void>;
}

/** Who a relative is to the elder, where they live, since when they are away: the plan answers anew at once. */
export function ChangeRelativeSheet({ elder, relative, asks, onClose, onChanged }: ChangeRelativeSheetProps) {
  const street = streetOf(elder);
  const [known] = useState(() => standingOf(relative, street));
  const [draft, setDraft] = useState(known);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { failure, run } = useAttempt();
  const save = async () => {
    setProblem(null);
    const body = changesOf(known, draft, street);
    const path = { id: elder.id, relativeId: relative.id };
    const saved = await run(body, async () => {
      try {
        await api.patch('/api/elders/{id}/relatives/{relativeId}', { path, body });
      } catch (error) {
        if (error instanceof Problem) setProblem(error);
        throw error;
      }
    });
    if (!saved) return;
    onClose();
    await onChanged();
  };
  return (
    <Sheet open title={`${relative.name}的情况`} onClose={onClose}>
      <StandingFields draft={draft} onChange={setDraft} errorOf={(field) => problem?.fieldMessage(field)} asks={asks} />
      <Words className="note">存下就按方案重新算：属于哪一类，多久去一次</Words>
      <Failure sentence={failure} />
      <Box className="pair">
        <Button tone="line" onPress={onClose}>
          不改了
        </Button>
        <Button busyText="正在存" onPress={save}>
          存下
        </Button>
      </Box>
    </Sheet>
  );
}

function standingOf(relative: ChangeRelativeSheetProps['relative'], street: string | null): StandingDraft {
  const { residence, emergencyContact, ...known } = relative;
  const place = residence ? { residence: { division: residence } } : {};
  return { ...circumstancesOf({ ...known, ...place }, street), emergencyContact };
}
