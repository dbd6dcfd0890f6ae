import { render, screen } from '@testing-library/react';
import NeedsPage from '@/officer/needs';
import { FakeService, settle } from '../family/service';
import { router, visited } from '../taro';
import { gas, officer } from './story';

it('需求: a life in danger comes before what is late, and that before the rest', async () => {
  const service = new FakeService();
  const danger = { matter: 'emergency', severity: 'life-danger', title: '叫不醒，还在处理' } as const;
  const items = [
    gas({ id: 'a', title: '燃气要留意' }),
    gas({ id: 'b', title: '燃气不安全，要处理', late: true }),
    gas({ id: 'c', ...danger }),
  ];
  service.on('GET /api/needs', { status: 200, body: { items, next: null } });
  await service.signIn(officer());
  Object.assign(router, { path: '/officer/needs/index', params: {} });
  visited.splice(0);
  render(<NeedsPage />);
  await settle();
  const titles = [...document.body.textContent!.matchAll(/叫不醒|不安全|要留意/g)].map(([title]) => title);
  expect(titles).toEqual(['叫不醒', '不安全', '要留意']);
  expect(screen.getByText('1 件过了时限，先办')).toBeTruthy();
});
