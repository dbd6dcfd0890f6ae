import { firstContactRule, packOf, packs, type ContactCandidate } from '../../..';
import { grounds } from '../../../../../test/policy/story';

const beijing = packOf('beijing')!;

interface Person extends ContactCandidate {
  readonly name: string;
}
const person = (name: string, relation: Person['relation'], facts: Partial<Person> = {}): Person => ({
  name,
  relation,
  ...facts,
});
const suMin = person('苏敏', 'child');
const suGang = person('苏刚', 'child');
const wife = person('莫淑芬', 'spouse', { livesWithElder: true });
const niece = person('田甜', 'other');
const named = (one: Person): Person => ({ ...one, named: true });

/** Name of the contact, gap, names of the candidates. */
function rule(relatives: readonly Person[] | undefined) {
  const answer = firstContactRule(beijing, relatives)!;
  return [answer.contact?.name ?? null, answer.gap, answer.candidates.map(({ name }) => name)];
}

describe('北京 二（一）2 有子女的：子女是第一联系人', () => {
  it('an only child is, named or not', () => {
    expect(rule([suMin])).toEqual(['苏敏', null, ['苏敏']]);
    expect(rule([wife, named(suMin)])).toEqual(['苏敏', null, ['苏敏']]);
  });

  it('of several children the one whom the registry names', () => {
    expect(rule([suMin, named(suGang)])).toEqual(['苏刚', null, ['苏敏', '苏刚']]);
  });

  it('several children and none named is a gap, whoever lives in the home', () => {
    expect(rule([suMin, suGang])).toEqual([null, 'choose-child', ['苏敏', '苏刚']]);
    expect(rule([suMin, { ...suGang, livesWithElder: true }, wife])).toEqual([null, 'choose-child', ['苏敏', '苏刚']]);
  });

  it('somebody else named in their place is a gap', () => {
    expect(rule([suMin, suGang, named(niece)])).toEqual([null, 'not-a-child', ['苏敏', '苏刚']]);
    expect(rule([suMin, named(wife)])).toEqual(['苏敏', 'not-a-child', ['苏敏']]);
    expect(rule([suMin, named(person('隔壁王姐', 'neighbour'))])).toEqual(['苏敏', 'not-a-child', ['苏敏']]);
  });

  it('cites the plan', () => {
    expect(grounds(firstContactRule(beijing, [suMin])?.because)[0]).toContain('应将其子女列为探访关爱第一联系人');
  });
});

describe('北京 二（一）2 无子女且无共同居住生活人员的：村（居）委会明确', () => {
  it('nobody yet: a gap for the committee', () => {
    expect(rule([])).toEqual([null, 'committee-to-name', []]);
    expect(rule([niece])).toEqual([null, 'committee-to-name', []]);
  });

  it('whom the committee has named', () => {
    expect(rule([named(niece)])).toEqual(['田甜', null, []]);
    expect(rule([named(person('隔壁王姐', 'neighbour'))])).toEqual(['隔壁王姐', null, []]);
    expect(rule([named(person('居委会小刘', 'committee'))])).toEqual(['居委会小刘', null, []]);
    expect(grounds(firstContactRule(beijing, [])?.because)[0]).toContain('联系村(居)民委员会明确探访关爱第一联系人');
  });
});

describe('北京 二（一）2 无子女、有人同住的（方案没有写明）', () => {
  it('whoever lives with them, as a reading', () => {
    expect(rule([wife])).toEqual(['莫淑芬', null, ['莫淑芬']]);
    expect(rule([person('租客', 'cohabitant', { livesWithElder: true })])).toEqual(['租客', null, ['租客']]);
    expect(firstContactRule(beijing, [wife])?.because[0].reading).toBe(true);
  });

  it('several and none named is a gap; a named one stands', () => {
    const sister = person('妹妹', 'sibling', { livesWithElder: true });
    expect(rule([wife, sister])).toEqual([null, 'choose-household', ['莫淑芬', '妹妹']]);
    expect(rule([wife, named(sister)])).toEqual(['妹妹', null, ['莫淑芬', '妹妹']]);
  });

  it('somebody named who lives elsewhere does not stand in their place: a gap', () => {
    const sister = person('妹妹', 'sibling');
    const lodger = person('租客', 'cohabitant', { livesWithElder: true });
    expect(rule([lodger, named(sister)])).toEqual(['租客', 'not-in-household', ['租客']]);
    expect(rule([wife, lodger, named(niece)])).toEqual([null, 'not-in-household', ['莫淑芬', '租客']]);
  });

  it('a cohabitant lives there, whether or not the row says so again', () => {
    expect(rule([person('租客', 'cohabitant')])).toEqual(['租客', null, ['租客']]);
    expect(rule([person('租客', 'cohabitant', { livesWithElder: false })])).toEqual([null, 'committee-to-name', []]);
  });
});

it('北京 二（一）2 unknown relatives are a gap, not “none”', () => {
  expect(rule(undefined)).toEqual([null, 'relatives-unknown', []]);
  expect(firstContactRule(beijing, undefined)?.because).toMatchObject([{ article: '二（一）2', reading: true }]);
});

it('no other plan knows a first contact', () => {
  for (const pack of packs.filter(({ id }) => id !== 'beijing')) expect(firstContactRule(pack, [suMin])).toBeNull();
});
