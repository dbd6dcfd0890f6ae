import { View } from '@tarojs/components';
import { spoken } from './spoken';
import type { PressableProps } from './types';

/** Anything that can be tapped and is not a link. WeChat's own button brings looks along that cannot be taken off. */
export function Pressable({ id, className, style, aria, onPress, pressedClass, children }: PressableProps) {
  return (
    <View
      id={id}
      className={`press ${className ?? ''}`}
      style={style}
      hoverClass={pressedClass ?? 'none'}
      onClick={onPress}
      {...spoken({ role: 'button', ...aria })}
    >
      {children}
    </View>
  );
}
