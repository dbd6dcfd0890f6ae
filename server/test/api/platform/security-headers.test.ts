import { startTestApp, type TestApp } from '../support/app';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const headersOf = async (url: string) => (await t.app.nest.inject({ method: 'GET', url })).headers;

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

describe('the receipt', () => {
  it.each(['/api/health/live', '/api/worklist', '/api/nothing-like-that'])(
    'by which apps know an answer for ours is on %s, by its earlier name as well',
    async (url) => {
      const { 'x-tanfang-receipt': receipt, 'x-request-id': earlier } = await headersOf(url);
      expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
      expect(earlier).toBe(receipt);
    },
  );
});

describe('security headers', () => {
  it.each(['/api/health/live', '/api/worklist', '/%61pi/worklist'])(
    'say of %s that it is data, which loads nothing and stands in no frame',
    async (url) => {
      expect(await headersOf(url)).toMatchObject({
        ...EVERYWHERE,
        'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      });
    },
  );

  it('let a page load what is ours, and nothing else', async () => {
    const headers = await headersOf('/d/anything');
    expect(headers).toMatchObject({ ...EVERYWHERE, 'cross-origin-opener-policy': 'same-origin' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("img-src 'self' data: blob:");
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(headers).not.toHaveProperty('strict-transport-security');
  });
});
