import { ulid } from 'ulid';

import { SubscriptionEntry, TEMPLATES } from '../../../src/modules/notification';
import { CLOSED, GAS_UNSAFE, RAISED, startHousehold, type Household } from '../care/household';
import type { Person } from '../registry/story';
import type { ProblemBody } from '../visiting/rounds';

let t: Household;
beforeEach(async () => {
  t = await startHousehold();
});
afterEach(() => t.close());

interface Credits extends ProblemBody {
  credits: { templateId: string; left: number }[];
}
const report = (results: unknown, id: unknown = ulid(), person: Person | null = t.wangjing) =>
  t.call<Credits>('POST', '/subscriptions', { as: person?.token ?? null, body: { id, results } });
const entries = () => t.app.database.read.find(SubscriptionEntry, { order: { sequence: 'ASC' } });
const raised = (result: string) => [{ templateId: RAISED, result }];
const leftOf = ({ body }: { body: Credits }) => body.credits.find(({ templateId }) => templateId === RAISED)?.left;

describe('the templates to ask for', () => {
  it('are those of the configuration, with the title that the popup shows', async () => {
    const { body } = await t.call<{ items: object[] }>('GET', '/subscription-templates', { as: t.wangjing.token });
    expect(body.items).toEqual([
      { key: 'needRaised', templateId: RAISED, title: TEMPLATES.needRaised.title },
      { key: 'needClosed', templateId: CLOSED, title: TEMPLATES.needClosed.title },
    ]);
  });

  it('have the fields that the simulated platform was given', () => {
    const [app] = t.simulator.world.apps;
    const granted = Object.fromEntries(app!.templates.map(({ id, fields }) => [id, fields.map(({ key }) => key)]));
    expect(granted).toEqual({
      [RAISED]: TEMPLATES.needRaised.fields.map(({ key }) => key),
      [CLOSED]: TEMPLATES.needClosed.fields.map(({ key }) => key),
    });
  });
});

describe('the ledger', () => {
  it('counts each accept as one more message, and a refusal takes nothing back', async () => {
    expect(leftOf(await report(raised('accept')))).toBe(1);
    expect(leftOf(await report(raised('accept')))).toBe(2);
    for (const result of ['reject', 'ban', 'filter']) expect(leftOf(await report(raised(result)))).toBe(2);
    expect((await entries()).map(({ amount, balance }) => [amount, balance])).toEqual([
      [1, 1],
      [1, 2],
    ]);
  });

  it('counts a report once, however often it is sent', async () => {
    const id = ulid();
    const results = [...raised('accept'), { templateId: CLOSED, result: 'accept' }];
    for (const _ of [1, 2, 3]) expect(leftOf(await report(results, id))).toBe(1);
    expect(await entries()).toHaveLength(2);
  });

  it('counts a report once when it arrives several times together', async () => {
    const id = ulid();
    const answers = await Promise.all([1, 2, 3].map(() => report(raised('accept'), id)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await entries()).toHaveLength(1);
  });

  it('loses none of several accepts that arrive together', async () => {
    await Promise.all([1, 2, 3, 4, 5, 6].map(() => report(raised('accept'))));
    const all = await entries();
    expect(all.map(({ sequence, balance }) => [sequence, balance])).toEqual([1, 2, 3, 4, 5, 6].map((n) => [n, n]));
  });

  it('refuses other contents under the same id', async () => {
    const id = ulid();
    await report(raised('reject'), id);
    expect(await report(raised('accept'), id)).toMatchObject({ status: 409, body: { code: 'id.taken' } });
    expect(await report(raised('reject'), id, t.liufang)).toMatchObject({ status: 409, body: { code: 'id.taken' } });
    expect(await entries()).toEqual([]);
  });

  it('keeps each person’s own', async () => {
    await report(raised('accept'));
    expect(leftOf(await report(raised('reject'), ulid(), t.liufang))).toBe(0);
  });
});

describe('a long-term template (政务民生)', () => {
  const env = { WECHAT_TEMPLATE_NEED_RAISED: `${RAISED}:long-term` };

  it('costs nothing per message, and ends when it is refused', async () => {
    await t.close();
    t = await startHousehold({ env });
    const [app] = t.simulator.world.apps;
    app!.templates.find(({ id }) => id === RAISED)!.kind = 'long-term';
    await t.allow(t.wangjing, RAISED);
    await t.find(GAS_UNSAFE);
    t.clock.advance(60_000);
    await t.find({ ...GAS_UNSAFE, mobility: 'poor' });
    expect(t.messages(t.wangjing)).toHaveLength(2);
    expect(leftOf(await report(raised('accept')))).toBe(1);
    expect(leftOf(await report(raised('reject')))).toBe(0);
    t.clock.advance(60_000);
    await t.find({ ...GAS_UNSAFE, mobility: 'poor', spirits: 'worse' });
    expect(t.messages(t.wangjing)).toHaveLength(2);
    expect((await t.tasks()).map(({ reason }) => reason)).toEqual(['no-credit']);
  });
});

describe('what is sent', () => {
  const cases: [string, unknown, unknown, string][] = [
    ['id', 'abc', [], '编号要是 26 位编号'],
    ['results', ulid(), 'accept', '各模板的结果要是一个列表'],
    ['results', ulid(), undefined, '各模板的结果'],
    ['results', ulid(), Array.from({ length: 6 }, () => ({ templateId: RAISED, result: 'accept' })), '最多 5 项'],
    ['results.0.result', ulid(), [{ templateId: RAISED, result: 'yes' }], '选择结果不在可选的范围里'],
    ['results.0.templateId', ulid(), [{ templateId: 7, result: 'accept' }], '模板编号要是文字'],
    [
      'results.0.templateId',
      ulid(),
      [{ templateId: 'x'.repeat(81), result: 'accept' }],
      '模板编号不能空着，最多 80 个字',
    ],
    [
      'results.0.credits',
      ulid(),
      [{ templateId: RAISED, result: 'accept', credits: 9 }],
      '多了一项不认识的内容：credits',
    ],
  ];

  it.each(cases)('%s is checked, and nothing is written', async (field, id, results, message) => {
    const refused = await report(results, id);
    expect(refused).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(refused.body.fields?.find((problem) => problem.field === field)?.message).toContain(message);
    expect(await entries()).toEqual([]);
  });

  it('a template of somebody else is refused', async () => {
    const refused = await report([{ templateId: 'another', result: 'accept' }]);
    expect(refused).toMatchObject({ status: 400, body: { code: 'subscription.template-unknown' } });
  });

  it('needs a session', async () => {
    expect(await report(raised('accept'), ulid(), null)).toMatchObject({ status: 401 });
    expect(await t.call('GET', '/subscription-templates')).toMatchObject({ status: 401 });
  });
});
