import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packs, type PolicyPack } from '../../src/policy';

/** The rows of a place's table of slips: form, where, printed, reads. */
function rowsOfThePage(packId: string): string[] {
  const page = readFileSync(join(__dirname, '../../src/policy/packs', packId, 'README.md'), 'utf8');
  const table = page.split('| form | where | printed | reads |')[1]?.split('\n\n')[0] ?? '';
  return table.split('\n').slice(2);
}

function correctedBy({ name, forms, otherForms = [] }: PolicyPack): string[] {
  // Of several versions of a form one: they are read off the same print.
  const prints = new Map([...forms, ...otherForms].map((form) => [form.id, form]));
  return [...prints.values()].flatMap(({ source, corrections = [] }) =>
    corrections.map(({ where, printed, reads }) => `| ${name} ${source.annex} | ${where} | ${printed} | ${reads} |`),
  );
}

it.each(packs.map((pack) => [pack.id, pack] as const))(
  '%s: its page lists every slip of the print that a form corrects, and no other',
  (packId, pack) => {
    expect(rowsOfThePage(packId)).toEqual(correctedBy(pack));
  },
);

it('there are sixteen slips at least', () => {
  expect(packs.flatMap(correctedBy).length).toBeGreaterThanOrEqual(16);
});

it('北京 and 黑龙江 print the Fujian form as it is: nothing to correct', () => {
  const forms = packs.filter(({ id }) => id === 'beijing' || id === 'heilongjiang').flatMap((pack) => pack.forms);
  expect(forms.flatMap(({ corrections = [] }) => corrections)).toEqual([]);
});
