import type { KeyboardEvent } from 'react';
import { ariaAttributes } from './aria';
import type { ElementProps } from './types';

const steps: Partial<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * A group of which the tab key reaches one item and the arrow keys the others; the item reached is chosen, as in a
 * native radio group.
 */
export function Roving({ id, className, style, aria, children }: ElementProps) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=radio], [role=tab]')];
    const target = destination(items, event.key);
    if (!target) return;
    event.preventDefault();
    target.focus();
    target.click();
  };
  return (
    <div id={id} className={className} style={style} role={aria?.role} onKeyDown={move} {...ariaAttributes(aria)}>
      {children}
    </div>
  );
}

function destination(items: HTMLElement[], key: string): HTMLElement | undefined {
  if (key === 'Home') return items[0];
  if (key === 'End') return items[items.length - 1];
  const step = steps[key];
  if (!step) return undefined;
  const here = items.indexOf(document.activeElement as HTMLElement);
  return here < 0 ? undefined : items[(here + step + items.length) % items.length];
}
