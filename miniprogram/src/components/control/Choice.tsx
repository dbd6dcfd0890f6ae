import { classes } from '../classes';
import { Pressable, Roving, Words } from '../element';
import { Icon } from '../Icon';
import type { IconName } from '../icon-names';
import type { Meaning } from '../meaning';

export interface Option<V extends string = string> {
  value: V;
  label: string;
  /** 安全 done, 较安全 worry, 不安全 danger; plain choices are owed. */
  meaning?: Exclude<Meaning, 'excused'>;
}

interface Shared<V extends string> {
  /** What is asked; read out, and shown by the page itself. */
  label: string;
  options: readonly Option<V>[];
  /** How many stand side by side; one in 关怀模式. */
  columns?: 1 | 2 | 3;
  /** Marks a question that was left out. */
  wrong?: boolean;
  id?: string;
}

export interface ChoiceProps<V extends string> extends Shared<V> {
  value: V | null | undefined;
  onChange: (value: V) => void;
  /** The answer of last time: shown dashed, never an answer until tapped. Hazards must not have one. */
  last?: V | null | undefined;
}

const meaningIcons: Record<Exclude<Meaning, 'excused'>, IconName> = {
  owed: 'check',
  done: 'check',
  worry: 'warn',
  danger: 'stop',
};

/** One of a few short answers. */
export function Choice<V extends string>({ value, onChange, last, ...shared }: ChoiceProps<V>) {
  const { options } = shared;
  const reachable = options.some((option) => option.value === value) ? value : options[0]?.value;
  return (
    <Roving
      id={shared.id}
      className={layout(shared)}
      aria={{ role: 'radiogroup', label: shared.label, invalid: shared.wrong }}
    >
      {options.map((option) => (
        <OptionButton
          key={option.value}
          option={option}
          role="radio"
          on={option.value === value}
          last={value == null && option.value === last}
          wrong={shared.wrong === true}
          inTabOrder={option.value === reachable}
          onPress={() => onChange(option.value)}
        />
      ))}
    </Roving>
  );
}

export interface ChoicesProps<V extends string> extends Shared<V> {
  values: readonly V[];
  onChange: (values: V[]) => void;
  /** The answers of last time: shown dashed while nothing is chosen, never answers until tapped. */
  last?: readonly V[] | undefined;
}

/** Any number of a few short answers; the order of `options` is kept. */
export function Choices<V extends string>({ values, onChange, last = [], ...shared }: ChoicesProps<V>) {
  const toggle = (value: V) =>
    onChange(shared.options.map((option) => option.value).filter((each) => values.includes(each) !== (each === value)));
  return (
    <Roving id={shared.id} className={layout(shared)} aria={{ role: 'group', label: shared.label }}>
      {shared.options.map((option) => (
        <OptionButton
          key={option.value}
          option={option}
          role="checkbox"
          on={values.includes(option.value)}
          last={values.length === 0 && last.includes(option.value)}
          wrong={shared.wrong === true}
          inTabOrder
          onPress={() => toggle(option.value)}
        />
      ))}
    </Roving>
  );
}

function layout({ columns = 3 }: { columns?: 1 | 2 | 3 }): string {
  return classes('choices', columns !== 3 && `choices--${columns}`);
}

interface OptionButtonProps {
  option: Option;
  role: 'radio' | 'checkbox';
  on: boolean;
  last: boolean;
  wrong: boolean;
  inTabOrder: boolean;
  onPress: () => void;
}

function OptionButton({ option, role, on, last, wrong, inTabOrder, onPress }: OptionButtonProps) {
  const meaning = option.meaning ?? 'owed';
  // Answers with a meaning show their icon before they are chosen, so that colour never comes alone.
  const icon = on || option.meaning ? meaningIcons[meaning] : null;
  const look = classes(
    'choice',
    `choice--${meaning}`,
    on && 'choice--on',
    last && 'choice--last',
    wrong && !on && 'choice--wrong',
  );
  return (
    <Pressable
      className={look}
      inTabOrder={inTabOrder}
      onPress={onPress}
      aria={{ role, checked: on, label: last ? `${option.label}，上次的答案，还没有确认` : option.label }}
    >
      {icon && <Icon name={icon} />}
      <Words>{option.label}</Words>
    </Pressable>
  );
}
