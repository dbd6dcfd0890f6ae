import { fireEvent, render, screen } from '@testing-library/react';
import RegisterPage from '@/officer/register';
import { FakeService, settle } from '../family/service';
import { router } from '../taro';
import { officer, PACKS } from './story';

it('says at each field what is still missing, when somebody registers too early', async () => {
  const service = new FakeService()
    .on('GET /api/divisions', { status: 200, body: { items: [] } })
    .on('GET /api/policies', { status: 200, body: { items: PACKS } });
  Object.assign(router, { path: '/officer/register/index', params: {} });
  await service.signIn(officer('community'));
  render(<RegisterPage />);
  await settle();
  expect(screen.queryByText(/^还差：/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /还差 \d 项/ }));
  await settle();
  for (const words of ['姓名', '身份证号', '性别', '住址']) expect(screen.getByText(`还差：${words}`)).toBeTruthy();
  fireEvent.change(screen.getByLabelText(/姓名/), { target: { value: '王淑珍' } });
  expect(screen.queryByText(/^还差：/)).toBeNull();
});

it('asks which community, of somebody who works for two', async () => {
  const service = new FakeService()
    .on('GET /api/divisions', { status: 200, body: { items: [] } })
    .on('GET /api/policies', { status: 200, body: { items: PACKS } });
  Object.assign(router, { path: '/officer/register/index', params: {} });
  const me = officer('community');
  const yaojia = {
    role: 'community' as const,
    division: { id: '0D1V0000000000370102013001', name: '姚家社区', packId: 'jinan' },
  };
  await service.signIn({ ...me, roles: [...me.roles, yaojia] });
  render(<RegisterPage />);
  await settle();
  const offered = ['甸柳新村第一社区', '姚家社区'].map((name) => screen.getByRole('radio', { name }));
  expect(offered.map((radio) => radio.getAttribute('aria-checked'))).toEqual(['false', 'false']);
  fireEvent.click(screen.getByRole('button', { name: /还差 \d 项/ }));
  await settle();
  expect(screen.getByText('还差：社区')).toBeTruthy();
});

it('asks what the plan of the place asks, and nothing of another place’s', async () => {
  const service = new FakeService()
    .on('GET /api/divisions', { status: 200, body: { items: [] } })
    .on('GET /api/policies', { status: 200, body: { items: PACKS } });
  Object.assign(router, { path: '/officer/register/index', params: {} });
  await service.signIn(officer('community'));
  render(<RegisterPage />);
  await settle();
  expect(screen.getByRole('radiogroup', { name: '委托' })).toBeTruthy();
  expect(screen.getByRole('checkbox', { name: '家庭养老床位' })).toBeTruthy();
  for (const words of ['签约养老服务驿站', '服务对象类别', '登记时勾的等级', /户口在哪里/])
    expect(screen.queryByText(words)).toBeNull();
});
