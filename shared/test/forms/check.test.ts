import { checkDefinition, type FormDefinition, type FormField } from '../../src';
import { form } from './example-form';

/** The example form with one field replaced. */
function withField(id: string, change: Partial<FormField> | Record<string, unknown>): FormDefinition {
  return {
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) => (field.id === id ? ({ ...field, ...change } as FormField) : field)),
    })),
  };
}

describe('checkDefinition', () => {
  it('finds the example sound', () => {
    expect(checkDefinition(form)).toEqual([]);
  });

  it.each([
    ['an id used twice', withField('walking', { id: 'spirits' }), 'field spirits: the id is used twice'],
    ['a gap in the print order', withField('people', { print: 40 }), 'sheet: print places are not 1, 2, 3 …'],
    [
      'a gap on the continuation sheet',
      withField('gas-note', { print: 9 }),
      'continuation sheet: print places are not 1, 2, 3 …',
    ],
    [
      'a staff-only question with a finding whose last answer would be offered',
      withField('walking', { visibility: 'staff' }),
      'field walking: a staff-only question that leads to a need must be asked afresh',
    ],
    ['an id with capitals', withField('people', { id: 'People' }), 'field People: the id is not lower-case kebab'],
    ['no label', withField('people', { label: ' ' }), 'field people: has no label'],
    [
      'a condition on a field that is not there',
      withField('gas-note', { shownWhen: { field: 'gaz', is: 'unsafe' } }),
      'field gas-note: a condition refers to gaz, which does not exist',
    ],
    [
      'a condition on an option that is not there',
      withField('troubles-other', { requiredWhen: { all: [{ field: 'troubles', is: 'others' }] } }),
      'field troubles-other: a condition refers to the option others of troubles, which does not exist',
    ],
    [
      'a condition on what the server fills',
      withField('people', { shownWhen: { field: 'elder-name', answered: true } }),
      'field people: a condition refers to elder-name, which the server fills',
    ],
    [
      'an option that asks for a field it does not open',
      withField('gas-note', { shownWhen: { field: 'gas', is: 'safe' } }),
      'field gas: the option unsafe asks for gas-note, which it does not open',
    ],
    [
      'an additional question without its article',
      withField('gas-note', { article: undefined }),
      'field gas-note: an additional question needs its article',
    ],
    [
      'a trend that forgets an option',
      withField('walking', { trend: { label: '走路', scale: 'absolute', order: ['poor', 'good'], says: {} } }),
      'field walking: the trend must order all options of a choice',
    ],
  ])('finds %s', (_name, definition, fault) => {
    expect(checkDefinition(definition)).toContain(fault);
  });

  it('wants every finding worded, and short enough for a WeChat notice', () => {
    const finding = { matter: 'mobility', needType: 'rehabilitation', severity: 'urgent' };
    const faultsOf = (change: object) =>
      checkDefinition(withField('serious-illness', { finding: { ...finding, title: '短', plain: '话', ...change } }));
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ plain: '' })).toEqual(['field serious-illness: the finding “短” has no plain wording']);
    expect(faultsOf({ title: '长'.repeat(21) })).toHaveLength(1);
    expect(faultsOf({ whenRepeated: 'ordinary' })).toEqual([
      'field serious-illness: the finding “短” becomes milder when repeated',
    ]);
  });
});
