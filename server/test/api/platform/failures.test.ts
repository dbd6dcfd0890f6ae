import { ulid } from 'ulid';

import { Outbox, OutboxJob } from '../../../src/platform/outbox';
import { idNumber, startStory, type Story } from '../registry/story';

let t: Story;
beforeEach(async () => {
  t = await startStory();
});
afterEach(() => t.close());

const ID_NUMBER = idNumber('1950-02-11', 'female', 77);
const SECRETS = [ID_NUMBER, '14200007777', '9 号楼 9 单元 909', '夜里喘不上气', '陈桂芳'];

const elder = () => ({
  ...{ id: ulid(), name: '陈桂芳', sex: 'female', birthDate: '1950-02-11', idNumber: ID_NUMBER, facts: {} },
  ...{ phone: '14200007777', address: '9 号楼 9 单元 909', communityId: t.divisions.first },
  hints: [{ icon: 'time', title: '上午别来', detail: '夜里喘不上气' }],
});
const breakTable = (name: string) =>
  t.app.database.tx(t.ctx(), (tx) => tx.em.query(`ALTER TABLE ${name} RENAME TO ${name}_gone`));

function expectNoSecrets(text: string): void {
  for (const secret of SECRETS) expect(text).not.toContain(secret);
}

/** The line of the log about a failure. */
function failureLine(message: string): Record<string, unknown> {
  const lines = t.log.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === message);
  expect(lines).toHaveLength(1);
  return lines[0]!;
}

describe('a statement that fails', () => {
  it('is logged by kind, code and place, and tells neither the log nor the client a value', async () => {
    await breakTable('elder');
    const answer = await t.call('POST', '/elders', { as: t.liufang.token, body: elder() });
    expect(answer).toMatchObject({ status: 500, body: { code: 'server.error' } });
    const line = failureLine('a request failed');
    expect(line).toMatchObject({ route: '/api/elders', err: { name: 'QueryFailedError', code: expect.any(String) } });
    expect(Object.keys(line.err as object).sort()).toEqual(['code', 'name', 'stack']);
    expectNoSecrets(t.log.join('\n'));
    expectNoSecrets(JSON.stringify(answer.body));
  });

  it('of a search tells no word that was searched for', async () => {
    await breakTable('elder');
    for (const q of SECRETS) await t.call('POST', '/elders/searches', { as: t.liufang.token, body: { q } });
    expect(t.log.join('\n')).toContain('a request failed');
    expectNoSecrets(t.log.join('\n'));
    expectNoSecrets(decodeURIComponent(t.log.join('\n')));
  });
});

describe('a job that fails', () => {
  it('keeps kind and code of the failure, in the log and in its row', async () => {
    const run = async () => {
      throw Object.assign(new Error(`cannot phone 14200007777 about 夜里喘不上气`), { code: 'EPHONE' });
    };
    t.app.nest.get(Outbox).on('elder.changed', { kind: 'external', name: 'test.fail', run });
    await t.app.database.tx(t.ctx(), (tx) =>
      t.app.nest.get(Outbox).emit(tx, 'elder.changed', { elderId: t.lixiulan.id }),
    );
    await t.work();
    expect(failureLine('job will be retried')).toMatchObject({ handler: 'test.fail', err: { code: 'EPHONE' } });
    expectNoSecrets(t.log.join('\n'));
    const [job] = await t.app.database.read.findBy(OutboxJob, { handler: 'test.fail' });
    expect(job).toMatchObject({ attempts: 1, error: 'Error EPHONE' });
  });
});

describe('what cannot be read', () => {
  it('is refused without being quoted', async () => {
    const answer = await t.call('POST', '/elders', {
      as: t.liufang.token,
      body: Buffer.from(`{"idNumber": ${ID_NUMBER}, 夜里喘不上气`),
      headers: { 'content-type': 'application/json' },
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
    expectNoSecrets(JSON.stringify(answer.body));
    expectNoSecrets(t.log.join('\n'));
  });

  it('in a field is named, not repeated', async () => {
    const body = { ...elder(), phone: '14200007777142000077771420000777', address: 5, 夜里喘不上气: '14200007777' };
    const answer = await t.call<{ fields: { field: string; message: string }[] }>('POST', '/elders', {
      as: t.liufang.token,
      body,
    });
    expect(answer.status).toBe(400);
    const messages = answer.body.fields.map(({ message }) => message).join('\n');
    for (const secret of [ID_NUMBER, '14200007777', '909']) expect(messages).not.toContain(secret);
    expectNoSecrets(t.log.join('\n'));
  });
});
