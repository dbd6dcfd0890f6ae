import { checkDigit } from '@tanfang/shared';
import { gapsOf, newElder, toElderBody, withIdNumber, type ElderDraft } from '@/officer/register/elder-draft';
import { fieldErrorsOf, homeless } from '@/officer/register/field-errors';
import { newRelative, toRelativeBody } from '@/officer/relatives/relative-draft';
import { Problem } from '@/platform';

const COMMUNITY = '0D1V0000000000370102009002';
const number = (first17: string) => first17 + checkDigit(first17);

/** 王奶奶, about whom the officer knows what must be known. */
const wang = (changes: Partial<ElderDraft> = {}): ElderDraft => ({
  ...withIdNumber(newElder(COMMUNITY), number('99000019410512202')),
  name: ' 王淑珍 ',
  address: '9 号楼 1 单元 101',
  relativesAsked: 'no',
  ...changes,
});

describe('登记一位老人', () => {
  it('reads birth date and sex from a valid identity number, and leaves a wrong one alone', () => {
    expect(wang()).toMatchObject({ birthDate: '1941-05-12', sex: 'female' });
    expect(withIdNumber(newElder(COMMUNITY), '99000019410512')).toMatchObject({ birthDate: '', sex: null });
  });

  it('names what is missing, and where', () => {
    expect(gapsOf(newElder(null)).map(({ field }) => field)).toEqual([
      'name',
      'idNumber',
      'sex',
      'birthDate',
      'communityId',
      'address',
      'relatives',
    ]);
    expect(gapsOf(wang())).toEqual([]);
  });

  it('tells 还没问 from 没有: nobody asked leaves the relatives out, none is an empty list', () => {
    expect(toElderBody(wang(), null)).not.toHaveProperty('relatives');
    expect(toElderBody(wang({ relativesAsked: 'yes' }), null).relatives).toEqual([]);
  });

  it('names a first contact only among the relatives that are sent', () => {
    const daughter = { ...newRelative(), name: '李静', relation: 'child' as const, lives: 'unknown' as const };
    const draft = { relatives: [daughter], firstContactId: daughter.id };
    expect(toElderBody(wang({ ...draft, relativesAsked: 'yes' }), null).firstContactId).toBe(daughter.id);
    expect(toElderBody(wang({ ...draft, relativesAsked: 'no' }), null)).not.toHaveProperty('firstContactId');
  });

  it('sends only what somebody knows', () => {
    expect(toElderBody(wang(), null)).toEqual({
      id: expect.stringMatching(/^[0-9A-Z]{26}$/),
      name: '王淑珍',
      sex: 'female',
      idNumber: number('99000019410512202'),
      birthDate: '1941-05-12',
      address: '9 号楼 1 单元 101',
      communityId: COMMUNITY,
      facts: {},
    });
    const facts = toElderBody(
      wang({ conditions: ['bedridden'], ability: 'severe', abilityOn: '2026-03-01', disabilityGrade: '2' }),
      null,
    ).facts;
    expect(facts).toEqual({
      bedridden: true,
      ability: { level: 'severe', assessedOn: '2026-03-01' },
      disability: { grade: 2 },
    });
  });

  it('sends what the place’s plan asks, as far as somebody knows it', () => {
    const plan = { contracts: ['home-care-bed' as const], entrustment: 'active' as const, designated: ' 本区纳入 ' };
    expect(toElderBody(wang({ ...plan, household: { code: '', rural: 'no' } }), null).facts).toEqual({
      ...{ household: { rural: false }, contracts: ['home-care-bed'], entrustment: 'active' },
      locallyDesignated: { reason: '本区纳入' },
    });
  });

  it('asks for a sentence with every hint', () => {
    expect(gapsOf(wang({ hints: { hearing: ' ' } })).map(({ field }) => field)).toEqual(['hints']);
    expect(toElderBody(wang({ hints: { hearing: '多敲几下' } }), null).hints).toEqual([
      { icon: 'hearing', title: '听力不好', detail: '多敲几下' },
    ]);
  });
});

describe('亲属住在哪里', () => {
  const son = { ...newRelative(), name: '李强', relation: 'child' as const };

  it('is the elder’s own street for a neighbour, a code that somebody knows for others, else unknown', () => {
    expect(toRelativeBody({ ...son, lives: 'together' }, '370102009')).toMatchObject({ livesWithElder: true });
    expect(toRelativeBody({ ...son, lives: 'same-street' }, '370102009').residence).toEqual({ division: '370102009' });
    expect(toRelativeBody({ ...son, lives: 'same-street' }, null)).not.toHaveProperty('residence');
    expect(toRelativeBody({ ...son, lives: 'elsewhere', region: '310104' }, '370102009').residence).toEqual({
      division: '310104',
    });
    expect(toRelativeBody({ ...son, lives: 'unknown' }, '370102009')).not.toHaveProperty('residence');
  });
});

describe('what the service would not take', () => {
  const problem = new Problem(400, 'request.invalid', '有几处没填对', [
    { field: 'idNumber', message: '身份证号对不上' },
    { field: 'relatives[1].phone', message: '电话少了 2 位' },
    { field: 'facts.contracts', message: '签约服务里有不认识的选项' },
  ]);

  it('stands at its field, and what has no field of its own is not lost', () => {
    const errors = fieldErrorsOf(problem);
    expect(errors['relatives.1.phone']).toBe('电话少了 2 位');
    expect(homeless(errors, [/^idNumber$/, /^relatives\./])).toEqual(['签约服务里有不认识的选项']);
  });
});
