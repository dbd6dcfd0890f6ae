import { Box, Button, Sheet, Words } from '@/components';
import { back } from '@/platform';
import { endDraft, type VisitDraft } from '../visit/draft';

/** Leaving a record that is not finished: it stays, unless the visitor says otherwise. */
export function LeaveSheet({ open, draft, onStay }: { open: boolean; draft: VisitDraft; onStay: () => void }) {
  const discard = () => {
    endDraft(draft.accountId, draft.card.elder.id, true);
    back();
  };
  return (
    <Sheet open={open} title="先离开？填的会留着" onClose={onStay} closeLabel="接着填">
      <Words className="note">留到今晚 12 点，从今日名单里点进来接着填</Words>
      <Box className="pair">
        <Button tone="line" onPress={() => back()}>
          先放着
        </Button>
        <Button onPress={onStay}>接着填</Button>
      </Box>
      <Button tone="quiet" icon="trash" onPress={discard}>
        这次不探访了，清掉填的
      </Button>
    </Sheet>
  );
}
