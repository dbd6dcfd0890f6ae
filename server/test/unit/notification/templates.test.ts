import fc from 'fast-check';

import { accepts } from '../../../simulator';
import {
  grantedTemplates,
  messageData,
  TEMPLATE_KEYS,
  TEMPLATES,
  type MessageFacts,
} from '../../../src/modules/notification/templates';

const LI: MessageFacts = {
  callName: '李奶奶',
  elderName: '李秀兰',
  count: 1,
  answerBy: '2026-11-26',
  lifeDanger: false,
  done: true,
  at: Date.parse('2026-11-24T09:48:00+08:00'),
};

describe('a message about 李奶奶', () => {
  it('says that there is something to see, and nothing else', () => {
    expect(messageData('needRaised', LI)).toEqual({
      thing1: '李奶奶家有件事请您看看',
      thing2: '请在11月26日前点开拿个主意',
      time3: '2026年11月24日 09:48',
    });
  });

  it('counts when there is more than one thing', () => {
    expect(messageData('needRaised', { ...LI, count: 3 }).thing1).toBe('李奶奶家有 3 件事请您看看');
  });

  it('hurries when life is in danger', () => {
    expect(messageData('needRaised', { ...LI, lifeDanger: true }).thing2).toBe('事情紧急，请马上点开');
  });

  it('says that it is done', () => {
    expect(messageData('needClosed', LI)).toEqual({
      thing1: '李奶奶家的事办好了',
      thing2: '谢谢您惦记，下次探访会再看看',
      time3: '2026年11月24日 09:48',
    });
  });

  it('claims no more than that it has ended when it was not done', () => {
    expect(messageData('needClosed', { ...LI, done: false }).thing1).toBe('李奶奶家的事有了结果');
  });

  it.each([
    ['her full name', '李秀兰', '您家老人有件事请您看看'],
    ['her full name in a longer word', '李秀兰奶奶', '您家老人有件事请您看看'],
    ['nothing', '', '您家老人有件事请您看看'],
    ['a long word', '买买提·吐尔逊·阿卜杜热合曼大叔', '您家老人有件事请您看看'],
  ])('called by %s does without it', (_, callName, thing1) => {
    expect(messageData('needRaised', { ...LI, callName }).thing1).toBe(thing1);
  });

  it('tells the time in 上海, also shortly after midnight', () => {
    expect(messageData('needClosed', { ...LI, at: Date.parse('2026-11-30T16:05:00Z') }).time3).toBe(
      '2026年12月1日 00:05',
    );
  });
});

describe('whatever the elder is called', () => {
  const facts = fc.record({
    callName: fc.string({ unit: 'grapheme', maxLength: 40 }),
    elderName: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    count: fc.integer({ min: 1, max: 40 }),
    answerBy: fc.integer({ min: 0, max: 20_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
    lifeDanger: fc.boolean(),
    done: fc.boolean(),
    at: fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2090-01-01') }),
  });

  it.each(TEMPLATE_KEYS)('the platform takes every field of %s, and the full name is not in it', (template) => {
    fc.assert(
      fc.property(facts, (given) => {
        const data = messageData(template, given);
        expect(Object.keys(data)).toEqual(TEMPLATES[template].fields.map(({ key }) => key));
        for (const [key, value] of Object.entries(data))
          expect([key, value, accepts(key, value)]).toEqual([key, value, true]);
        if (given.callName.includes(given.elderName)) expect(data.thing1).toMatch(/^您家老人/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the templates of an installation', () => {
  it('take ids and kinds from the configuration, fields from here', () => {
    const needRaised = { id: 'abc', kind: 'long-term' } as const;
    const needClosed = { id: 'def', kind: 'one-time' } as const;
    const [raised, closed] = grantedTemplates({ wechat: { templates: { needRaised, needClosed } } } as never);
    expect(raised).toMatchObject({
      key: 'needRaised',
      id: 'abc',
      kind: 'long-term',
      title: TEMPLATES.needRaised.title,
    });
    expect(closed).toMatchObject({
      key: 'needClosed',
      id: 'def',
      kind: 'one-time',
      fields: TEMPLATES.needClosed.fields,
    });
  });
});
