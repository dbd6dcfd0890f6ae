import { Words } from './element';
import type { IconName } from './icon-names';

/** An icon in the colour and size of the text around it. Decoration beside a word; alone it needs a `label`. */
export function Icon({ name, label, className }: { name: IconName; label?: string; className?: string }) {
  return (
    <Words
      className={`icon icon--${name} ${className ?? ''}`}
      aria={label === undefined ? { hidden: true } : { role: 'img', label }}
    />
  );
}
