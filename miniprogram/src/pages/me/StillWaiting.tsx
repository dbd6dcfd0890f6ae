import { useEffect } from 'react';
import { Card, Row } from '@/components';
import { emergencies, keepSending, noAnswers, openOutbox, outbox } from '@/offline';
import { useMe, useStore } from '@/state';

/**
 * How many of this person's records wait on this phone. Who is no visitor any more comes to no page of visitors, and still has
 * what they did then to hand in: it is sent from here as well.
 */
export function useWaiting(): number {
  const { id } = useMe().account;
  useEffect(() => {
    openOutbox(id);
    keepSending();
  }, [id]);
  return useStore(outbox).items.length + useStore(noAnswers.waiting).length + useStore(emergencies.waiting).length;
}

/** The way to them, where no tab leads there. */
export function StillWaiting({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Card rows>
      <Row
        title={`还有 ${count} 份探访记录没送出`}
        detail="都存在这部手机里，有网会自己送，点这里看"
        to="/visitor/records/index"
      />
    </Card>
  );
}
