import type { ReactNode } from 'react';
import { classes } from '../classes';
import { Pressable, Words, type Spoken } from '../element';
import { Icon } from '../Icon';
import type { IconName } from '../icon-names';
import { useOnce } from './use-once';

export interface ButtonProps {
  children: ReactNode;
  /**
   * A promise keeps the button busy until it settles, so the tap cannot fire twice. What the action throws is not
   * shown by the button: catch it where it can be said.
   */
  onPress: () => unknown;
  /** `main` once per screen, in the foot. Red is for 求助 only, never for delete. */
  tone?: 'main' | 'line' | 'quiet' | 'red' | 'redline' | 'redquiet';
  icon?: IconName;
  /** Busy for a reason outside the button; it is busy by itself while `onPress` runs. */
  busy?: boolean;
  busyText?: string;
  /** What is still missing, e.g. 「还差 2 题」. Shown instead of the words; a tap calls `onBlocked` (scroll there). */
  blocked?: string | null | false;
  onBlocked?: () => void;
  wide?: boolean;
  small?: boolean;
  /** Icon above the word, for the narrow 求助 beside a main button. */
  stacked?: boolean;
  /** Read out instead of the words. */
  label?: string;
  className?: string;
  id?: string;
  aria?: Spoken;
}

/** A button with its states: pressed, focus, busy, blocked. */
export function Button(props: ButtonProps) {
  const { icon, blocked, onBlocked, busyText = '请稍等' } = props;
  const [run, running] = useOnce(props.onPress);
  const busy = props.busy === true || running;
  const press = () => {
    if (busy) return;
    if (blocked) onBlocked?.();
    else run();
  };
  return (
    <Pressable
      id={props.id}
      className={lookOf(props, busy)}
      pressedClass="button--pressed"
      onPress={press}
      aria={{ label: props.label, busy: busy || undefined, disabled: busy || undefined, ...props.aria }}
    >
      {busy ? <Words className="spinner" aria={{ hidden: true }} /> : icon && !blocked ? <Icon name={icon} /> : null}
      <Words>{busy ? busyText : blocked || props.children}</Words>
    </Pressable>
  );
}

function lookOf({ tone = 'main', wide, small, stacked, blocked, className }: ButtonProps, busy: boolean): string {
  return classes(
    'button',
    `button--${tone}`,
    wide && 'button--wide',
    small && 'button--small',
    stacked && 'button--stacked',
    blocked && !busy && 'button--blocked',
    className,
  );
}
