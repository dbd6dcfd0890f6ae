import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { closeOutbox, handIn, openOutbox, outbox } from '@/offline';
import Records from '@/visitor/records';
import { draftOf } from '@/visitor/visit/draft';
import { FakeService, settle } from '../family/service';
import { visited } from '../taro';
import { card, complete, LIXIULAN, zhoumin } from './story';

const me = zhoumin.account.id;
const VISIT = '01KB2Z6QF3T9V8XW7M5N4P3R40';
let service: FakeService;

beforeEach(async () => {
  localStorage.clear();
  visited.splice(0);
  closeOutbox();
  draftOf(me, LIXIULAN).set(null);
  service = new FakeService();
  await service.signIn(zhoumin);
  openOutbox(me);
  service.on('GET /api/visits', { status: 200, body: { items: [], next: null } });
});

function handInVisit(): void {
  handIn(
    {
      accountId: me,
      elderName: '李秀兰',
      checkIn: null,
      files: [],
      body: {
        id: VISIT,
        elderId: LIXIULAN,
        mode: 'phone',
        form: { id: 'short-record', version: 1 },
        answers: complete,
        startedAt: 1_000,
        endedAt: 2_000,
        signature: { kind: 'phone' },
        photos: [],
      },
    },
    3_000,
  );
}

const open = async () => {
  render(<Records />);
  await settle();
  await settle();
};
const press = async (name: string) => {
  await act(async () => fireEvent.click(screen.getByRole('button', { name })));
  await settle();
};

describe('what waits on the phone', () => {
  it('is listed with where it stands, and gone from there once it was received', async () => {
    service.on('POST /api/visits', 'offline');
    handInVisit();
    await open();
    expect(screen.getByText('等待送出')).toBeTruthy();
    service.on('POST /api/visits', { status: 201, body: { id: VISIT, number: '1124-1', receivedAt: 1 } });
    await press('现在送');
    await settle();
    expect(screen.queryByText('存在手机里')).toBeNull();
    expect(service.written('POST /api/visits').map(({ id }) => id)).toEqual([VISIT, VISIT]);
  });

  it('says why something was refused, and opens it again as the same visit', async () => {
    service
      .on('POST /api/visits', { status: 400, body: { code: 'visit.time', detail: '请检查手机时间' } })
      .on(`GET /api/elders/${LIXIULAN}/card`, { status: 200, body: card() });
    handInVisit();
    await open();
    expect(screen.getByText('没被收下')).toBeTruthy();
    expect(screen.getByText('请检查手机时间')).toBeTruthy();
    await press('打开改一改');
    expect(draftOf(me, LIXIULAN).get()).toMatchObject({
      visitId: VISIT,
      startedAt: 1_000,
      answers: complete,
      mode: 'phone',
    });
    expect(outbox.get().items).toEqual([]);
    expect(visited.at(-1)).toEqual({ how: 'go', url: `/visitor/form/index?elderId=${LIXIULAN}` });
  });

  it('loses nothing when it cannot be opened just now', async () => {
    service
      .on('POST /api/visits', { status: 400, body: { code: 'visit.time', detail: '请检查手机时间' } })
      .on(`GET /api/elders/${LIXIULAN}/card`, 'offline');
    handInVisit();
    await open();
    await press('打开改一改');
    expect(screen.getByText('要有网才能打开改，先放着也不会丢')).toBeTruthy();
    expect(outbox.get().items.map(({ body }) => body.id)).toEqual([VISIT]);
  });
});

describe('what was received', () => {
  it('stands by day, with its number and what is still missing', async () => {
    const visit = {
      id: 'v1',
      elderId: LIXIULAN,
      elderName: '李秀兰',
      number: '1124-003-752',
      mode: 'on-site',
      startedAt: Date.parse('2026-11-18T09:12:00+08:00'),
      receivedAt: Date.parse('2026-11-18T09:40:00+08:00'),
      visitor: { id: me, name: '周敏' },
      files: { received: 1, expected: 3 },
    };
    service.on('GET /api/visits', { status: 200, body: { items: [visit], next: null } });
    await open();
    const row = screen.getByRole('link', { name: /李秀兰/ });
    expect(row.getAttribute('href')).toBe('#/visitor/done/index?visitId=v1');
    within(row).getByText('差 2 张照片');
    within(row).getByText('9:12');
    expect(row.textContent).toContain('上门，编号 1124-003-752');
  });
});
