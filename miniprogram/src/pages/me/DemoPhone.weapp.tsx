import type { Me } from '@/state';

/** On a real phone nothing is simulated. */
export function DemoPhone(_: { me: Me }) {
  return null;
}
