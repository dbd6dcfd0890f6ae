import { classes } from './classes';
import { Box } from './element';
import { Icon } from './Icon';
import type { IconName } from './icon-names';
import type { Meaning } from './meaning';

/** The surname in a warm circle: no photos of people. `done` shows a tick instead. */
export function Avatar({ name, large, done }: { name: string; large?: boolean; done?: boolean }) {
  return (
    <Box className={classes('avatar', large && 'avatar--large', done && 'avatar--done')} aria={{ hidden: true }}>
      {done ? <Icon name="check" /> : [...name][0]}
    </Box>
  );
}

/** An icon in a soft square, beside the words it belongs to. */
export function Mark({ icon, look }: { icon: IconName; look?: Exclude<Meaning, 'excused'> | 'sun' }) {
  return (
    <Box className={classes('mark', look && `mark--${look}`)} aria={{ hidden: true }}>
      <Icon name={icon} />
    </Box>
  );
}
