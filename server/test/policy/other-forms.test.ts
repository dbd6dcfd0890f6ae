import { checkDefinition, fieldsOf, optionsOf } from '@tanfang/shared';
import { formDefinition, packs } from '../../src/policy';

const all = packs.flatMap((pack) => [...pack.forms, ...(pack.otherForms ?? [])]);
const others = packs.flatMap((pack) => pack.otherForms ?? []);

describe('forms that record no visit', () => {
  it('are 济南’s entrustment and 石狮’s registration at least', () => {
    const ids = others.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['jinan-entrustment-record', 'shishi-registration']));
  });

  it.each(others.map((form) => [form.id, form.version, form] as const))(
    '%s %i is sound, and found by id and version',
    (id, _version, form) => {
      expect(checkDefinition(form)).toEqual([]);
      expect(formDefinition(id, form.version)).toBe(form);
      const last = Math.max(...others.filter((other) => other.id === id).map(({ version }) => version));
      expect(formDefinition(id, last + 1)).toBeUndefined();
    },
  );

  it.each(packs.map((pack) => [pack.id, pack] as const))('%s: no visit can be handed in on one', (_id, pack) => {
    const visits = new Set(pack.forms.map(({ id }) => id));
    for (const { id } of pack.otherForms ?? []) expect(visits).not.toContain(id);
  });
});

describe('all forms', () => {
  it('have names of their own', () => {
    const names = all.map(({ id, version }) => `${id} ${version}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(all.map((form) => [form.id, form] as const))(
    '%s: says what is wrong in the print, and only that',
    (_id, form) => {
      for (const { where, printed, reads } of form.corrections ?? []) {
        expect(where).not.toBe('');
        expect(reads).not.toBe(printed);
      }
    },
  );

  it.each(all.map((form) => [form.id, form] as const))('%s: stands in only for codes without a box', (_id, form) => {
    for (const field of fieldsOf(form)) {
      const codes = optionsOf(field).map(({ code }) => code);
      for (const { code } of optionsOf(field).flatMap(({ standsInFor }) => standsInFor ?? [])) {
        expect(field.filledBy).toBe('server');
        expect(codes).not.toContain(code);
      }
    }
  });

  it.each(all.map((form) => [form.id, form] as const))('%s: identity is staff’s alone', (_id, form) => {
    for (const { label, visibility } of fieldsOf(form)) {
      if (/号码|证号|住址|地址|电话|联系方式/.test(label)) expect([label, visibility]).toEqual([label, 'staff']);
    }
  });

  it.each(all.map((form) => [form.id, form] as const))(
    '%s: what concerns the family’s duty is staff’s alone',
    (_id, form) => {
      for (const field of fieldsOf(form)) {
        const found = optionsOf(field).flatMap(({ finding }) => finding?.matter ?? []);
        if (found.some((matter) => matter === 'family-duty' || matter === 'family-contact')) {
          expect(field.visibility).toBe('staff');
        }
      }
    },
  );
});
