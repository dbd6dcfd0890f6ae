import type { ReactNode } from 'react';
import { classes } from '../classes';
import { Box, Pressable, Words } from '../element';
import { Icon } from '../Icon';

interface ToggleProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  id?: string;
}

/** One thing agreed to, or one row picked. */
export function Checkbox({ checked, onChange, children, id }: ToggleProps) {
  return (
    <Pressable
      id={id}
      className={classes('tick', checked && 'tick--on')}
      onPress={() => onChange(!checked)}
      aria={{ role: 'checkbox', checked }}
    >
      <Box className="tick__box" aria={{ hidden: true }}>
        <Icon name="check" />
      </Box>
      <Box className="grow">{children}</Box>
    </Pressable>
  );
}

/** A setting that takes effect at once. */
export function Switch({ checked, onChange, children, detail, id }: ToggleProps & { detail?: string }) {
  return (
    <Pressable
      id={id}
      className={classes('switch', checked && 'switch--on')}
      onPress={() => onChange(!checked)}
      aria={{ role: 'switch', checked }}
    >
      <Box className="grow">
        <Words className="h4">{children}</Words>
        {detail && <Words className="note">{detail}</Words>}
      </Box>
      <Box className="switch__track" aria={{ hidden: true }}>
        <Box className="switch__knob" />
      </Box>
    </Pressable>
  );
}
