import { Box, Button, Sheet, Words } from '@/components';
import { back } from '@/platform';

interface LeaveSheetProps {
  open: boolean;
  /** Where one comes back from: 今日名单. */
  from: string;
  /** On the button that clears it. */
  discardLabel: string;
  onStay: () => void;
  onDiscard: () => void;
}

/** Leaving what is not finished: it stays, unless somebody says otherwise. */
export function LeaveSheet({ open, from, discardLabel, onStay, onDiscard }: LeaveSheetProps) {
  const discard = () => {
    onDiscard();
    back();
  };
  return (
    <Sheet open={open} title="先离开？填的会留着" onClose={onStay} closeLabel="接着填">
      <Words className="note">留到今晚 12 点，从{from}里点进来接着填</Words>
      <Box className="pair">
        <Button tone="line" onPress={() => back()}>
          先放着
        </Button>
        <Button onPress={onStay}>接着填</Button>
      </Box>
      <Button tone="quiet" icon="trash" onPress={discard}>
        {discardLabel}
      </Button>
    </Sheet>
  );
}
