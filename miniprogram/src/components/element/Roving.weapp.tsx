/** A group of choices. There are no arrow keys on a phone. */
export { Box as Roving } from './Box';
