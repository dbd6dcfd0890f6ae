import { classes } from '../classes';
import { Pressable, Roving, Words } from '../element';

interface SegmentedProps<V extends string> {
  label: string;
  options: readonly { value: V; label: string }[];
  value: V;
  onChange: (value: V) => void;
  /** `tabs` when each part shows another content, `choice` when it is an answer. */
  as?: 'tabs' | 'choice';
}

/** Two to five parts of which one is on, e.g. 本人签字 · 画个记号 · 家人代签. More than four are short words. */
export function Segmented<V extends string>({ label, options, value, onChange, as = 'choice' }: SegmentedProps<V>) {
  const tabs = as === 'tabs';
  return (
    <Roving
      className={classes('segmented', options.length > 4 && 'segmented--many')}
      aria={{ role: tabs ? 'tablist' : 'radiogroup', label }}
    >
      {options.map((option) => {
        const on = option.value === value;
        return (
          <Pressable
            key={option.value}
            className={classes('segmented__item', on && 'segmented__item--on')}
            inTabOrder={on}
            onPress={() => onChange(option.value)}
            aria={tabs ? { role: 'tab', selected: on } : { role: 'radio', checked: on }}
          >
            <Words>{option.label}</Words>
          </Pressable>
        );
      })}
    </Roving>
  );
}
