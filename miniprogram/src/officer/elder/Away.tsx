import { useState } from 'react';
import { api } from '@/api';
import { Box, Button, Chip, Sheet, Words } from '@/components';
import { dayInWords, dayOf, now } from '@/platform';
import { useAttempt } from '@/state';
import { Failure } from '../desk/Failure';
import type { ElderDetail } from '../desk/elder-words';

interface AwayProps {
  elderId: string;
  relative: ElderDetail['relatives'][number];
  may: boolean;
  onChanged: () => Promise<void>;
}

/** Since when a relative is away, and that they are back: who is left behind, and how often somebody comes, hangs on it. */
export function Away({ elderId, relative, may, onChanged }: AwayProps) {
  const [asking, setAsking] = useState(false);
  const { name, awaySince } = relative;
  if (awaySince === null) return null;
  const since = dayInWords(awaySince, dayOf(now()));
  const close = () => setAsking(false);
  return (
    <>
      <Box className="line line--wrap">
        <Chip meaning="excused" icon="calendar">
          {since}起外出
        </Chip>
        {may && (
          <Button tone="quiet" small label={`已经回来了，${name}`} onPress={() => setAsking(true)}>
            已经回来了
          </Button>
        )}
      </Box>
      {asking && (
        <BackSheet elderId={elderId} relative={relative} since={since} onClose={close} onChanged={onChanged} />
      )}
    </>
  );
}

interface BackSheetProps extends Omit<AwayProps, 'may'> {
  /** The day in words. */
  since: string;
  onClose: () => void;
}

/** Visits may end with it, so it is asked first. */
function BackSheet({ elderId, relative, since, onClose, onChanged }: BackSheetProps) {
  const { failure, run } = useAttempt();
  const { id: relativeId, name } = relative;
  const back = async () => {
    const path = { id: elderId, relativeId };
    const body = { awaySince: null };
    if (!(await run(body, () => api.patch('/api/elders/{id}/relatives/{relativeId}', { path, body })))) return;
    onClose();
    await onChanged();
  };
  return (
    <Sheet open title={`${name}已经回来了？`} onClose={onClose}>
      <Words>
        「{since}
        起外出」会划掉，点错了在“改情况”里填回去。老人算不算家人不在身边、多久探访一次，马上按方案重新算，可能不用再定期上门
      </Words>
      <Failure sentence={failure} />
      <Box className="pair">
        <Button tone="line" onPress={onClose}>
          还没回来
        </Button>
        <Button icon="check" busyText="正在改" onPress={back}>
          回来了
        </Button>
      </Box>
    </Sheet>
  );
}
