import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { TOLD_STORY } from './product';

/** After the last test. */
export default function forgetStory(): void {
  const told = process.env[TOLD_STORY];
  if (told) rmSync(dirname(told), { recursive: true, force: true });
}
