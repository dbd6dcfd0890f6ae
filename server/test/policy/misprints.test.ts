import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packs } from '../../src/policy';

/** The rows of the page's table of slips: form, where, printed, reads. */
function rowsOfThePage(): string[] {
  const page = readFileSync(join(__dirname, '../../../docs/plans.md'), 'utf8');
  const table = page.split('| form | where | printed | reads |')[1]?.split('\n\n')[0] ?? '';
  return table.split('\n').slice(2);
}

it('docs/plans.md lists every slip of the print that a form corrects, and no other', () => {
  const corrected = packs.flatMap((pack) =>
    [...pack.forms, ...(pack.otherForms ?? [])].flatMap(({ source, corrections = [] }) =>
      corrections.map(
        ({ where, printed, reads }) => `| ${pack.name} ${source.annex} | ${where} | ${printed} | ${reads} |`,
      ),
    ),
  );
  expect(corrected.length).toBeGreaterThanOrEqual(16);
  expect(rowsOfThePage()).toEqual(corrected);
});

it('北京 and 黑龙江 print the Fujian form as it is: nothing to correct', () => {
  const forms = packs.filter(({ id }) => id === 'beijing' || id === 'heilongjiang').flatMap((pack) => pack.forms);
  expect(forms.flatMap(({ corrections = [] }) => corrections)).toEqual([]);
});
