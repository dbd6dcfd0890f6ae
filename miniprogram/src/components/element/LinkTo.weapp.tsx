import { open } from '@/platform/navigate';
import { Pressable } from './Pressable';
import type { LinkToProps } from './types';

/** A link to a page of the app. */
export function LinkTo({ to, how, aria, ...rest }: LinkToProps) {
  return <Pressable {...rest} aria={{ role: 'link', ...aria }} onPress={() => open(to, how)} />;
}
