import { useState } from 'react';
import { Button } from '@/components';
import type { DoorCard } from '../visit/draft';
import { EmergencySheet } from './EmergencySheet';

/** 求助, on every page of a visit. */
export function HelpButton({ card, narrow }: { card: DoorCard; narrow?: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      {narrow ? (
        <Button tone="redline" icon="stop" stacked label="紧急求助" onPress={() => setOpen(true)}>
          求助
        </Button>
      ) : (
        <Button tone="redquiet" icon="stop" onPress={() => setOpen(true)}>
          紧急求助
        </Button>
      )}
      <EmergencySheet open={open} card={card} onClose={() => setOpen(false)} />
    </>
  );
}
