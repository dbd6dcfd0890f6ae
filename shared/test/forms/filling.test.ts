import {
  fieldOf,
  hasStanding,
  holds,
  isShown,
  keptAnswers,
  lastTime,
  progress,
  type FormDefinition,
  type FormField,
  type FormSection,
} from '../../src';
import { form, quiet } from './example-form';

describe('lastTime', () => {
  it('keeps hazards apart, and offers neither satisfaction nor notes again', () => {
    expect(lastTime(form, { ...quiet, gas: 'unsafe', 'gas-note': '软管裂了' })).toEqual({
      answers: { troubles: ['none'], walking: 'good', spirits: 'unchanged' },
      hazards: { gas: 'unsafe' },
    });
  });

  it('drops what this version of the form does not offer', () => {
    expect(lastTime(form, { walking: 'excellent', troubles: ['money', 'gone'], weight: 50, gas: 'perhaps' })).toEqual({
      answers: {},
      hazards: {},
    });
  });
});

describe('a standing part', () => {
  const text = (id: string, print: number): FormField => ({
    ...{ id, label: id, type: 'text', maxLength: 20, filledBy: 'visitor', visibility: 'staff', print },
  });
  const household: FormSection = {
    ...{ id: 'household', title: '家庭生活条件', part: 'visit', standing: true },
    fields: [text('income', 11), text('benefits', 12)],
  };
  const withHousehold: FormDefinition = { ...form, sections: [...form.sections, household] };
  const march = { ...quiet, income: '830 元', benefits: '低保' };

  it('that was passed over is offered as it was told last', () => {
    expect(lastTime(withHousehold, quiet, [quiet, march, { ...march, income: '600 元' }]).answers).toMatchObject({
      income: '830 元',
      benefits: '低保',
    });
  });

  it('belongs together: what an earlier visit told is not mixed in', () => {
    const { answers } = lastTime(withHousehold, { ...quiet, income: '900 元' }, [march]);
    expect([answers['income'], answers['benefits']]).toEqual(['900 元', undefined]);
  });

  it('says nothing about other parts, and is nothing without a visit that told it', () => {
    const { spirits, ...without } = quiet;
    expect(spirits).toBeDefined();
    expect(lastTime(withHousehold, without, [march]).answers).not.toHaveProperty('spirits');
    expect(lastTime(withHousehold, quiet, [quiet]).answers).not.toHaveProperty('income');
    expect([hasStanding(withHousehold), hasStanding(form)]).toEqual([true, false]);
  });
});

describe('progress', () => {
  it('counts the required questions of the visit; the last page and optional sections do not count', () => {
    expect(progress(form, {})).toMatchObject({ answered: 0, total: 4 });
    expect(progress(form, { walking: 'good', satisfaction: 'satisfied', 'family-duty': 'fulfilled' })).toEqual({
      answered: 1,
      total: 4,
      sections: [
        { id: 'home', title: '家庭', answered: 0, total: 1, optional: false },
        { id: 'health', title: '健康', answered: 1, total: 2, optional: false },
        { id: 'safety', title: '安全', answered: 0, total: 1, optional: false },
        { id: 'extra', title: '另外问几句', answered: 1, total: 1, optional: true },
      ],
    });
  });

  it('counts a question that an answer opens', () => {
    expect(progress(form, { troubles: ['other'] })).toMatchObject({ answered: 1, total: 5 });
  });
});

describe('isShown', () => {
  const note = fieldOf(form, 'gas-note');

  it('follows the answer it depends on', () => {
    expect(note && isShown(note, { gas: 'unsafe' })).toBe(true);
    expect(note && isShown(note, { gas: 'safe' })).toBe(false);
    expect(note && isShown(note, {})).toBe(false);
  });

  it.each([
    [
      {
        all: [
          { field: 'gas', is: 'unsafe' },
          { field: 'people', answered: true },
        ],
      },
      false,
    ],
    [
      {
        any: [
          { field: 'gas', is: 'unsafe' },
          { field: 'people', answered: true },
        ],
      },
      true,
    ],
    [{ not: { field: 'gas', is: 'unsafe' } }, false],
    [{ field: 'troubles', isOneOf: ['other', 'money'] }, true],
    [{ field: 'serious-illness', answered: true }, false],
  ] as const)('holds %j: %s', (condition, expected) => {
    expect(holds(condition, { gas: 'unsafe', troubles: ['money'], 'serious-illness': ' ' })).toBe(expected);
  });

  it('lets a question go that stands behind a question that has gone', () => {
    const chained: FormDefinition = {
      ...form,
      sections: [
        {
          id: 'chain',
          title: '',
          part: 'visit',
          fields: [
            { id: 'a', label: '甲', type: 'text', maxLength: 5, filledBy: 'visitor', visibility: 'staff', print: 1 },
            {
              id: 'b',
              label: '乙',
              type: 'text',
              maxLength: 5,
              filledBy: 'visitor',
              visibility: 'staff',
              print: 2,
              shownWhen: { field: 'a', answered: true },
            },
            {
              id: 'c',
              label: '丙',
              type: 'text',
              maxLength: 5,
              filledBy: 'visitor',
              visibility: 'staff',
              print: 3,
              required: true,
              shownWhen: { field: 'b', answered: true },
            },
          ],
        },
      ],
    };
    expect(keptAnswers(chained, { b: 'x', c: 'y' })).toEqual({});
    expect(keptAnswers(chained, { a: 'w', b: 'x', c: 'y' })).toEqual({ a: 'w', b: 'x', c: 'y' });
  });
});
