export { Box, Heading, Picture, Words } from './Box';
export { LinkTo } from './LinkTo';
export { Pressable } from './Pressable';
export { Roving } from './Roving';
export type { ElementProps, LinkToProps, PressableProps, Spoken } from './types';
