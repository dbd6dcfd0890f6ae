import { fireEvent, render, screen } from '@testing-library/react';
import RegisterPage from '@/officer/register';
import { FakeService, settle } from '../family/service';
import { router } from '../taro';
import { officer } from './story';

it('says at each field what is still missing, when somebody registers too early', async () => {
  const service = new FakeService().on('GET /api/divisions', { status: 200, body: { items: [] } });
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
