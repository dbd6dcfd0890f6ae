import { useState } from 'react';
import { Box, Button, Choice, Icon, Sheet, TextField, Words } from '@/components';
import { useAttempt } from '@/state';
import { Failure } from './Failure';

interface ReasonSheetProps {
  open: boolean;
  title: string;
  /** What happens when it is looked at. */
  told: string;
  /** Common reasons; 其他 is always there. */
  reasons: readonly string[];
  action: string;
  onClose: () => void;
  /** Looks the value up; throws what the service says. */
  onReason: (reason: string) => Promise<unknown>;
}

const OTHER = '其他';
/** As the service asks for at least. */
const SHORTEST = 4;

/** Before a whole value is shown: why. Whoever looks, when and why is written down. */
export function ReasonSheet({ open, title, told, reasons, action, onClose, onReason }: ReasonSheetProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const { failure, setFailure, run } = useAttempt();
  const reason = [chosen === OTHER ? null : chosen, words.trim()].filter(Boolean).join('：');
  const close = () => {
    setChosen(null);
    setWords('');
    setFailure(null);
    onClose();
  };
  const look = async () => {
    if (await run(reason, () => onReason(reason))) close();
  };
  const missing = chosen === null ? '请先选原因' : reason.length < SHORTEST ? '请写一句原因' : null;
  return (
    <Sheet open={open} title={title} onClose={close}>
      <Box className="line line--top note">
        <Icon name="eye" />
        <Words>{told}</Words>
      </Box>
      <Words className="strong">为什么要看</Words>
      <Choice
        label="为什么要看"
        columns={2}
        options={[...reasons, OTHER].map((value) => ({ value, label: value }))}
        value={chosen}
        onChange={setChosen}
      />
      <TextField
        label={chosen === OTHER ? '写一句原因' : '补一句（可以不写）'}
        value={words}
        onChange={setWords}
        maxLength={100}
      />
      <Failure sentence={failure} />
      <Box className="pair">
        <Button tone="line" onPress={close}>
          不看了
        </Button>
        <Button icon="eye" blocked={missing} onPress={look}>
          {action}
        </Button>
      </Box>
    </Sheet>
  );
}
