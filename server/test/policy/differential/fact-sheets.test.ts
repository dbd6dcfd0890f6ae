import { parseFacts } from '../../../src/policy';
import { DAYS, factSheet } from './fact-sheets';

const SHEETS = Array.from({ length: 500 }, (_, seed) => factSheet(seed));

describe('invented fact sheets', () => {
  it('the same seed gives the same sheet, another one another', () => {
    expect(factSheet(7)).toEqual(factSheet(7));
    expect(new Set(SHEETS.map((sheet) => JSON.stringify(sheet))).size).toBeGreaterThan(495);
  });

  it('are such as the policy endpoint takes, on every one of the days', () => {
    for (const sheet of SHEETS) {
      for (const on of DAYS) expect(parseFacts(JSON.parse(JSON.stringify(sheet)), on)).toEqual({ facts: sheet });
    }
  });

  it('leave things out, cut codes short, and contradict themselves', () => {
    const share = (is: (sheet: (typeof SHEETS)[number]) => boolean) => SHEETS.filter(is).length / SHEETS.length;
    expect(share(({ relatives }) => relatives === undefined)).toBeGreaterThan(0.05);
    expect(share(({ maritalStatus }) => maritalStatus === undefined)).toBeGreaterThan(0.05);
    expect(share(({ residence }) => (residence.division ?? '').length < 9)).toBeGreaterThan(0.05);
    expect(share(({ birthDate }) => birthDate.endsWith('02-29'))).toBeGreaterThan(0.05);
    const spouseOnPaperOnly = share(
      ({ maritalStatus, relatives }) =>
        maritalStatus === 'married' && relatives?.every(({ relation }) => relation !== 'spouse') === true,
    );
    expect(spouseOnPaperOnly).toBeGreaterThan(0.03);
    const widowedWithSpouse = share(
      ({ maritalStatus, relatives }) =>
        maritalStatus === 'widowed' && relatives?.some(({ relation }) => relation === 'spouse') === true,
    );
    expect(widowedWithSpouse).toBeGreaterThan(0.03);
  });
});
