import fc from 'fast-check';

import { accepts } from '../../../simulator';
import { fit, fits } from '../../../src/modules/notification/data-types';

describe('what a template field takes', () => {
  it.each([
    ['thing1', '二十个字二十个字二十个字二十个字二十个字', true],
    ['thing1', '二十一个字二十个字二十个字二十个字二十个字', false],
    ['thing1', '😀'.repeat(10), true],
    ['thing1', '😀'.repeat(10) + '一', false],
    ['thing1', '', false],
    ['thing1', '两\n行', false],
    ['phrase3', '有事待看', true],
    ['phrase3', '有六个汉字啊', false],
    ['phrase3', '已办好!', false],
    ['name2', '买买提·吐尔逊', true],
    ['name2', '十一个汉字的名字太长了', false],
    ['time3', '15:01', true],
    ['time3', '2019年10月1日 15:01', true],
    ['time3', '2019-10-01 15:01', false],
    ['time3', '25:00', false],
    ['amount4', '¥1', false],
    ['thing', '没有号码', false],
  ])('%s: %s → %s', (key, value, expected) => {
    expect(fits(key, value)).toBe(expected);
  });

  it('is never more than the platform takes', () => {
    const keys = fc.constantFrom('thing1', 'phrase2', 'name3', 'time4');
    const values = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('9:05', '王静', '办好了'),
    );
    fc.assert(
      fc.property(keys, values, (key, value) => {
        if (fits(key, value)) expect([key, value, accepts(key, value)]).toEqual([key, value, true]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('fitting', () => {
  it('takes the fullest wording that fits', () => {
    expect(fit('thing1', ['这一句实在是太长了太长了太长了太长了太长了', '这一句短'])).toBe('这一句短');
    expect(fit('thing1', ['这一句正好', '这一句短'])).toBe('这一句正好');
  });

  it('shortens with an ellipsis when none fits', () => {
    const short = fit('thing1', ['买买提吐尔逊阿卜杜热合曼家有件事请您看一看']);
    expect(short).toBe('买买提吐尔逊阿卜杜热合曼家有件事请您看…');
    expect(short).toHaveLength(20);
  });

  it('never cuts a character in two', () => {
    expect(fit('thing1', ['𠮷'.repeat(30)])).toBe(`${'𠮷'.repeat(9)}…`);
  });

  it('drops from a phrase what is no Chinese character', () => {
    expect(fit('phrase3', ['已经办好了！谢谢'])).toBe('已经办好了');
    expect(fit('name2', ['王 静（女儿）'])).toBe('王静女儿');
  });

  it('turns a line break into a space', () => {
    expect(fit('thing1', ['两\n行'])).toBe('两 行');
  });

  it('refuses what cannot be made to fit rather than send something else', () => {
    expect(() => fit('phrase3', ['OK'])).toThrow('phrase3');
    expect(() => fit('time3', ['昨天'])).toThrow('time3');
    expect(() => fit('thing1', ['  '])).toThrow('thing1');
    expect(() => fit('thing1', [])).toThrow('thing1');
  });
});
