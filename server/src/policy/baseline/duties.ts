import type { Plan } from '../engine/citation';
import type { Duty } from '../engine/pack';

/** Tasks of departments, in the plan's words, numbered from 1 in the order of the rows. */
export function numberedDuties<Key extends string>(
  plan: Pick<Plan<Key>, 'cite'>,
  rows: readonly (readonly [department: string, quotation: Key])[],
): readonly Duty[] {
  return rows.map(([department, quotation], index) => {
    const because = plan.cite(`duty.${index + 1}`, quotation);
    return { number: index + 1, department, task: because.text, because: [because] };
  });
}
