import { startTestApp, type TestApp } from '../support/app';

describe('the server', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startTestApp();
  });
  afterAll(() => t.close());

  it('is ready once its database answers', async () => {
    expect(await t.call('GET', '/health/ready')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it('answers an unknown address with a coded problem in Chinese', async () => {
    const answer = await t.call<{ code: string; detail: string }>('GET', '/nowhere');
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ code: 'access.not-found', detail: expect.stringMatching(/[\u4e00-\u9fff]/) });
  });

  it('publishes its contract', async () => {
    const answer = await t.call<{ paths: Record<string, unknown> }>('GET', '/openapi.json');
    expect(Object.keys(answer.body.paths)).toContain('/api/health/ready');
  });
});
