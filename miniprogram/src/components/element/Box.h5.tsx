import { ariaAttributes } from './aria';
import type { ElementProps, PictureProps } from './types';

/** A block. */
export function Box({ id, className, style, aria, children }: ElementProps) {
  return (
    <div id={id} className={className} style={style} role={aria?.role} {...ariaAttributes(aria)}>
      {children}
    </div>
  );
}

/** Words within a line. */
export function Words({ id, className, style, aria, children }: ElementProps) {
  return (
    <span id={id} className={className} style={style} role={aria?.role} {...ariaAttributes(aria)}>
      {children}
    </span>
  );
}

/** A heading: 1 the page's own, 2 a section, 3 a row or card, 4 in body size. */
export function Heading({
  level,
  as,
  className,
  ...rest
}: ElementProps & { level: 1 | 2 | 3 | 4; as?: 1 | 2 | 3 | 4 }) {
  const Tag = `h${as ?? level}` as const;
  const { id, style, aria, children } = rest;
  return (
    <Tag id={id} className={`h${level} ${className ?? ''}`} style={style} {...ariaAttributes(aria)}>
      {children}
    </Tag>
  );
}

/** A picture. `alt` says what it shows; empty for decoration. */
export function Picture({ src, alt, className, style, onLost }: PictureProps) {
  return <img src={src} alt={alt} className={className} style={style} onError={onLost} />;
}
