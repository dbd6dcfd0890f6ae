import { fireEvent, render, screen } from '@testing-library/react';
import { EmergencySheet } from '@/visitor/emergency/EmergencySheet';
import type { ElderCard } from '@/visitor/visit/draft';
import { settle } from '../family/service';
import { card } from './story';

jest.mock('@/platform/phone-call', () => ({ phoneCall: jest.fn(async () => true) }));
const { phoneCall } = jest.requireMock<{ phoneCall: jest.Mock }>('@/platform/phone-call');
beforeEach(() => phoneCall.mockClear());

type Numbers = ElderCard['emergency']['numbers'];

const SERVICES: Numbers = [
  { call: 'emergency-services', number: '120', label: '急病、受伤' },
  { call: 'emergency-services', number: '119', label: '起火、燃气' },
  { call: 'emergency-services', number: '110', label: '报警、开门' },
];
const DAUGHTER: Numbers[number] = { call: 'first-contact', number: '14200000001', label: '女儿 王静' };
const SON: Numbers[number] = { call: 'family', number: '14200000002', label: '儿子 王强' };

function show(numbers: Numbers) {
  const { emergency, ...rest } = card();
  const shown = { ...rest, emergency: { ...emergency, numbers } };
  return render(<EmergencySheet open card={shown} onClose={() => undefined} />);
}

/** What can be dialled, from the top down. */
const dialled = () =>
  screen
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? '')
    .filter((label) => /^打 1|^给/.test(label))
    .map((label) => label.replace(/^打 (\d+).*/, '$1').replace(/^给(.*)打电话$/, '$1'));

describe('紧急求助，按方案的先后', () => {
  it('北京 二（五）4: the first contact at once, 120 right below, the others of the family after it', () => {
    const family: Numbers = [...'二三四五六'].map((word, place) => ({
      ...{ call: 'family', number: `1420000001${place}`, label: `${word}儿子` },
    }));
    show([DAUGHTER, ...family, ...SERVICES]);
    expect(dialled()).toEqual(['女儿 王静', '120', '119', '110', '二儿子', '三儿子', '四儿子', '五儿子', '六儿子']);
  });

  it('北京: 第一联系人或其他家庭成员, so who has a telephone stands above', () => {
    show([{ ...DAUGHTER, number: null }, SON, ...SERVICES]);
    expect(dialled()).toEqual(['儿子 王强', '120', '119', '110']);
    expect(screen.getByText('没有登记电话')).toBeTruthy();
  });

  it('济南、辽宁、黑龙江、石狮: 120 first, then the family', () => {
    show([...SERVICES, DAUGHTER, SON]);
    expect(dialled()).toEqual(['120', '119', '110', '女儿 王静', '儿子 王强']);
  });

  it('says whose number it is, and that it was called', async () => {
    show([...SERVICES, DAUGHTER, SON]);
    expect([screen.getByText('第一联系人'), screen.getByText('家人')]).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: '给女儿 王静打电话' }));
    await settle();
    expect(phoneCall.mock.calls).toEqual([['14200000001']]);
    expect(screen.getByText('打过了')).toBeTruthy();
  });
});
