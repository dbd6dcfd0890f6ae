import { classes } from '../classes';
import { Box, Pressable, Roving, Words } from '../element';
import { Icon } from '../Icon';

export interface CardOption<V extends string> {
  value: V;
  title: string;
  /** Who does it, what it costs, when. */
  detail?: string;
}

interface RadioCardsProps<V extends string> {
  label: string;
  options: readonly CardOption<V>[];
  /** Nothing is chosen beforehand. */
  value: V | null | undefined;
  onChange: (value: V) => void;
  id?: string;
}

/** One of a few ways to go on, each with a line that says what it means. */
export function RadioCards<V extends string>({ label, options, value, onChange, id }: RadioCardsProps<V>) {
  const reachable = options.some((option) => option.value === value) ? value : options[0]?.value;
  return (
    <Roving id={id} className="picks" aria={{ role: 'radiogroup', label }}>
      {options.map((option) => (
        <Pressable
          key={option.value}
          className={classes('pick', option.value === value && 'pick--on')}
          inTabOrder={option.value === reachable}
          onPress={() => onChange(option.value)}
          aria={{
            role: 'radio',
            checked: option.value === value,
            label: option.detail ? `${option.title}，${option.detail}` : option.title,
          }}
        >
          <Box className="pick__dot" aria={{ hidden: true }}>
            <Icon name="check" />
          </Box>
          <Box className="pick__words">
            <Words className="pick__title">{option.title}</Words>
            {option.detail && <Words className="pick__detail">{option.detail}</Words>}
          </Box>
        </Pressable>
      ))}
    </Roving>
  );
}
