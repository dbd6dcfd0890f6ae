import { findings } from '../../src';
import { form, quiet } from './example-form';

describe('findings', () => {
  it('has none when all is well', () => {
    expect(findings(form, quiet)).toEqual([]);
  });

  it('carries matter, need type, wording, advice and the note of the visitor', () => {
    expect(findings(form, { ...quiet, gas: 'unsafe', 'gas-note': '软管裂了' })).toEqual([
      {
        field: 'gas',
        option: 'unsafe',
        matter: 'gas-safety',
        needType: 'safety-hazard',
        severity: 'urgent',
        title: '燃气不安全',
        plain: '燃气有隐患，要修',
        advice: ['关阀门'],
        visibility: 'family',
        repeated: false,
        noteField: 'gas-note',
      },
    ]);
  });

  it('names no note when the visitor wrote none', () => {
    expect(findings(form, { ...quiet, gas: 'unsafe' })[0]?.noteField).toBeNull();
  });

  it('makes 较差 twice running urgent', () => {
    const poor = { ...quiet, walking: 'poor' };
    expect(findings(form, poor)[0]).toMatchObject({ severity: 'ordinary', repeated: false });
    expect(findings(form, poor, quiet)[0]).toMatchObject({ severity: 'ordinary', repeated: false });
    expect(findings(form, poor, poor)[0]).toMatchObject({ severity: 'urgent', repeated: true });
  });

  it('raises a serious illness once, until another one is named', () => {
    const ill = { ...quiet, 'serious-illness': '心脏病' };
    expect(findings(form, ill)).toHaveLength(1);
    expect(findings(form, ill, { ...quiet, 'serious-illness': ' 心脏病 ' })).toEqual([]);
    expect(findings(form, ill, { ...quiet, 'serious-illness': '哮喘' })).toHaveLength(1);
  });

  it('marks what must not reach the family', () => {
    expect(findings(form, { ...quiet, 'family-duty': 'neglected' })[0]).toMatchObject({
      matter: 'family-duty',
      visibility: 'staff',
    });
  });

  it('puts the most pressing first', () => {
    const found = findings(form, { ...quiet, walking: 'poor', gas: 'unsafe' });
    expect(found.map((finding) => finding.matter)).toEqual(['gas-safety', 'mobility']);
  });
});
