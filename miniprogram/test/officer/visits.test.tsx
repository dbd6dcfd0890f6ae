import { render, screen } from '@testing-library/react';
import { Visits } from '@/officer/elder/Visits';
import { FakeService, settle } from '../family/service';
import { ELDER, officer } from './story';

const visit = (changes: object = {}) => ({
  ...{ id: 'v1', elderId: ELDER, elderName: '李秀兰', number: '1124-003-752', mode: 'on-site' },
  ...{ startedAt: Date.parse('2024-11-18T09:12:00+08:00'), receivedAt: Date.parse('2024-11-18T09:40:00+08:00') },
  ...{ visitor: { id: 'a1', name: '周敏' }, files: { received: 0, expected: 0 }, review: [] as string[] },
  ...changes,
});

async function show(...items: object[]): Promise<void> {
  const service = new FakeService().on('GET /api/visits', { status: 200, body: { items, next: null } });
  await service.signIn(officer());
  render(<Visits elderId={ELDER} />);
  await settle();
}

describe('the visits of an elder', () => {
  it('say when, who and how', async () => {
    await show(visit());
    expect(screen.getByText('2024年11月18日 9:12')).toBeTruthy();
    expect(screen.getByText('编号 1124-003-752').parentElement?.textContent).toBe('周敏，上门，编号 1124-003-752');
    expect(screen.queryByText('要再看一眼')).toBeNull();
  });

  it('say in plain words why somebody should look again', async () => {
    await show(visit({ review: ['clock-ahead', 'assignment-ended', 'earlier-home'] }));
    expect(screen.getByText('要再看一眼')).toBeTruthy();
    expect(screen.getByText('手机时间比服务器快，请核对探访日期')).toBeTruthy();
    expect(screen.getByText(/已经不派这个人去了/)).toBeTruthy();
    expect(screen.getByText(/搬家前那个地方的表/)).toBeTruthy();
  });

  it('are said to be none where nobody has been', async () => {
    await show();
    expect(screen.getByText('还没有人去过')).toBeTruthy();
  });
});
