import { api } from '@/api';
import { Box, Button, Chip } from '@/components';
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
  const { failure, run } = useAttempt();
  const { id: relativeId, name, awaySince } = relative;
  if (awaySince === null) return null;
  const back = async () => {
    const path = { id: elderId, relativeId };
    const body = { awaySince: null };
    if (await run(body, () => api.patch('/api/elders/{id}/relatives/{relativeId}', { path, body }))) await onChanged();
  };
  return (
    <>
      <Box className="line line--wrap">
        <Chip meaning="excused" icon="calendar">
          {dayInWords(awaySince, dayOf(now()))}起外出
        </Chip>
        {may && (
          <Button tone="quiet" small busyText="正在改" label={`已经回来了，${name}`} onPress={back}>
            已经回来了
          </Button>
        )}
      </Box>
      <Failure sentence={failure} />
    </>
  );
}
