import { Problem } from '../../platform/problems/problem';

/** The same under the same id changes nothing. @param known hash of what was sent first @throws Problem `id.taken` */
export function checkRepeat(known: string | null, given: string): void {
  if (known !== given) throw new Problem('id.taken');
}
