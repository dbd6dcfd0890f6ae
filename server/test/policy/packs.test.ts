import { checkDefinition } from '@tanfang/shared';
import { evaluate, formDefinition, packs, visitFormOf } from '../../src/policy';
import { citationsIn } from './citations';
import { elder, liXiulan, TODAY } from './story';

describe.each(packs.map((pack) => [pack.id, pack] as const))('pack %s', (_id, pack) => {
  const citations = citationsIn({ ...pack, plan: null });

  it('cites only sentences of its list of quotations, under its own name', () => {
    const quoted = Object.values(pack.plan.quotations).map(({ article, text }) => `${article} ${text}`);
    expect(citations.length).toBeGreaterThan(20);
    for (const { rule, document, article, text, reading } of citations) {
      expect(rule.startsWith(`${pack.id}.`)).toBe(true);
      expect(document).toBe(pack.plan.document);
      if (!reading) expect(quoted).toContain(`${article} ${text}`);
    }
  });

  it('says in its readings that they are readings, and never passes one off as a quotation', () => {
    const quoted = Object.values(pack.plan.quotations).map(({ text }) => text);
    for (const { text } of citations.filter(({ reading }) => reading)) {
      expect(text).toContain('我们的理解');
      expect(quoted).not.toContain(text);
    }
  });

  it('uses every sentence that it lists', () => {
    const used = new Set(citations.map(({ text }) => text));
    for (const form of pack.forms) used.add(form.archive.remark);
    const idle = Object.entries(pack.plan.quotations).filter(([, { text }]) => !used.has(text));
    expect(idle.map(([name]) => name)).toEqual([]);
  });

  it('has sound forms, and its visit form in every version', () => {
    for (const form of pack.forms) expect(checkDefinition(form)).toEqual([]);
    const { id, version } = visitFormOf(pack, TODAY);
    expect(formDefinition(id, version)).toBeDefined();
    expect(formDefinition(id, version + 1)).toBeUndefined();
  });

  it('answers in exactly the shape of the contract', () => {
    const keys = [
      'pack',
      'on',
      'age',
      'eligible',
      'because',
      'categories',
      'tier',
      'visits',
      'entrustment',
      'referral',
      'serviceProvider',
      'flags',
      'notes',
    ];
    for (const facts of [liXiulan(), elder({ birthDate: '2000-01-01' }), elder({ relatives: [] })]) {
      const answer = JSON.parse(JSON.stringify(evaluate(pack, facts, TODAY)));
      expect(Object.keys(answer)).toEqual(keys);
      for (const citation of citationsIn(answer)) {
        expect(Object.keys(citation)).toEqual(['rule', 'document', 'article', 'text', 'reading']);
      }
    }
  });
});

it('knows every form by one id and version', () => {
  const names = packs.flatMap((pack) => pack.forms).map(({ id, version }) => `${id} ${version}`);
  expect(new Set(names).size).toBe(new Set(packs.flatMap((pack) => pack.forms)).size);
  expect(formDefinition('no-such-form', 1)).toBeUndefined();
});
