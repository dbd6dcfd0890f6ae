import fc from 'fast-check';
import { checkDigit, keptAnswers, validateAnswers, type Answers, type FormDefinition, type FormField } from '../../src';
import { form, quiet } from './example-form';

const messages = (answers: unknown) => validateAnswers(form, answers).map((problem) => problem.message);

describe('validateAnswers', () => {
  it('accepts a complete visit', () => {
    expect(validateAnswers(form, quiet)).toEqual([]);
  });

  it('names every required question that is missing, in the form’s order', () => {
    expect(validateAnswers(form, {})).toEqual([
      { field: 'troubles', label: '遇到的困难', message: '「遇到的困难」还没有选' },
      { field: 'walking', label: '行动能力', message: '「行动能力」还没有选' },
      { field: 'spirits', label: '精神状态', message: '「精神状态」还没有选' },
      { field: 'gas', label: '燃气安全', message: '「燃气安全」还没有选' },
      { field: 'satisfaction', label: '满意度', message: '「满意度」还没有选' },
    ]);
  });

  it('takes an empty list or blank text for a missing answer', () => {
    expect(messages({ ...quiet, troubles: [] })).toEqual(['「遇到的困难」还没有选']);
    expect(messages({ ...quiet, troubles: ['other'], 'troubles-other': '  ' })).toEqual(['「其他困难」还没有填']);
  });

  it('requires the text that 「其他」 asks for, and refuses it when 「其他」 is not ticked', () => {
    expect(messages({ ...quiet, troubles: ['other'] })).toEqual(['「其他困难」还没有填']);
    expect(messages({ ...quiet, troubles: ['money', 'other'], 'troubles-other': '房租' })).toEqual([]);
    expect(messages({ ...quiet, 'troubles-other': '房租' })).toEqual(['「其他困难」这次不用填']);
  });

  it('refuses unknown fields and unknown options', () => {
    expect(messages({ ...quiet, colour: 'red' })).toEqual(['这张表里没有「colour」这一项']);
    expect(messages({ ...quiet, gas: 'fine' })).toEqual(['「燃气安全」的选项不在表里，请重新选']);
    expect(messages({ ...quiet, troubles: ['money', 'fine'] })).toEqual(['「遇到的困难」有选项不在表里，请重新选']);
  });

  it.each([
    ['gas', ['safe'], '「燃气安全」的选项不在表里，请重新选'],
    ['troubles', 'none', '「遇到的困难」应是选中的几项'],
    ['serious-illness', 7, '「严重疾病名称」应填文字'],
    ['serious-illness', null, '「严重疾病名称」应填文字'],
    ['people', '3', '「家里几口人」应填整数'],
    ['people', 1.5, '「家里几口人」应填整数'],
    ['people', Number.NaN, '「家里几口人」应填整数'],
    ['since', '2026-02-29', '「哪天起」应填日期，如 2026-03-02'],
    ['since', '2026-3-2', '「哪天起」应填日期，如 2026-03-02'],
    ['members', 'mother', '「家庭成员」应是表格的各行'],
  ])('refuses %s = %j', (field, value, message) => {
    expect(messages({ ...quiet, [field]: value })).toEqual([message]);
  });

  it('keeps limits', () => {
    expect(messages({ ...quiet, people: 21 })).toEqual(['「家里几口人」应在 1 到 20 之间']);
    expect(messages({ ...quiet, 'serious-illness': '病'.repeat(21) })).toEqual([
      '「严重疾病名称」太长了，最多 20 个字',
    ]);
    // A character outside the basic plane, as in some names, counts once.
    expect(messages({ ...quiet, 'serious-illness': '𠮷'.repeat(20) })).toEqual([]);
  });

  it('refuses a choice beside one that excludes the others, and a choice ticked twice', () => {
    expect(messages({ ...quiet, troubles: ['none', 'money'] })).toEqual(['「遇到的困难」选了“没有”就不能再选别的']);
    expect(messages({ ...quiet, troubles: ['money', 'money'] })).toEqual(['「遇到的困难」有选项重复了']);
  });

  it('never takes identity boxes from the phone', () => {
    expect(messages({ ...quiet, 'elder-name': '李秀兰' })).toEqual(['「姓名」由系统填写，不用填']);
  });

  it('checks the rows of a table', () => {
    const rows = (...members: unknown[]) => messages({ ...quiet, members });
    expect(rows({ name: '女儿', age: 50 }, { name: '女婿' })).toEqual([]);
    expect(rows({ age: 50 })).toEqual(['「家庭成员」第 1 行“称呼”还没有填']);
    expect(rows({ name: '女儿' }, { name: '女婿', age: 130 })).toEqual(['「家庭成员」第 2 行“年龄”应在 0 到 120 之间']);
    expect(rows({ name: '女儿', phone: '1' })).toEqual(['「家庭成员」第 1 行没有“phone”这一栏']);
    expect(rows('女儿')).toEqual(['「家庭成员」第 1 行不是一行内容']);
    expect(rows({ name: '甲' }, { name: '乙' }, { name: '丙' })).toEqual(['「家庭成员」最多 2 行']);
  });

  it('checks an identity number in a table, however it was typed; a mask stands for one that was typed before', () => {
    const members: FormField = {
      ...{ id: 'household', label: '家庭成员', type: 'table', maxRows: 3, filledBy: 'visitor', visibility: 'staff' },
      print: 20,
      columns: [{ id: 'number', label: '身份证号', type: 'text', maxLength: 30, identity: true }],
    };
    const household: FormDefinition = {
      ...form,
      sections: [{ id: 'household', title: '家庭', part: 'visit', fields: [members] }],
    };
    const typed = (number: string) =>
      validateAnswers(household, { household: [{ number }] }).map(({ message }) => message);
    const valid = `99000019440318002${checkDigit('99000019440318002')}`;
    for (const fine of [valid, ` ${valid.toLowerCase()}`, '', '9900 **** **** **02', '9900 **** **** **2X'])
      expect(typed(fine)).toEqual([]);
    expect(typed(valid.slice(1))).toEqual(['「家庭成员」第 1 行“身份证号”：身份证号少了 1 位，应是 18 位']);
    for (const wrong of ['9900 ****', '**** **** **** **02', '99000019440318**23'])
      expect(typed(wrong)).toHaveLength(1);
  });

  it('is not fooled by inherited names', () => {
    expect(messages({ ...quiet, constructor: 'x' })).toEqual(['这张表里没有「constructor」这一项']);
    expect(messages(JSON.parse('{"__proto__": {"gas": "safe"}}'))).toContain('「燃气安全」还没有选');
  });

  it.each([null, undefined, 'text', 7, []])('refuses %j as answers', (answers) => {
    expect(validateAnswers(form, answers)).toHaveLength(1);
  });

  it('answers anything without throwing', () => {
    const ids = ['troubles', 'walking', 'gas', 'people', 'since', 'members', 'gas-note', 'elder-name'];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...ids), fc.jsonValue()), (answers) => {
        for (const problem of validateAnswers(form, answers)) expect(problem.message).toContain('「');
      }),
    );
  });
});

describe('keptAnswers', () => {
  it('drops the answer to a question that has gone', () => {
    const answers: Answers = { ...quiet, 'gas-note': '软管裂了' };
    expect(keptAnswers(form, answers)).toEqual(quiet);
    expect(keptAnswers(form, { ...answers, gas: 'unsafe' })).toEqual({ ...answers, gas: 'unsafe' });
  });

  it('drops blanks, unknown fields and what the server fills', () => {
    expect(keptAnswers(form, { ...quiet, 'serious-illness': ' ', 'elder-name': '李秀兰', x: 'y' })).toEqual(quiet);
  });
});
