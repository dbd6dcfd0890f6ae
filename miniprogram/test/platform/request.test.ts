import { NetworkFailure, Problem, shortCode } from '@/platform';
import { request } from '@/platform/request';

const RECEIPT = '01JD00000000000000000007F3';
const answer = (status: number, body: string, receipt = RECEIPT, others: Record<string, string> = {}) =>
  jest.fn().mockResolvedValue({
    ok: status < 400,
    status,
    headers: new Headers({ 'x-tanfang-receipt': receipt, ...others }),
    text: () => Promise.resolve(body),
  });

const fails = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => fail('should not succeed'),
    (error: unknown) => error,
  );

afterEach(() => jest.useRealTimers());

describe('a call from the browser', () => {
  it('names its client and sends JSON with the query encoded, empty values left out', async () => {
    const fetch = answer(200, '{"items":[]}');
    globalThis.fetch = fetch;
    const reply = await request({
      method: 'POST',
      path: '/api/needs',
      query: { q: '李 & 王', after: null, limit: 20 },
      body: { id: 'x' },
    });
    const [url, init] = fetch.mock.calls[0];
    expect(url).toBe('/api/needs?q=%E6%9D%8E%20%26%20%E7%8E%8B&limit=20');
    expect(init.headers).toMatchObject({ 'X-Tanfang-Client': 'h5', 'Content-Type': 'application/json' });
    expect(init.credentials).toBe('same-origin');
    expect(init.body).toBe('{"id":"x"}');
    expect(reply.body).toEqual({ items: [] });
  });

  it('gives the service’s own sentence, code and fields when it says no', async () => {
    globalThis.fetch = answer(
      400,
      JSON.stringify({
        code: 'request.invalid',
        detail: '电话少了几位，应是 11 位',
        fields: [{ field: 'phone', message: '电话少了几位' }],
        requestId: '01JREQUEST0000000000000A1B',
      }),
    );
    const problem = (await fails(request({ method: 'GET', path: '/api/x' }))) as Problem;
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ status: 400, code: 'request.invalid', message: '电话少了几位，应是 11 位' });
    expect(problem.fieldMessage('phone')).toBe('电话少了几位');
    expect(shortCode(problem)).toBe('0A1B');
  });

  it('still gives a sentence when a proxy answers with a page of its own', async () => {
    globalThis.fetch = answer(502, '<html>Bad Gateway</html>');
    const problem = (await fails(request({ method: 'GET', path: '/api/x' }))) as Problem;
    expect(problem).toMatchObject({ status: 502, code: 'http.502' });
    expect(problem.message).toContain('不是您的问题');
  });

  it.each([
    ['a hotspot’s page', 200, '<html>请登录</html>', ''],
    ['an empty page', 200, '', ''],
    ['a page with a number of its own', 200, '{"id":"x"}', 'c0ffee-42'],
    ['a demand for a password that is not ours', 401, '<html>Authorization Required</html>', ''],
  ])('takes %s for no answer at all', async (_, status, body, receipt) => {
    globalThis.fetch = answer(status, body, receipt);
    expect(await fails(request({ method: 'POST', path: '/api/x' }))).toMatchObject({ name: 'NetworkFailure' });
  });

  it('takes an answer of the service for one although a proxy numbers requests in its own way', async () => {
    globalThis.fetch = answer(200, '{"id":"x"}', RECEIPT, { 'x-request-id': 'c0ffee-42' });
    expect(await request({ method: 'POST', path: '/api/x' })).toMatchObject({ body: { id: 'x' }, requestId: RECEIPT });
  });

  it('takes a proxy’s page for no answer although its number looks like one of ours', async () => {
    globalThis.fetch = answer(200, '<html>请登录</html>', '', { 'x-request-id': RECEIPT });
    expect(await fails(request({ method: 'POST', path: '/api/x' }))).toMatchObject({ name: 'NetworkFailure' });
  });

  it('takes an answer of the service without a body', async () => {
    globalThis.fetch = answer(204, '');
    expect(await request({ method: 'PUT', path: '/api/x' })).toMatchObject({ status: 204, body: null });
  });

  it('tells no network from a refusal', async () => {
    globalThis.fetch = jest.fn().mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await fails(request({ method: 'GET', path: '/api/x' }))).toMatchObject({
      name: 'NetworkFailure',
      reason: 'offline',
    });
  });

  it('gives up after fifteen seconds', async () => {
    jest.useFakeTimers();
    globalThis.fetch = jest.fn(
      (_url: unknown, init?: RequestInit) =>
        new Promise<Response>((_, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        }),
    );
    const result = fails(request({ method: 'GET', path: '/api/x' }));
    await jest.advanceTimersByTimeAsync(14_999);
    expect(jest.getTimerCount()).toBe(1);
    await jest.advanceTimersByTimeAsync(1);
    const failure = await result;
    expect(failure).toBeInstanceOf(NetworkFailure);
    expect(failure).toMatchObject({ reason: 'timeout' });
  });
});
