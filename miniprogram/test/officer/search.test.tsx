import { fireEvent, render, screen } from '@testing-library/react';
import EldersPage from '@/officer/elders';
import { FakeService, settle } from '../family/service';
import { router } from '../taro';
import { officer } from './story';

const NUMBER = '990000194403020027';
const SEARCH = 'POST /api/elders/searches';

let service: FakeService;
/** Whole addresses, as a proxy on the way would log them. */
const addresses: string[] = [];

beforeEach(async () => {
  localStorage.clear();
  addresses.splice(0);
  const nobody = { status: 200, body: { items: [], next: null } };
  service = new FakeService().on('GET /api/elders', nobody).on(SEARCH, nobody);
  await service.signIn(officer('community'));
  const answer = globalThis.fetch;
  globalThis.fetch = ((url: string, init: RequestInit) => {
    addresses.push(url);
    return answer(url, init);
  }) as typeof fetch;
  Object.assign(router, { path: '/officer/elders/index', params: {} });
});

it('asks the registry for a number without writing it into an address', async () => {
  render(<EldersPage />);
  await settle();
  const field = screen.getByRole('searchbox', { name: '找人' });
  fireEvent.change(field, { target: { value: ` ${NUMBER} ` } });
  fireEvent.click(screen.getByRole('button', { name: '找' }));
  await settle();
  expect(service.written(SEARCH)).toEqual([{ q: NUMBER, status: 'running', limit: 50 }]);
  expect(screen.getByText(`没找到“${NUMBER}”`)).toBeTruthy();
  fireEvent.change(field, { target: { value: '' } });
  await settle();
  expect(addresses.at(-1)).toBe('/api/elders?status=running&limit=50');
  expect(addresses.filter((url) => url.includes(NUMBER))).toEqual([]);
});
