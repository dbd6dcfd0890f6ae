import { act, fireEvent, render, screen } from '@testing-library/react';
import { lookAt, Secret } from '@/officer/elder/Secret';
import { FakeService, settle } from '../family/service';
import { ELDER, officer } from './story';

const REVEAL = `POST /api/elders/${ELDER}/reveals`;
const WHOLE = '990000194403182029';
let service: FakeService;

async function show(may = true): Promise<void> {
  await service.signIn(officer());
  render(<Secret look={lookAt(ELDER, 'idNumber')} name="身份证号" masked="9900 **** **29" whose="李秀兰" may={may} />);
}

const ask = () => fireEvent.click(screen.getByRole('button', { name: '看李秀兰的身份证号' }));

beforeEach(() => {
  service = new FakeService();
});
afterEach(() => jest.useRealTimers());

describe('a masked value', () => {
  it('takes a reason, which nobody gives in advance', async () => {
    service.on(REVEAL, { status: 201, body: { value: WHOLE, until: Date.now() + 600_000 } });
    await show();
    ask();
    for (const reason of screen.getAllByRole('radio')) expect(reason.getAttribute('aria-checked')).toBe('false');
    fireEvent.click(screen.getByRole('button', { name: '请先选原因' }));
    fireEvent.click(screen.getByRole('radio', { name: '其他' }));
    fireEvent.click(screen.getByRole('button', { name: '请写一句原因' }));
    expect(service.written(REVEAL)).toEqual([]);
    fireEvent.change(screen.getByLabelText('写一句原因'), { target: { value: '补办证件' } });
    fireEvent.click(screen.getByRole('button', { name: '看 10 分钟' }));
    await settle();
    expect(service.written(REVEAL)).toEqual([{ field: 'idNumber', reason: '补办证件' }]);
    expect(screen.getByText(WHOLE)).toBeTruthy();
  });

  it('is masked again by itself when its time is over', async () => {
    service.on(REVEAL, { status: 201, body: { value: WHOLE, until: Date.now() + 600_000 } });
    await show();
    ask();
    fireEvent.click(screen.getByRole('radio', { name: '核对证件' }));
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
    fireEvent.click(screen.getByRole('button', { name: '看 10 分钟' }));
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    expect(screen.getByText(WHOLE)).toBeTruthy();
    await act(() => jest.advanceTimersByTimeAsync(600_000));
    expect(screen.queryByText(WHOLE)).toBeNull();
    expect(screen.getByText('9900 **** **29')).toBeTruthy();
  });

  it('offers no look to those who may not', async () => {
    await show(false);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
