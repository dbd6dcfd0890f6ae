import { act, render, screen } from '@testing-library/react';
import { closeOutbox } from '@/offline';
import { dayOf, now } from '@/platform';
import Scan from '@/visitor/scan';
import { FakeService, settle } from '../family/service';
import { router, visited } from '../taro';
import { card, LIXIULAN, zhoumin } from './story';

const me = zhoumin.account.id;
let service: FakeService;

beforeEach(async () => {
  localStorage.clear();
  visited.splice(0);
  closeOutbox();
  service = new FakeService();
  await service.signIn(zhoumin);
});

async function scan(params: Record<string, string>) {
  Object.assign(router, { path: '/visitor/scan/index', params });
  render(<Scan />);
  await settle();
  await settle();
}

describe('a door’s code', () => {
  it.each([
    ['the link that is printed', { q: encodeURIComponent('https://tanfang.example/d/DOOR-7') }],
    ['the bare code', { q: 'DOOR-7' }],
    ['the scene of WeChat’s own code', { scene: 'DOOR-7' }],
  ])('is taken from %s, told once, and leads to the card', async (_, params) => {
    service.on('POST /api/check-ins', { status: 201, body: card() });
    await scan(params);
    const [told, ...more] = service.written('POST /api/check-ins');
    expect(told).toEqual({ id: expect.stringMatching(/^[0-9A-Z]{26}$/), code: 'DOOR-7', at: expect.any(Number) });
    expect(more).toEqual([]);
    expect(visited).toEqual([{ how: 'replace', url: `/visitor/card/index?elderId=${LIXIULAN}&scanned=1` }]);
  });

  it('of somebody who is not owed a visit today is asked about kindly, not refused', async () => {
    service.on('POST /api/check-ins', { status: 201, body: card({ owed: null }) });
    await scan({ q: 'DOOR-7' });
    expect(screen.getByText('李秀兰今天不在名单里')).toBeTruthy();
    expect(screen.getByRole('button', { name: '去看看李奶奶' })).toBeTruthy();
    expect(visited).toEqual([]);
  });

  it.each([
    ['door-code.unknown', 404, '认不出这张码'],
    ['door-code.revoked', 410, '这张码已经作废了'],
    ['access.not-found', 404, '这一家不在您负责的名单里'],
  ])('that is refused with %s says what to do at the door', async (code, status, title) => {
    service.on('POST /api/check-ins', { status, body: { code, detail: '…' } });
    await scan({ q: 'DOOR-7' });
    expect(screen.getByText(title)).toBeTruthy();
    expect(screen.getByRole('button', { name: '再扫一次' })).toBeTruthy();
  });

  it('is asked for when the page was opened without one', async () => {
    await scan({});
    expect(screen.getByText('还没有扫到门牌码')).toBeTruthy();
    expect(service.written('POST /api/check-ins')).toEqual([]);
  });
});

describe('a door without a network', () => {
  const list = (elderId: string) => ({
    day: dayOf(now()),
    value: {
      date: dayOf(now()),
      next: null,
      at: 0,
      kept: false,
      items: [
        {
          obligationId: 'o1',
          elderId,
          name: '李秀兰',
          age: 82,
          status: 'owed',
          periodStart: dayOf(now()),
          place: '3 号楼',
        },
      ],
    },
  });

  it('lets the visitor say whose it is, and takes the code along', async () => {
    localStorage.setItem(`tanfang.today.${me}.read.worklist`, JSON.stringify(list(LIXIULAN)));
    service.on('POST /api/check-ins', 'offline');
    await scan({ q: 'DOOR-7' });
    expect(screen.getByText('您在哪一家门口？')).toBeTruthy();
    const href = screen.getByRole('link', { name: /李秀兰/ }).getAttribute('href')!;
    const params = new URLSearchParams(href.split('?')[1]);
    expect(Object.fromEntries(params)).toEqual({
      elderId: LIXIULAN,
      scanned: '1',
      checkIn: expect.stringMatching(/^[0-9A-Z]{26}$/),
      code: 'DOOR-7',
      at: expect.any(String),
    });
  });

  it('knows a door that was scanned earlier today', async () => {
    service.on('POST /api/check-ins', { status: 201, body: card() }, 'offline');
    await scan({ q: 'DOOR-7' });
    visited.splice(0);
    await act(async () => undefined);
    await scan({ q: 'DOOR-7' });
    expect(visited.at(-1)).toEqual({ how: 'replace', url: `/visitor/card/index?elderId=${LIXIULAN}&scanned=1` });
  });
});
