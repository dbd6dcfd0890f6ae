/** Bytes outlive the app here as they do on a phone; jsdom has no database to keep them in. */
const disk = new Map<string, Uint8Array>();
jest.mock('@/platform/kept-bytes', () => ({
  keepBytes: async (name: string, bytes: Uint8Array) => Boolean(disk.set(name, bytes)),
  readBytes: async (name: string) => disk.get(name) ?? null,
  showBytes: async () => null,
  dropBytes: async (name: string) => void disk.delete(name),
  keptNames: async () => [...disk.keys()],
}));

import { onUnsigned } from '@/api';
import {
  allowAgain,
  bytesName,
  closeOutbox,
  dropStrayBytes,
  handIn,
  itemOf,
  letGoOfRefused,
  openOutbox,
  outbox,
  takeBack,
  waitingHere,
} from '@/offline';
import { sendWaiting } from '@/offline/outbox';
import { keepBytes } from '@/platform';
import { FakeService } from '../family/service';
import { LIXIULAN, zhoumin } from './story';

const VISIT = '01KB2Z6QF3T9V8XW7M5N4P3R40';
const HOSE = 'a'.repeat(64);
const SIGNATURE = 'b'.repeat(64);
const me = zhoumin.account.id;
const received = { status: 201, body: { id: VISIT, number: '1124-003-752', receivedAt: 1 } };
const fileRoute = (sha256: string) => `PUT /api/visits/${VISIT}/files/${sha256}`;

let service: FakeService;

function body(id = VISIT) {
  return {
    id,
    elderId: LIXIULAN,
    mode: 'on-site' as const,
    form: { id: 'short-record', version: 1 },
    answers: { gas: 'unsafe' },
    startedAt: 1_000,
    endedAt: 2_000,
    signature: { kind: 'mark' as const, sha256: SIGNATURE },
    photos: [{ sha256: HOSE, field: 'gas' }],
  };
}

/** 周敏 hands in what she saw at 李秀兰's: a record, a photo of the hose, a mark for a signature. */
async function handInVisit(changes: Partial<Parameters<typeof handIn>[0]> = {}): Promise<void> {
  const id = changes.body?.id ?? VISIT;
  for (const sha256 of [HOSE, SIGNATURE]) await keepBytes(bytesName(id, sha256), new Uint8Array([1, 2, 3]));
  const files = [HOSE, SIGNATURE].map((sha256) => ({ sha256, type: 'image/png' as const, sent: false, refused: null }));
  const names = { elderName: '李秀兰' };
  handIn({ accountId: me, ...names, body: body(), checkIn: null, files, ...changes }, 3_000);
}

/** The app is closed and opened again. */
function restartApp(): void {
  closeOutbox();
  openOutbox(me);
}

const takesEverything = () =>
  service
    .on('POST /api/visits', received)
    .on(fileRoute(HOSE), { status: 204 })
    .on(fileRoute(SIGNATURE), { status: 204 });

beforeEach(() => {
  localStorage.clear();
  disk.clear();
  closeOutbox();
  openOutbox(me);
  onUnsigned(() => Promise.resolve(false));
  service = new FakeService();
});

describe('a record that is handed in', () => {
  it('goes out first, its files after it, and only then leaves the phone', async () => {
    takesEverything();
    await handInVisit();
    expect(await sendWaiting()).toBe('done');
    expect(service.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/visits',
      fileRoute(HOSE),
      fileRoute(SIGNATURE),
    ]);
    expect(outbox.get().items).toEqual([]);
    expect([...disk.keys()]).toEqual([]);
    expect(Object.keys(localStorage).filter((key) => key.includes('outbox'))).toEqual([]);
  });

  it('is safe before anything is sent', async () => {
    await handInVisit();
    expect(service.calls).toEqual([]);
    restartApp();
    expect(itemOf(VISIT)).toMatchObject({ elderName: '李秀兰', body: body(), received: null, kept: true });
  });
});

describe('without a network', () => {
  it.each([
    ['nothing comes back', 'offline' as const],
    ['the service is in trouble', { status: 503, body: { code: 'server.busy', detail: '系统正忙' } }],
    ['nobody is signed in', { status: 401, body: { code: 'session.expired', detail: '登录过期了' } }],
    ['it is too much at once', { status: 429, body: { code: 'request.too-many', detail: '点得太快了' } }],
  ])('keeps everything when %s, and sends the very same record again', async (_, answer) => {
    takesEverything().on('POST /api/visits', answer, received);
    await handInVisit();
    expect(await sendWaiting()).toBe('later');
    expect(itemOf(VISIT)).toMatchObject({ received: null, refused: null });
    restartApp();
    expect([...disk.keys()]).toHaveLength(2);
    expect(await sendWaiting()).toBe('done');
    expect(service.written('POST /api/visits')).toEqual([body(), body()]);
    expect(outbox.get().items).toEqual([]);
  });

  it('does not send a record twice whose photo got stuck: only what is missing follows', async () => {
    takesEverything().on(fileRoute(SIGNATURE), 'offline', { status: 204 });
    await handInVisit();
    expect(await sendWaiting()).toBe('later');
    expect(itemOf(VISIT)?.received).toEqual({ number: '1124-003-752', receivedAt: 1 });
    restartApp();
    expect(await sendWaiting()).toBe('done');
    expect(service.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/visits',
      fileRoute(HOSE),
      fileRoute(SIGNATURE),
      fileRoute(SIGNATURE),
    ]);
  });

  it('sends what was handed in later all the same when one record makes the service stumble', async () => {
    const second = '01KB2Z6QF3T9V8XW7M5N4P3R41';
    takesEverything().on('POST /api/visits', { status: 500 }, received);
    await handInVisit();
    await handInVisit({ body: { ...body(second), photos: [] }, files: [] });
    expect(await sendWaiting()).toBe('later');
    expect(outbox.get().items.map((item) => item.body.id)).toEqual([VISIT]);
    expect(service.written('POST /api/visits').map(({ id }) => id)).toEqual([VISIT, second]);
  });

  it('takes in a record that is handed in while another one is on its way', async () => {
    const second = '01KB2Z6QF3T9V8XW7M5N4P3R41';
    takesEverything();
    await handInVisit({ files: [] });
    const sending = sendWaiting();
    await handInVisit({ body: body(second), files: [] });
    expect(await sending).toBe('done');
    expect(outbox.get().items).toEqual([]);
  });
});

describe('a record that the service will not take', () => {
  const refusal = {
    status: 400,
    body: {
      code: 'visit.answers',
      detail: '记录里有几处没填对',
      fields: [{ field: 'answers.fire', message: '「消防安全」还没有选' }],
    },
  };

  it('stays, says why, and is not sent again by itself', async () => {
    takesEverything().on('POST /api/visits', refusal, received);
    await handInVisit();
    expect(await sendWaiting()).toBe('done');
    restartApp();
    expect(await sendWaiting()).toBe('done');
    expect(itemOf(VISIT)?.refused).toEqual({ code: 'visit.answers', message: '「消防安全」还没有选' });
    expect(service.written('POST /api/visits')).toHaveLength(1);
    allowAgain(VISIT);
    expect(await sendWaiting()).toBe('done');
    expect(outbox.get().items).toEqual([]);
  });

  it('can be taken back to be mended, with its pictures', async () => {
    service.on('POST /api/visits', refusal);
    await handInVisit();
    await sendWaiting();
    takeBack(VISIT);
    expect(outbox.get().items).toEqual([]);
    await dropStrayBytes([VISIT]);
    expect(disk.size).toBe(2);
    await dropStrayBytes([]);
    expect(disk.size).toBe(0);
  });

  it('keeps the record when only a photo is refused, and lets the visitor give the photo up', async () => {
    takesEverything().on(fileRoute(HOSE), { status: 400, body: { code: 'file.not-image', detail: '请重拍一张' } });
    await handInVisit();
    await sendWaiting();
    expect(itemOf(VISIT)?.files.map(({ sent, refused }) => [sent, refused])).toEqual([
      [false, '请重拍一张'],
      [true, null],
    ]);
    await letGoOfRefused(VISIT);
    expect(outbox.get().items).toEqual([]);
  });

  it('knows its own earlier success: under a used id of ours the record is there already', async () => {
    takesEverything()
      .on('POST /api/visits', { status: 409, body: { code: 'visit.id-conflict', detail: '这个编号已经用过' } })
      .on(`GET /api/visits/${VISIT}`, {
        status: 200,
        body: { id: VISIT, elderId: LIXIULAN, number: '1124-003-752', receivedAt: 1 },
      });
    await handInVisit();
    expect(await sendWaiting()).toBe('done');
    expect(outbox.get().items).toEqual([]);
  });

  it('believes a used id only when the visit is ours', async () => {
    service.on('POST /api/visits', { status: 409, body: { code: 'visit.id-conflict', detail: '这个编号已经用过' } });
    await handInVisit();
    await sendWaiting();
    expect(itemOf(VISIT)?.refused?.code).toBe('visit.id-conflict');
  });
});

describe('a code scanned without a network', () => {
  const checkIn = { id: '01KB2Z6QF3T9V8XW7M5N4P3R50', code: 'DOOR', at: 500 };

  it('is told before the record, which then names it', async () => {
    takesEverything().on('POST /api/check-ins', { status: 201, body: { elder: { id: LIXIULAN } } });
    await handInVisit({ checkIn });
    expect(await sendWaiting()).toBe('done');
    expect(service.written('POST /api/check-ins')).toEqual([checkIn]);
    expect(service.written('POST /api/visits')).toEqual([{ ...body(), checkInId: checkIn.id }]);
  });

  it.each([
    ['another elder’s', { status: 201, body: { elder: { id: 'somebody else' } } }],
    ['unknown', { status: 404, body: { code: 'door-code.unknown', detail: '认不出这张码' } }],
  ])('that turns out to be %s does not keep the record back, nor does its content change later', async (_, answer) => {
    takesEverything().on('POST /api/check-ins', answer).on('POST /api/visits', 'offline', received);
    await handInVisit({ checkIn });
    expect(await sendWaiting()).toBe('later');
    restartApp();
    expect(await sendWaiting()).toBe('done');
    expect(service.written('POST /api/check-ins')).toHaveLength(1);
    expect(service.written('POST /api/visits')).toEqual([body(), body()]);
  });
});

describe('a phone that two people use', () => {
  it('sends nothing in somebody else’s name, and keeps it for its owner', async () => {
    takesEverything();
    await handInVisit();
    closeOutbox();
    openOutbox('somebody else');
    expect(outbox.get().items).toEqual([]);
    expect(await sendWaiting()).toBe('done');
    expect(service.calls).toEqual([]);
    await dropStrayBytes([]);
    openOutbox(me);
    expect(await sendWaiting()).toBe('done');
    expect(service.written('POST /api/visits')).toEqual([body()]);
    expect(service.calls).toHaveLength(3);
  });

  it('does not take what the service says to the next one for an answer', async () => {
    takesEverything();
    const answer = { status: 404, body: { code: 'access.not-found', detail: '没有找到' } };
    await handInVisit();
    const honest = globalThis.fetch;
    service.on('POST /api/visits', answer, received);
    globalThis.fetch = ((...call: Parameters<typeof fetch>) => {
      closeOutbox();
      openOutbox('somebody else');
      globalThis.fetch = honest;
      return honest(...call);
    }) as typeof fetch;
    expect(await sendWaiting()).toBe('later');
    openOutbox(me);
    expect(itemOf(VISIT)).toMatchObject({ refused: null, received: null });
    expect(await sendWaiting()).toBe('done');
  });
});

describe('a browser in which somebody else signed in meanwhile, in another tab', () => {
  const refusal = { status: 401, body: { code: 'session.other-account', detail: '这里现在登录的是另一个人' } };

  it('sends everything in the name of whoever wrote it', async () => {
    const checkIn = { id: '01KB2Z6QF3T9V8XW7M5N4P3R50', code: 'DOOR', at: 500 };
    takesEverything().on('POST /api/check-ins', { status: 201, body: { elder: { id: LIXIULAN } } });
    await handInVisit({ checkIn });
    await sendWaiting();
    expect(service.calls.map(({ account }) => account)).toEqual([me, me, me, me]);
  });

  it.each([
    ['record', 'POST /api/visits', 1],
    ['photo', fileRoute(HOSE), 2],
  ])('keeps the %s, not as one that was refused, and sends it when its writer is back', async (_, route, calls) => {
    takesEverything().on(route, refusal, route.startsWith('POST') ? received : { status: 204 });
    await handInVisit();
    expect(await sendWaiting()).toBe('later');
    expect(service.calls).toHaveLength(calls);
    expect(itemOf(VISIT)).toMatchObject({ refused: null, files: [{ refused: null }, { refused: null }] });
    expect(waitingHere()).toBe(1);
    restartApp();
    expect(await sendWaiting()).toBe('done');
    expect(service.written('POST /api/visits').at(-1)).toEqual(body());
    expect([outbox.get().items, waitingHere()]).toEqual([[], 0]);
  });
});

describe('a phone without room', () => {
  it('says so instead of pretending, and sends what it holds', async () => {
    takesEverything();
    const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await handInVisit();
    expect(itemOf(VISIT)?.kept).toBe(false);
    expect(await sendWaiting()).toBe('done');
    full.mockRestore();
    expect(outbox.get().items).toEqual([]);
    expect(service.written('POST /api/visits')).toEqual([body()]);
  });
});
