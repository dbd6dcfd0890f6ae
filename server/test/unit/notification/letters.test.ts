import { ANNOUNCEMENTS, type Happening, type Story } from '../../../src/modules/notification/letters';
import { TEMPLATE_KEYS } from '../../../src/modules/notification/templates';

const GAS = {
  id: '01K0000000000000000000000A',
  matter: 'gas-safety',
  title: '燃气不安全，要处理',
  plain: '厨房燃气有隐患',
};
const STORY: Story = {
  ...{
    callName: '妈妈',
    elderName: '李秀兰',
    elderId: '01K0000000000000000000000E',
    needs: [GAS],
    answerBy: '2026-11-26',
  },
  ...{
    lifeDanger: false,
    heldFromFamily: false,
    firstContactMissing: false,
    actor: '女儿王静',
    choice: 'community',
    risenFrom: null,
    outcome: null,
  },
};
const happenings = Object.keys(ANNOUNCEMENTS) as Happening[];
const letters = happenings.flatMap((happening) => {
  const { family, officers } = ANNOUNCEMENTS[happening];
  return [...(family ? [[happening, 'family', family] as const] : []), [happening, 'officers', officers] as const];
});

describe('the table of announcements', () => {
  it.each(letters)('%s to %s: every line says something, and the page fits', (_, __, letter) => {
    for (const needs of [[GAS], [GAS, { ...GAS, id: '01K0000000000000000000000B' }]]) {
      const story = { ...STORY, needs };
      expect(letter.title(story).length).toBeGreaterThan(4);
      expect(letter.lines(story).every((line) => line.trim() !== '' && !/undefined|null|NaN/.test(line))).toBe(true);
      expect(letter.page(story)).toMatch(/^(family|officer)\/[a-z]+\/index\?(id|elderId)=[0-9A-Z]{26}$/);
    }
  });

  it('writes to WeChat only for families, with templates that exist', () => {
    for (const [, audience, { template }] of letters) {
      if (audience === 'officers') expect(template).toBeNull();
      else expect(TEMPLATE_KEYS).toContain(template);
    }
  });

  it('uses no word of administration toward families', () => {
    const said = letters
      .filter(([, audience]) => audience === 'family')
      .flatMap(([, , letter]) => [letter.title(STORY), ...letter.lines(STORY)]);
    expect(said.join()).not.toMatch(/用户|工单|对象|处置|对接|系统|任务/);
  });

  it('says more urgently what is urgent', () => {
    const { lines } = ANNOUNCEMENTS.found.family!;
    expect(lines({ ...STORY, lifeDanger: true })).toContain('事情紧急，请马上看');
    expect(lines(STORY)).toContain('请在11月26日前拿个主意');
  });

  it('reminds officers what is held, and of a missing first contact', () => {
    const { lines } = ANNOUNCEMENTS.found.officers;
    expect(lines({ ...STORY, heldFromFamily: true })).toContain('这件事不告诉家人，请当面核实');
    expect(lines({ ...STORY, firstContactMissing: true })).toContain('名册里没有第一联系人，由社区先办，请尽快补上');
    expect(lines(STORY)).not.toContain('这件事不告诉家人，请当面核实');
  });
});
