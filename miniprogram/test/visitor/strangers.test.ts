/** Bytes outlive the app here as they do on a phone; jsdom has no database to keep them in. */
const disk = new Map<string, Uint8Array>();
jest.mock('@/platform/kept-bytes', () => ({
  keepBytes: async (name: string, bytes: Uint8Array) => Boolean(disk.set(name, bytes)),
  readBytes: async (name: string) => disk.get(name) ?? null,
  showBytes: async () => null,
  dropBytes: async (name: string) => void disk.delete(name),
  keptNames: async () => [...disk.keys()],
}));

import { bytesName, closeOutbox, handIn, itemOf, keepForToday, noAnswers, openOutbox, READ } from '@/offline';
import { sendWaiting } from '@/offline/outbox';
import { keepBytes } from '@/platform';
import { loadSession } from '@/state';
import { act } from '@testing-library/react';
import { FakeService } from '../family/service';
import { card, LIXIULAN, zhoumin } from '../visitor/story';

const VISIT = '01KB2Z6QF3T9V8XW7M5N4P3R40';
const HOSE = 'a'.repeat(64);
const me = zhoumin.account.id;
/** What a firewall or a proxy's maintenance page answers: whole, and not by the service. */
const PAGE = { status: 200, body: '<html>', stranger: true } as const;
let service: FakeService;

beforeEach(() => {
  localStorage.clear();
  disk.clear();
  closeOutbox();
  openOutbox(me);
  service = new FakeService();
});

const unreached = () =>
  noAnswers.add({
    ...{ accountId: me, accountName: '周敏', elderName: '李秀兰' },
    body: { id: VISIT, elderId: LIXIULAN, outcome: 'unreached', tries: [{ kind: 'knocked', at: 1 }], at: 2 },
  });

it('a closed door is not forgotten because some page answered 200', async () => {
  service.on('POST /api/no-answers', PAGE);
  unreached();
  await sendWaiting();
  expect(noAnswers.waiting.get()).toHaveLength(1);
});

it.each([403, 404, 405, 413])('a closed door is tried again after a proxy’s %d', async (status) => {
  service.on('POST /api/no-answers', { status, body: '<html>nginx</html>', stranger: true });
  unreached();
  await sendWaiting();
  expect(noAnswers.waiting.get()).toMatchObject([{ refused: null }]);
});

it('a photo is not dropped because some page answered 200', async () => {
  service
    .on('POST /api/visits', { status: 201, body: { id: VISIT, number: '1124-003-752', receivedAt: 1 } })
    .on(`PUT /api/visits/${VISIT}/files/${HOSE}`, PAGE);
  await keepBytes(bytesName(VISIT, HOSE), new Uint8Array([1]));
  handIn(
    {
      ...{ accountId: me, accountName: '周敏', elderName: '李秀兰', checkIn: null },
      body: {
        ...{ id: VISIT, elderId: LIXIULAN, mode: 'on-site', form: { id: 'x', version: 1 }, answers: {} },
        ...{ startedAt: 1, endedAt: 2, signature: { kind: 'phone' }, photos: [{ sha256: HOSE }] },
      },
      files: [{ sha256: HOSE, type: 'image/jpeg', sent: false, refused: null }],
    },
    3,
  );
  await sendWaiting();
  expect([itemOf(VISIT)?.body.id, disk.size]).toEqual([VISIT, 1]);
});

it('a sign-in that was ended from afar (lost phone, left the job) leaves no card on the phone', async () => {
  await service.signIn(zhoumin);
  keepForToday(me, `${READ}card.${LIXIULAN}`, card());
  service.on('GET /api/sessions/current', { status: 401, body: { code: 'session.expired', detail: '登录过期了' } });
  await act(() => loadSession());
  expect(Object.keys(localStorage).filter((key) => key.includes('read.'))).toEqual([]);
});
