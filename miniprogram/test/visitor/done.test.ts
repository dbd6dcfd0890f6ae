import { periodInWords, stepsAfter, type Told, type VisitorNeed } from '@/visitor/done/steps';

const today = '2026-11-24';
const need = (changes: Partial<VisitorNeed>): VisitorNeed => ({
  view: 'visitor',
  id: 'n1',
  matter: 'gas-safety',
  severity: 'urgent',
  title: '燃气不安全，要处理',
  status: 'open',
  progress: '社区会跟进',
  ...changes,
});
const told = (state: Told['state']): Told => ({ relation: '女儿', name: '王静', state });
const titles = (...args: Parameters<typeof stepsAfter>) => stepsAfter(...args).map(({ title }) => title);

describe('接下来会怎样', () => {
  it('says what presses most first, then who was told, then when somebody comes again', () => {
    const needs = [need({ severity: 'ordinary', title: '家里要人帮着收拾', matter: 'home-hygiene' }), need({})];
    const nextPeriod = { start: '2026-12-01', every: 'month' as const };
    expect(titles({ nextPeriod }, { needs, told: [told('sent')], waiting: false }, today)).toEqual([
      '燃气不安全，要处理',
      '家里要人帮着收拾',
      '告诉女儿王静',
      '下次探访：12月',
    ]);
  });

  it.each([
    ['sent', '微信提醒已发出，只说有事请家人看'],
    ['inbox', '提醒放在小程序里，打开就能看到'],
    ['phone-task', '微信发不到，社区会打电话告诉'],
    ['waiting', '微信提醒正在发；夜里不打扰，早上 7 点以后发'],
  ] as const)('tells %s as it is, and promises no more', (state, detail) => {
    const [step] = stepsAfter({ nextPeriod: null }, { needs: [], told: [told(state)], waiting: true }, today);
    expect(step?.detail).toBe(detail);
  });

  it('does not say that nothing was found while the service is still at it', () => {
    const none = { needs: [], told: [] };
    expect(titles({ nextPeriod: null }, { ...none, waiting: true }, today)).toEqual(['正在看有没有要办的事']);
    expect(titles({ nextPeriod: null }, { ...none, waiting: false }, today)).toEqual(['没有要办的事']);
  });
});

describe('下次探访', () => {
  it.each([
    ['month', '2026-12-01', '12月'],
    ['month', '2027-01-01', '2027年1月'],
    ['half-month', '2026-12-01', '12月上半月'],
    ['half-month', '2026-12-16', '12月下半月'],
    ['week', '2026-11-30', '11月30日起的一周'],
    ['week', '2027-01-04', '2027年1月4日起的一周'],
  ] as const)('every %s from %s is %s', (every, start, words) => {
    expect(periodInWords({ start, every }, today)).toBe(words);
  });
});
