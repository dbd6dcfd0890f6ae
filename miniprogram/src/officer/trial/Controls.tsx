import { Box, Button, Card, Segmented, TextField } from '@/components';
import type { Pack } from '../desk/asks';
import { Asked } from '../desk/Asked';

/** Two places, or one: the second may be left out. */
export type Chosen = readonly [string, string | null];

/** Stands for the second place where nothing is compared. */
export const ALONE = 'none';

interface ControlsProps {
  packs: readonly Pack[];
  chosen: Chosen;
  onChosen: (chosen: Chosen) => void;
  on: string;
  onDay: (on: string) => void;
  error: string | undefined;
  onStart: () => void;
}

/** Where and on which day it is worked out. */
export function Controls({ packs, chosen, onChosen, on, onDay, error, onStart }: ControlsProps) {
  const [first, second] = chosen;
  const options = packs.map(({ id, name }) => ({ value: id, label: name }));
  const others = [...options.filter(({ value }) => value !== first), { value: ALONE, label: '不比' }];
  const choose = (id: string) => onChosen([id, second === id ? first : second]);
  const compare = (id: string) => onChosen([first, id === ALONE ? null : id]);
  return (
    <Card>
      <Box className="controls">
        <Asked label="哪里的方案">
          <Segmented label="哪里的方案" options={options} value={first} onChange={choose} />
        </Asked>
        <Asked label="和哪里比">
          <Segmented label="和哪里比" options={others} value={second ?? ALONE} onChange={compare} />
        </Asked>
        <TextField id="on" label="哪一天" kind="date" value={on} onChange={onDay} error={error} required />
        <Button tone="line" icon="user" onPress={onStart}>
          换一位老人
        </Button>
      </Box>
    </Card>
  );
}
