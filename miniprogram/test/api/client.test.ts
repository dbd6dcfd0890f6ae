import { api, onUnsigned, speakFor } from '@/api';
import { Problem } from '@/platform';

const replies = (...statuses: number[]) =>
  jest.fn(() => {
    const status = statuses.shift() ?? 200;
    return Promise.resolve({
      ok: status < 400,
      status,
      headers: new Headers({ 'x-tanfang-receipt': '01JD00000000000000000007F3' }),
      text: () => Promise.resolve(status === 204 ? '' : '{"code":"session.expired","detail":"登录过期了"}'),
    } as Response);
  });

afterEach(() => onUnsigned(() => Promise.resolve(false)));

describe('the typed client', () => {
  it('puts ids into the path, encoded', async () => {
    const fetch = replies(200);
    globalThis.fetch = fetch as never;
    await api.get('/api/needs/{id}', { path: { id: 'a/b' } });
    expect((fetch.mock.calls as unknown[][])[0]![0]).toBe('/api/needs/a%2Fb');
  });

  it('asks once more after the sign-in was renewed', async () => {
    const fetch = replies(401, 200);
    globalThis.fetch = fetch as never;
    onUnsigned(() => Promise.resolve(true));
    await api.get('/api/worklist');
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('does not ask a third time', async () => {
    const fetch = replies(401, 401, 200);
    globalThis.fetch = fetch as never;
    onUnsigned(() => Promise.resolve(true));
    await expect(api.get('/api/worklist')).rejects.toBeInstanceOf(Problem);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('says for whom each call is: whoever is signed in, or whoever wrote what had to wait', async () => {
    const fetch = replies(200, 200, 204);
    globalThis.fetch = fetch as never;
    speakFor(() => 'zhoumin');
    await api.get('/api/worklist');
    await api.get('/api/worklist', { accountId: 'liufang' });
    await api.sendVisitFile('01J', { sha256: 'ab', bytes: new Uint8Array([1]), type: 'image/png' });
    const accounts = (fetch.mock.calls as unknown as [string, RequestInit][]).map(([, { headers }]) =>
      new Headers(headers).get('x-tanfang-account'),
    );
    expect(accounts).toEqual(['zhoumin', 'liufang', 'zhoumin']);
    speakFor(() => null);
  });

  it('answers nothing where the service answers nothing', async () => {
    globalThis.fetch = replies(204) as never;
    expect(await api.delete('/api/sessions/current')).toBeUndefined();
  });

  it('sends a picture as it is', async () => {
    const fetch = replies(204);
    globalThis.fetch = fetch as never;
    await api.sendVisitFile('01J', { sha256: 'ab', bytes: new Uint8Array([1, 2, 3]), type: 'image/png' });
    const [url, init] = (fetch.mock.calls as unknown[][])[0] as [string, RequestInit];
    expect(url).toBe('/api/visits/01J/files/ab');
    expect(init).toMatchObject({ method: 'PUT', headers: { 'Content-Type': 'image/png' } });
    expect(new Uint8Array(init.body as ArrayBuffer)).toEqual(new Uint8Array([1, 2, 3]));
  });
});
