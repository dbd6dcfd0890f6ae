import type { FormDefinition } from '@tanfang/shared';

import type { Particulars } from '../../src/modules/registry';
import { fillBoxes } from '../../src/modules/sheets/boxes';

it('年龄 is 周岁 on the day of the record', () => {
  const age = { id: 'age', type: 'number', filledBy: 'server', from: 'elder.age' };
  const form = { sections: [{ fields: [age] }] } as unknown as FormDefinition;
  const she = { facts: { birthDate: '1944-02-29' } } as Particulars;
  const on = (day: string) => fillBoxes(form, she, { on: day, recorderName: '周敏' });
  expect(on('2026-02-28')).toEqual({ age: 81 });
  expect(on('2026-03-01')).toEqual({ age: 82 });
});
