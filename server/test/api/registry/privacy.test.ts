import { ulid } from 'ulid';

import { startStory, type Person, type Story } from './story';

let t: Story;
let invitationCode: string;
let doorCode: { id: string; url: string };
let kinshipId: string;

beforeAll(async () => {
  t = await startStory();
  const as = t.liufang.token;
  const invited = await t.call<{ id: string; code: string }>('POST', `/elders/${t.lixiulan.id}/invitations`, {
    as,
    body: { id: ulid(), relativeId: t.daughter },
  });
  await t.call('POST', '/invitations/acceptances', {
    as: t.wangjing.token,
    body: { id: ulid(), code: invited.body.code },
  });
  kinshipId = invited.body.id;
  await t.call('POST', `/kinships/${kinshipId}/confirmations`, { as });
  const another = await t.call<{ code: string }>('POST', `/elders/${t.liuchanghe.id}/invitations`, {
    as,
    body: { id: ulid(), relativeId: t.son },
  });
  invitationCode = another.body.code;
  doorCode = (
    await t.call<{ id: string; url: string }>('POST', `/elders/${t.lixiulan.id}/door-codes`, {
      as,
      body: { id: ulid() },
    })
  ).body;
});
afterAll(() => t.close());

/** Every route of identity and registry, as somebody would call it who tries them all. */
function routes(): ['GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', string, object?][] {
  const elder = `/elders/${t.lixiulan.id}`;
  return [
    ['GET', '/sessions/current'],
    ['POST', '/phone-bindings', { code: 'x' }],
    ['POST', `/accounts/${t.zhoumin.id}/sign-outs`],
    ['POST', '/sessions/wechat', { code: 'x' }],
    ['GET', '/demo/personas'],
    ['POST', '/demo/sessions', { persona: 'zhoumin' }],
    ['GET', '/elders'],
    ['POST', '/elders/searches', { q: t.lixiulan.idNumber }],
    ['POST', '/elders', { ...t.lixiulan, id: ulid(), facts: {} }],
    ['GET', elder],
    ['PATCH', elder, { place: '东门' }],
    ['POST', `${elder}/reveals`, { field: 'idNumber', reason: '我想看一看' }],
    ['POST', `${elder}/relatives`, { id: ulid(), name: '王刚', relation: 'child', livesWithElder: false }],
    ['PATCH', `${elder}/relatives/${t.daughter}`, { kinWord: '闺女' }],
    ['DELETE', `${elder}/relatives/${t.daughter}`],
    ['PUT', `${elder}/first-contact`, { relativeId: t.daughter }],
    ['POST', `${elder}/door-codes`, { id: ulid() }],
    ['GET', `${elder}/door-codes/${doorCode.id}/qr.png`],
    ['DELETE', `${elder}/door-codes/${doorCode.id}`],
    ['POST', `${elder}/invitations`, { id: ulid(), relativeId: t.daughter }],
    ['POST', '/invitations/acceptances', { id: ulid(), code: invitationCode }],
    ['GET', `${elder}/explanation`],
    ['GET', `/parents/${t.lixiulan.id}/why`],
    ['POST', `/parents/${t.lixiulan.id}/objections`, { id: ulid(), note: '门牌换了' }],
    ['GET', '/objections?status=open'],
    ['GET', '/kinships?status=confirmed'],
    ['GET', '/kinships?status=awaiting'],
    ['POST', `/kinships/${kinshipId}/confirmations`],
    ['POST', `/kinships/${kinshipId}/refusals`, { reason: '不是本人' }],
    ['DELETE', `/kinships/${kinshipId}`],
  ];
}

async function everyAnswer(person: Person): Promise<{ status: number; text: string }[]> {
  const answers = [];
  for (const [method, path, body] of routes()) {
    const answer = await t.call(method, path, { as: person.token, ...(body ? { body } : {}) });
    answers.push({ status: answer.status, text: JSON.stringify(answer.body) });
  }
  return answers;
}

describe('an identity number', () => {
  const secrets = () => [t.lixiulan, t.liuchanghe, t.gaoyulan].map(({ idNumber }) => idNumber);

  it.each(['zhoumin', 'stranger', 'wangjing'] as const)('is in no answer to %s, whatever is asked', async (who) => {
    const answers = await everyAnswer(t[who]);
    expect(answers.length).toBe(routes().length);
    for (const { text } of answers) {
      for (const secret of secrets()) expect(text).not.toContain(secret);
      expect(text).not.toMatch(/99\d{15}[\dX]/);
      expect(text).not.toMatch(/idNumber"/);
    }
    expect(answers.some(({ status }) => status === 200)).toBe(true);
  });

  it('is told to an officer only when it is revealed', async () => {
    const read = await t.call('GET', `/elders/${t.lixiulan.id}`, { as: t.liufang.token });
    for (const secret of secrets()) expect(JSON.stringify(read.body)).not.toContain(secret);
  });

  it('is never logged, nor are phones, addresses, codes and tokens', async () => {
    await t.call('POST', '/elders/searches', { as: t.liufang.token, body: { q: t.lixiulan.idNumber } });
    // What an old client, or a person, still puts into the address.
    await t.call('GET', `/elders?q=${t.lixiulan.idNumber}`, { as: t.liufang.token });
    const log = t.log.join('\n');
    expect(log).toContain('/api/elders');
    const secrets = [
      t.lixiulan.idNumber,
      t.lixiulan.phone!,
      '1 单元 301',
      invitationCode,
      doorCode.url.slice(-43),
      t.liufang.token,
    ];
    for (const secret of secrets) expect(log).not.toContain(secret);
  });
});

describe('at rest', () => {
  const rows = async (table: string) => JSON.stringify(await t.app.database.read.query(`SELECT * FROM ${table}`));

  it('numbers, phones, addresses, facts, hints and codes are encrypted; names are plain', async () => {
    const [elders, relatives, codes] = [await rows('elder'), await rows('relative'), await rows('door_code')];
    expect(elders).toContain('李秀兰');
    for (const secret of [t.lixiulan.idNumber, '14200001001', '1 单元', 'widowed', '耳背'])
      expect(elders).not.toContain(secret);
    for (const secret of ['14200000101', '310104007002']) expect(relatives).not.toContain(secret);
    expect(codes).not.toContain(doorCode.url.slice(-43));
  });

  it('the audit says what was done and holds no values', async () => {
    const entries = await rows('audit_entry');
    expect(entries).toContain('elder.register');
    for (const secret of [t.lixiulan.idNumber, '14200001001', '14200000101', '1 单元', '王静'])
      expect(entries).not.toContain(secret);
  });

  it('a value moved into another column does not decrypt', async () => {
    const query = `UPDATE elder SET phone = id_number WHERE id = '${t.gaoyulan.id}'`;
    await t.app.database.tx(t.ctx(), (tx) => tx.em.query(query));
    const answer = await t.call('POST', `/elders/${t.gaoyulan.id}/reveals`, {
      as: t.mengxiaoyan.token,
      body: { field: 'phone', reason: '核对电话号码' },
    });
    expect(answer).toMatchObject({ status: 500, body: { code: 'server.error' } });
    expect(JSON.stringify(answer.body)).not.toContain(t.gaoyulan.idNumber);
  });
});
