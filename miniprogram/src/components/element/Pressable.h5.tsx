import { ariaAttributes } from './aria';
import type { PressableProps } from './types';

/** Anything that can be tapped and is not a link: a real button. */
export function Pressable({ id, className, style, aria, onPress, inTabOrder = true, children }: PressableProps) {
  return (
    <button
      type="button"
      id={id}
      className={`press ${className ?? ''}`}
      style={style}
      role={aria?.role}
      tabIndex={inTabOrder ? undefined : -1}
      onClick={onPress}
      {...ariaAttributes(aria)}
    >
      {children}
    </button>
  );
}
