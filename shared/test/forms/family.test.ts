import { changes, directionOf, fieldOf, summarise, trends, trendValue, visibleAnswers, type Answers } from '../../src';
import { form, quiet } from './example-form';

describe('summarise', () => {
  it('says what stayed the same, then what changed', () => {
    expect(summarise(form, { ...quiet, walking: 'fair', gas: 'unsafe' }, quiet)).toBe(
      '精神和上次一样，走路慢了些，燃气要处理',
    );
  });

  it('takes what stayed the same together, and says when every hazard is safe', () => {
    expect(summarise(form, quiet, quiet)).toBe('走路、精神都和上次一样，水电燃气都安全');
  });

  it('compares nothing on a first visit', () => {
    expect(summarise(form, { ...quiet, walking: 'poor' })).toBe('走路吃力，精神平稳，水电燃气都安全');
  });

  it('says that somebody came when there is nothing else to say', () => {
    expect(summarise(form, {})).toBe('来看过了');
  });

  it('never repeats free text nor anything about the family', () => {
    const sentence = summarise(form, {
      ...quiet,
      troubles: ['other'],
      'troubles-other': '房租',
      'serious-illness': '心脏病',
      gas: 'unsafe',
      'gas-note': '软管裂了',
      'family-duty': 'neglected',
    });
    expect(sentence).toBe('走路稳当，精神平稳，燃气要处理');
  });
});

describe('visibleAnswers', () => {
  const answers: Answers = { ...quiet, 'family-duty': 'neglected', gas: 'unsafe', 'gas-note': '软管裂了' };

  it('shows the family only what is marked for them', () => {
    expect(visibleAnswers(form, answers, 'family')).toEqual({
      troubles: ['none'],
      walking: 'good',
      spirits: 'unchanged',
      gas: 'unsafe',
      'gas-note': '软管裂了',
    });
  });

  it('shows staff everything the form knows', () => {
    expect(visibleAnswers(form, { ...answers, unknown: 'x' }, 'staff')).toEqual(answers);
  });
});

describe('trends', () => {
  it('gives states as they are and adds changes up', () => {
    const visits: Answers[] = [
      { walking: 'good', spirits: 'worse' },
      { walking: 'good', spirits: 'worse' },
      { walking: 'fair' },
      { walking: 'poor', spirits: 'better' },
    ];
    expect(trends(form, visits, 'family')).toEqual([
      { key: 'walking', label: '走路', points: [2, 2, 1, 0], word: 'worse' },
      { key: 'spirits', label: '精神', points: [0, -1, 0], word: 'same' },
    ]);
  });

  it('leaves out a line that no visit answered', () => {
    expect(trends(form, [{ walking: 'fair' }], 'family')).toEqual([
      { key: 'walking', label: '走路', points: [1], word: 'same' },
    ]);
    expect(trends(form, [], 'staff')).toEqual([]);
  });

  it('gives one answer as a number', () => {
    expect(trendValue(form, 'walking', quiet)).toBe(2);
    expect(trendValue(form, 'spirits', { spirits: 'worse' })).toBe(-1);
    expect(trendValue(form, 'gas', quiet)).toBeNull();
    expect(trendValue(form, 'walking', {})).toBeNull();
  });

  it('says nothing of a direction without a visit before', () => {
    const spirits = fieldOf(form, 'spirits');
    expect(spirits && directionOf(spirits, { spirits: 'worse' })).toBeNull();
    expect(spirits && directionOf(spirits, { spirits: 'worse' }, quiet)).toBe('worse');
  });
});

describe('changes', () => {
  it('lists what differs, and which way', () => {
    expect(changes(form, quiet, { ...quiet, walking: 'fair', 'family-duty': 'neglected' })).toEqual([
      { field: 'walking', label: '行动能力', before: 'good', after: 'fair', direction: 'worse' },
      { field: 'family-duty', label: '家人尽到赡养义务吗', before: null, after: 'neglected', direction: null },
    ]);
  });

  it('keeps staff matters from the family', () => {
    expect(changes(form, quiet, { ...quiet, 'family-duty': 'neglected' }, 'family')).toEqual([]);
  });
});
