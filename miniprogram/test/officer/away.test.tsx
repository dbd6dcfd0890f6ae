import { fireEvent, render, screen } from '@testing-library/react';
import { Away } from '@/officer/elder/Away';
import { FakeService, settle } from '../family/service';
import { ELDER, officer } from './story';

const SON = '01KB2Z6QF3T9V8XW7M5N4P3R0S';
const ROUTE = `PATCH /api/elders/${ELDER}/relatives/${SON}`;
const relative = (awaySince: string | null) => ({
  ...{ id: SON, name: '刘洋', relation: 'child' as const, kinWord: '儿子', callsElder: null, phoneMasked: null },
  ...{ firstContact: false, emergencyContact: false, guardian: false, livesWithElder: false, awaySince },
  ...{ residence: null, birthDate: null, ableToSupport: null },
});
let service: FakeService;
const onChanged = jest.fn(() => Promise.resolve());

async function show(awaySince: string | null, may = true): Promise<void> {
  service = new FakeService();
  await service.signIn(officer());
  render(<Away elderId={ELDER} relative={relative(awaySince)} may={may} onChanged={onChanged} />);
}
beforeEach(() => onChanged.mockClear());

describe('a child who is away', () => {
  const say = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

  it('is said to be back only after being asked, with what follows from it', async () => {
    await show('2024-02-20');
    expect(screen.getByText('2024年2月20日起外出')).toBeTruthy();
    service.on(ROUTE, { status: 200, body: relative(null) });
    say('已经回来了，刘洋');
    expect(screen.getByText('刘洋已经回来了？')).toBeTruthy();
    expect(screen.getByText(/点错了在“改情况”里填回去.*多久探访一次，马上按方案重新算/)).toBeTruthy();
    await settle();
    expect(service.written(ROUTE)).toEqual([]);
    say('回来了');
    await settle();
    expect(service.written(ROUTE)).toEqual([{ awaySince: null }]);
    expect(onChanged).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('刘洋已经回来了？')).toBeNull();
  });

  it('stays away where it was a slip of the thumb', async () => {
    await show('2024-02-20');
    say('已经回来了，刘洋');
    say('还没回来');
    await settle();
    expect(screen.queryByText('刘洋已经回来了？')).toBeNull();
    expect(service.written(ROUTE)).toEqual([]);
    expect(onChanged).not.toHaveBeenCalled();
  });

  it('stays away where it could not be written, and says so', async () => {
    await show('2024-02-20');
    service.on(ROUTE, { status: 409, body: { code: 'elder.stale', detail: '刚才有人改过，请再看一遍' } });
    say('已经回来了，刘洋');
    say('回来了');
    await settle();
    expect(screen.getByText(/刚才有人改过/)).toBeTruthy();
    expect(onChanged).not.toHaveBeenCalled();
  });

  it('is shown, not changed, to those who only look on; who is not away has nothing to show', async () => {
    await show('2024-02-20', false);
    expect(screen.queryByRole('button')).toBeNull();
    await show(null);
    expect(screen.queryAllByText(/起外出/)).toHaveLength(1);
  });
});
