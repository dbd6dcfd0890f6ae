import type { MouseEvent } from 'react';
import { open } from '@/platform/navigate';
import { ariaAttributes } from './aria';
import type { LinkToProps } from './types';

/** A link to a page of the app: can be opened in a new tab, copied, reached by keyboard. */
export function LinkTo({ id, className, style, aria, to, how, children }: LinkToProps) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    open(to, how);
  };
  return (
    <a
      id={id}
      href={`#${to}`}
      className={`press ${className ?? ''}`}
      style={style}
      onClick={follow}
      {...ariaAttributes(aria)}
    >
      {children}
    </a>
  );
}
