import { fireEvent, render, screen } from '@testing-library/react';
import { Health, isMarriageUnknown } from '@/officer/elder/Health';
import type { ElderDetail } from '@/officer/desk/elder-words';
import { FakeService, settle } from '../family/service';
import { ELDER, officer } from './story';

const ROUTE = `PATCH /api/elders/${ELDER}`;
const facts = {
  ...{ birthDate: '1945-03-02', residence: { division: '370102009002' }, relatives: [] },
  ...{ staffTier: 'key', contracts: ['home-care-bed'], bedridden: false, limitedMobility: true },
  ability: { level: 'mild', assessedOn: '2025-01-01' },
};
const elder = { id: ELDER, name: '陈桂香', version: 3, facts, relatives: [] } as unknown as ElderDetail;
let service: FakeService;
const onChanged = jest.fn(() => Promise.resolve());

beforeEach(async () => {
  onChanged.mockClear();
  service = new FakeService();
  await service.signIn(officer());
  render(<Health elder={elder} asks={['entrustment', 'contracts.home-care-bed']} onChanged={onChanged} />);
  fireEvent.click(screen.getByRole('button', { name: /补充、改情况/ }));
});

describe('what is found out after the registration', () => {
  it('is written; what is not asked here stays, and a “no” too', async () => {
    service.on(ROUTE, { status: 200, body: elder });
    fireEvent.click(screen.getByRole('radio', { name: '丧偶' }));
    fireEvent.click(screen.getByRole('button', { name: '存下' }));
    await settle();
    expect(service.written(ROUTE)).toEqual([
      {
        version: 3,
        facts: {
          ...{ staffTier: 'key', contracts: ['home-care-bed'], bedridden: false, limitedMobility: true },
          ...{ ability: { level: 'mild', assessedOn: '2025-01-01' }, maritalStatus: 'widowed' },
        },
      },
    ]);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('of what the plan asks is changed and taken back; what it does not ask is not shown', async () => {
    service.on(ROUTE, { status: 200, body: elder });
    expect(screen.queryByText('登记时勾的等级')).toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: '家庭养老床位' }));
    fireEvent.click(screen.getByRole('radio', { name: '委托协议执行中' }));
    fireEvent.click(screen.getByRole('button', { name: '存下' }));
    await settle();
    const [{ facts: sent }] = service.written(ROUTE) as [{ facts: object }];
    expect(sent).toMatchObject({ staffTier: 'key', entrustment: 'active' });
    expect(sent).not.toHaveProperty('contracts');
  });

  it('that somebody else has changed meanwhile is said, and nothing is written over', async () => {
    service.on(ROUTE, { status: 409, body: { code: 'elder.stale', detail: '刚才有人改过，请再看一遍' } });
    fireEvent.click(screen.getByRole('button', { name: '存下' }));
    await settle();
    expect(screen.getByText(/刚才有人改过/)).toBeTruthy();
    expect(onChanged).not.toHaveBeenCalled();
  });
});

it('whether there is a husband is unknown until somebody has asked, or he is on the list', () => {
  expect(isMarriageUnknown(elder)).toBe(true);
  expect(isMarriageUnknown({ ...elder, facts: { ...facts, maritalStatus: 'widowed' } })).toBe(false);
  const spouse = { relation: 'spouse' } as ElderDetail['relatives'][number];
  expect(isMarriageUnknown({ ...elder, relatives: [spouse] })).toBe(false);
});
