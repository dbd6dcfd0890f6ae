import { Image, Text, View } from '@tarojs/components';
import { spoken } from './spoken';
import type { ElementProps, PictureProps } from './types';

/** A block. */
export function Box({ id, className, style, aria, children }: ElementProps) {
  return (
    <View id={id} className={className} style={style} {...spoken(aria)}>
      {children}
    </View>
  );
}

/** Words within a line. */
export function Words({ id, className, style, aria, children }: ElementProps) {
  return (
    <Text id={id} className={className} style={style} {...spoken(aria)}>
      {children}
    </Text>
  );
}

/** A heading: 1 the page's own, 2 a section, 3 a row or card, 4 in body size. */
export function Heading({
  level,
  as,
  className,
  ...rest
}: ElementProps & { level: 1 | 2 | 3 | 4; as?: 1 | 2 | 3 | 4 }) {
  void as;
  return <Box {...rest} className={`h${level} ${className ?? ''}`} aria={{ ...rest.aria, role: 'heading' }} />;
}

/** A picture. `alt` says what it shows; empty for decoration. */
export function Picture({ src, alt, className, style, onLost }: PictureProps) {
  return (
    <Image
      src={src}
      mode="aspectFill"
      className={className}
      style={style}
      onError={onLost}
      {...spoken(alt === '' ? { hidden: true } : { role: 'img', label: alt })}
    />
  );
}
