import { ulid } from 'ulid';

import { Accounts } from '../../../src/modules/identity';
import { Visiting } from '../../../src/modules/visiting';
import { AuditEntry } from '../../../src/platform/audit';
import { DAY, HOUR } from '../support/clock';
import { ALL_WELL, MINUTE, type ProblemBody } from '../visiting/rounds';
import { GAS_UNSAFE, startHousehold, type Household } from './household';

let t: Household;
beforeEach(async () => {
  t = await startHousehold();
});
afterEach(() => t.close());

/** 周敏 knocked, called 李秀兰 and her daughter, and gave up now. */
const nobodyThere = (changes: Record<string, unknown> = {}) => ({
  ...{ id: ulid(t.clock.now()), elderId: t.lixiulan.id, outcome: 'unreached', at: t.clock.now() },
  tries: [
    { kind: 'knocked', at: t.clock.now() - 8 * MINUTE },
    { kind: 'called-elder', at: t.clock.now() - 4 * MINUTE },
    { kind: 'called-family', at: t.clock.now() - MINUTE },
  ],
  ...changes,
});
type Said = ProblemBody & { id: string; receivedAt: number };
const send = (body: object, as = t.zhoumin) => t.call<Said>('POST', '/no-answers', { as: as.token, body });
const sent = async (body: object) => {
  const answer = await send(body);
  expect(answer.status).toBe(201);
  await t.work();
  return answer;
};
const endOf = (date: string) => Date.parse(`${date}T24:00:00+08:00`) - 1;
const open = async () => (await t.needs()).filter(({ status }) => status !== 'closed');

describe('没人开门，都联系不上', () => {
  it('is the community’s to look for today; the family gets no message', async () => {
    const body = nobodyThere({ words: '邻居说昨天还见过' });
    await sent(body);
    expect(await t.needs()).toMatchObject([
      {
        ...{ matter: 'no-answer', severity: 'urgent', ownerKind: 'community', level: 'community', inform: '' },
        ...{ heldFromFamily: true, status: 'open', visitId: body.id, title: '没人开门，都联系不上' },
        // Until the day is over: it is nine in the morning.
        ...{ acknowledgeBy: endOf('2026-11-23'), closeBy: endOf('2026-11-23'), acknowledgeWithin: 'day+2h' },
      },
    ]);
    const [notice] = await t.notices(t.liufang);
    expect(JSON.stringify(notice)).toContain('要问他们的请打电话');
    expect(await t.notices(t.wangjing)).toEqual([]);
    expect(await t.tasks()).toEqual([]);
    const [need] = await t.needs();
    const read = await t.call<{ evidence: { words: string }[] }>('GET', `/needs/${need!.id}`, { as: t.liufang.token });
    const told = read.body.evidence[0]!.words;
    expect(told).toMatch(/^\d\d:\d\d 敲门，\d\d:\d\d 打老人电话，\d\d:\d\d 打家人电话。邻居说昨天还见过$/);
    expect((await t.call('GET', `/needs/${need!.id}`, { as: t.wangjing.token })).status).toBe(404);
  });

  it('in the evening somebody has two hours at least, also past midnight', async () => {
    t.clock.set('2026-11-23T22:30:00+08:00');
    await sent(nobodyThere());
    const by = t.clock.now() + 2 * HOUR;
    expect(await t.needs()).toMatchObject([{ acknowledgeBy: by, closeBy: by }]);
  });

  it('that lay on a phone overnight is to be looked into on the day on which it arrives', async () => {
    const late = nobodyThere();
    t.clock.set('2026-11-24T08:00:00+08:00');
    await sent(late);
    expect(await t.needs()).toMatchObject([{ acknowledgeBy: endOf('2026-11-24') }]);
  });

  it('the day over and nobody has taken it, it is the street’s, until the end of the next', async () => {
    await sent(nobodyThere());
    t.clock.set('2026-11-23T23:59:00+08:00');
    await t.tick();
    expect(await open()).toMatchObject([{ level: 'community' }]);
    t.clock.set('2026-11-24T00:00:30+08:00');
    await t.tick();
    await t.work();
    expect(await open()).toMatchObject([{ level: 'street', acknowledgeBy: endOf('2026-11-24') }]);
  });

  it('says why it went there, and that it is our reading', async () => {
    await sent(nobodyThere());
    const [need] = await t.needs();
    expect(JSON.parse(need!.because)).toMatchObject([{ rule: 'jinan.referral.no-answer', reading: true }]);
  });

  it('leaves the visit owed: nobody has seen her', async () => {
    const before = (await t.owed(t.lixiulan)).map(({ status }) => status);
    await sent(nobodyThere());
    expect((await t.owed(t.lixiulan)).map(({ status }) => status)).toEqual(before);
  });

  it('sent twice is kept once, and is one need; another content under its id is refused', async () => {
    const body = nobodyThere();
    const first = await sent(body);
    t.clock.advance(MINUTE);
    const again = await send(body);
    expect([again.status, again.body]).toEqual([200, first.body]);
    await t.work();
    expect(await t.needs()).toHaveLength(1);
    const other = await send({ ...body, words: '改了' });
    expect([other.status, other.body.code]).toEqual([409, 'id.taken']);
  });

  it('tried once more in the afternoon it is evidence for the same need', async () => {
    await sent(nobodyThere());
    t.clock.advance(4 * HOUR);
    await sent(nobodyThere());
    const needs = await t.needs();
    expect(needs).toHaveLength(1);
    expect(await t.evidence(needs[0]!.id)).toHaveLength(2);
  });

  it('ends when somebody sees her, whoever had taken it', async () => {
    await sent(nobodyThere());
    const [need] = await t.needs();
    await t.call('POST', `/needs/${need!.id}/acknowledgements`, { as: t.liufang.token, body: { id: ulid() } });
    t.clock.advance(HOUR);
    await t.find(ALL_WELL);
    expect(await t.needs()).toMatchObject([{ status: 'closed', outcome: 'done', closedBy: t.zhoumin.id }]);
    expect(await t.notices(t.wangjing)).toEqual([]);
  });

  it('is not ended by a visit from before, handed in late', async () => {
    await sent(nobodyThere());
    await t.find(ALL_WELL, { startedAt: t.clock.now() - 3 * HOUR, endedAt: t.clock.now() - 2 * HOUR });
    expect(await open()).toHaveLength(1);
  });

  it('that lay on the phone until after she was seen asks nobody to look for her', async () => {
    const late = nobodyThere();
    t.clock.advance(HOUR);
    await t.find(ALL_WELL, { startedAt: t.clock.now() - 20 * MINUTE, endedAt: t.clock.now() });
    await sent(late);
    expect(await t.needs()).toEqual([]);
  });

  it('is kept from a visitor who meanwhile has other elders', async () => {
    const body = nobodyThere();
    t.clock.advance(HOUR);
    const { status } = await t.call('DELETE', `/elders/${t.lixiulan.id}/visitors/${t.zhoumin.id}`, {
      as: t.liufang.token,
    });
    expect(status).toBe(204);
    await sent(body);
    expect(await open()).toHaveLength(1);
  });

  it('by a clock that is some hours ahead is put back, the tries with it', async () => {
    const ahead = (each: number) => t.clock.now() + 3 * HOUR - each * MINUTE;
    await sent(nobodyThere({ at: ahead(0), tries: [{ kind: 'knocked', at: ahead(5) }] }));
    expect(await t.needs()).toMatchObject([{ seenAt: t.clock.now() }]);
  });
});

it('heard of first, and not found afterwards, it has that day and no longer', async () => {
  await sent(nobodyThere({ outcome: 'known', whereabouts: 'away', tries: [] }));
  const [heard] = await t.needs();
  expect(heard!.acknowledgeBy).toBeGreaterThan(endOf('2026-11-23'));
  t.clock.advance(HOUR);
  await sent(nobodyThere());
  expect(await open()).toMatchObject([{ severity: 'urgent', acknowledgeBy: endOf('2026-11-23') }]);
});

it('says no more than what was tried', async () => {
  await sent(nobodyThere({ tries: [{ kind: 'knocked', at: t.clock.now() }] }));
  expect(await t.needs()).toMatchObject([{ title: '没人开门，还没打过电话', plain: '上门没人应，电话还没有打' }]);
});

describe('没人开门，后来', () => {
  it('打听到了: the search ends, and what was heard is a matter of its own, told anew', async () => {
    await sent(nobodyThere());
    t.clock.advance(4 * HOUR);
    await sent(nobodyThere({ outcome: 'known', whereabouts: 'hospital', tries: [] }));
    expect(await t.needs()).toMatchObject([
      { title: '没人开门，都联系不上', status: 'closed', outcome: 'done', closedBy: t.zhoumin.id },
      { title: '没见到人，说是住院了', status: 'open', severity: 'ordinary' },
    ]);
    const titles = (await t.notices(t.liufang)).map(({ title }) => title);
    expect(titles.join()).toContain('说是住院了');
  });

  it('what was heard is not settled by a call: somebody has to make sure of it', async () => {
    await sent(nobodyThere({ outcome: 'known', whereabouts: 'moved', tries: [] }));
    t.clock.advance(HOUR);
    await t.find(ALL_WELL, { mode: 'phone' });
    expect(await open()).toMatchObject([{ title: '没见到人，说是搬走了' }]);
  });

  it('the record ends: nobody goes on looking', async () => {
    await sent(nobodyThere());
    const { body } = await t.call<{ version: number }>('GET', `/elders/${t.lixiulan.id}`, { as: t.liufang.token });
    const ended = { on: '2026-11-23', reason: 'deceased' };
    const { status } = await t.call('PATCH', `/elders/${t.lixiulan.id}`, {
      as: t.liufang.token,
      body: { version: body.version, ended },
    });
    expect(status).toBe(200);
    await t.work();
    expect(await open()).toEqual([]);
  });

  it('a visit that was taken in at the same moment ends it, though neither knew of the other', async () => {
    const body = nobodyThere();
    t.clock.advance(HOUR);
    const visit = t.visit(t.lixiulan, { startedAt: t.clock.now() - 20 * MINUTE, endedAt: t.clock.now() });
    // Both are here before anything follows from either; the visit's job comes first.
    await t.send(visit);
    const raising = jest.spyOn(t.app.nest.get(Visiting), 'ofElder').mockResolvedValueOnce([]);
    await send(body);
    await t.work();
    raising.mockRestore();
    await t.work();
    expect(await open()).toEqual([]);
  });

  it('officers read that a visitor saw her, not that the community says so', async () => {
    await sent(nobodyThere());
    t.clock.advance(HOUR);
    await t.find(ALL_WELL);
    const [last] = (await t.notices(t.liufang)).slice(-1);
    expect(JSON.stringify(last)).toContain('探访员说办好了');
  });
});

it('a clock that was set back between two tries is no reason to refuse', async () => {
  await sent(nobodyThere({ at: t.clock.now() - 5 * MINUTE }));
  expect(await open()).toHaveLength(1);
});

it('her number is on the card of whoever visits her, and of nobody else', async () => {
  const cardFor = async (person: typeof t.zhoumin) => {
    const { body } = await t.call<{ elder: { phone: string | null } }>('GET', `/elders/${t.lixiulan.id}/card`, {
      as: person.token,
    });
    return body.elder.phone;
  };
  expect(await cardFor(t.zhoumin)).toMatch(/^\d{11}$/);
  expect(await cardFor(t.liufang)).toBeNull();
});

describe('知道去哪儿了', () => {
  it.each([
    ['hospital', '没见到人，说是住院了'],
    ['away', '没见到人，说是出门了'],
    ['moved', '没见到人，说是搬走了'],
    ['declined', '老人不愿意让人探访'],
  ])('%s: the community makes sure, without haste', async (whereabouts, title) => {
    await sent(nobodyThere({ outcome: 'known', whereabouts, tries: [] }));
    expect(await t.needs()).toMatchObject([
      { title, severity: 'ordinary', ownerKind: 'community', heldFromFamily: true },
    ]);
  });
});

describe('what became of it', () => {
  interface News {
    elderId: string;
    name: string;
    at: number;
    status: string;
    words: string | null;
    visitor: { id: string; name: string };
  }
  const news = async (as = t.zhoumin) =>
    (await t.call<{ items: News[] }>('GET', '/no-answers', { as: as.token })).body.items;
  const take = async () => {
    const [need] = await open();
    const { status } = await t.call('POST', `/needs/${need!.id}/acknowledgements`, {
      ...{ as: t.liufang.token, body: { id: ulid() } },
    });
    expect(status).toBe(201);
    return need!.id;
  };
  const found = async (note?: string) => {
    const body = { id: ulid(), outcome: 'done', ...(note ? { note } : {}) };
    const { status } = await t.call('POST', `/needs/${await take()}/closures`, { as: t.liufang.token, body });
    expect(status).toBe(201);
    await t.work();
  };
  const DAUGHTERS = '老人去女儿家了，周五回来';

  it('is known on every phone of hers: that it was handed over, that somebody is at it, what was found', async () => {
    expect(await news()).toEqual([]);
    await sent(nobodyThere({ words: '邻居说昨天还见过' }));
    const handedOver = {
      ...{ elderId: t.lixiulan.id, name: '李秀兰', at: t.clock.now(), status: 'open', handler: null },
      ...{ closedAt: null, visitor: { id: t.zhoumin.id, name: '周敏' }, words: null },
    };
    expect(await news()).toEqual([handedOver]);
    t.clock.advance(HOUR);
    await found(DAUGHTERS);
    const closed = { status: 'closed', handler: 'community', closedAt: t.clock.now(), words: DAUGHTERS };
    expect(await news()).toEqual([{ ...handedOver, ...closed }]);
  });

  it('is told to whoever visits her now as well, and to no other visitor', async () => {
    const zhaohong = await t.person('赵红', 'visitor', 'first');
    await sent(nobodyThere({ words: '邻居说昨天还见过' }));
    await found(DAUGHTERS);
    expect(await news(zhaohong)).toEqual([]);
    await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Visiting).assign(tx, t.lixiulan.id, zhaohong.id));
    const told = await news(zhaohong);
    expect(told).toMatchObject([{ words: DAUGHTERS, visitor: { name: '周敏' } }]);
    expect(JSON.stringify(told)).not.toMatch(/邻居说|knocked|没人开门/);
    const path = `/elders/${t.lixiulan.id}/visitors/${t.zhoumin.id}`;
    await t.call('DELETE', path, { as: t.liufang.token });
    expect(await news()).toMatchObject([{ words: DAUGHTERS }]);
    await t.call('DELETE', `/elders/${t.lixiulan.id}/visitors/${zhaohong.id}`, { as: t.liufang.token });
    expect(await news(zhaohong)).toEqual([]);
  });

  it('is no longer told once somebody has seen her, nor a fortnight after it was closed', async () => {
    await sent(nobodyThere());
    await found(DAUGHTERS);
    t.clock.advance(14 * DAY);
    expect(await news()).toHaveLength(1);
    t.clock.advance(MINUTE);
    expect(await news()).toEqual([]);
    await sent(nobodyThere());
    expect(await news()).toMatchObject([{ status: 'open' }]);
    t.clock.advance(HOUR);
    await t.find(ALL_WELL);
    expect(await news()).toEqual([]);
  });

  it('of two it tells the later one; what the system noted on ending the first is nobody’s message', async () => {
    await sent(nobodyThere());
    t.clock.advance(HOUR);
    await sent(nobodyThere({ outcome: 'known', whereabouts: 'hospital', tries: [] }));
    expect(await news()).toMatchObject([{ at: t.clock.now(), status: 'open', words: null }]);
    expect(JSON.stringify(await news())).not.toMatch(/hospital|住院/);
    await found();
    expect(await news()).toMatchObject([{ status: 'closed', words: null }]);
  });

  it('does not exist for a relative, even one who visits her', async () => {
    await t.app.database.tx(t.ctx(), async (tx) => {
      await t.app.nest.get(Accounts).grant(tx, t.wangjing.id, 'visitor', t.divisions.first);
      await t.app.nest.get(Visiting).assign(tx, t.lixiulan.id, t.wangjing.id);
    });
    await sent(nobodyThere());
    await found(DAUGHTERS);
    expect(await news(t.wangjing)).toEqual([]);
    expect(await news()).toHaveLength(1);
  });

  it('ends with her record', async () => {
    await sent(nobodyThere());
    const { body } = await t.call<{ version: number }>('GET', `/elders/${t.lixiulan.id}`, { as: t.liufang.token });
    const ended = { on: '2026-11-23', reason: 'deceased' };
    await t.call('PATCH', `/elders/${t.lixiulan.id}`, { as: t.liufang.token, body: { version: body.version, ended } });
    await t.work();
    expect(await news()).toEqual([]);
  });
});

it('officers can ask for the searches alone', async () => {
  await t.find(GAS_UNSAFE);
  t.clock.advance(HOUR);
  await sent(nobodyThere());
  const titles = async (query: string) =>
    (await t.call<{ items: { title: string }[] }>('GET', `/needs?${query}`, { as: t.liufang.token })).body.items.map(
      ({ title }) => title,
    );
  expect(await titles('status=open')).toHaveLength(2);
  expect(await titles('status=open&matter=no-answer')).toEqual(['没人开门，都联系不上']);
  expect((await t.call<ProblemBody>('GET', '/needs?matter=door', { as: t.liufang.token })).status).toBe(400);
});

describe('what is not taken in', () => {
  it.each<[string, Record<string, unknown>, number, string]>([
    ['gave up without knocking', { tries: [{ kind: 'called-elder', at: 1 }] }, 400, 'tries'],
    ['knows where she is, and does not say', { outcome: 'known' }, 400, 'whereabouts'],
    ['knows nothing, and says where she is', { whereabouts: 'hospital' }, 400, 'whereabouts'],
    ['dead, tapped at a door', { outcome: 'known', whereabouts: 'deceased' }, 400, 'whereabouts'],
  ])('%s', async (_case, changes, status, field) => {
    const answer = await send(nobodyThere(changes));
    expect([answer.status, answer.body.fields?.map((each) => each.field)]).toEqual([status, [field]]);
    expect(await t.app.database.read.query('SELECT id FROM no_answer')).toEqual([]);
  });

  it('a time that cannot be', async () => {
    expect((await send(nobodyThere({ at: t.clock.now() + 2 * DAY }))).body.code).toBe('visit.time');
  });

  it('from somebody who never visited her', async () => {
    expect((await send(nobodyThere(), t.wangjing)).status).toBe(403);
    await t.call('DELETE', `/elders/${t.lixiulan.id}/visitors/${t.zhoumin.id}`, { as: t.liufang.token });
    t.clock.advance(HOUR);
    expect((await send(nobodyThere({ at: t.clock.now() }))).status).toBe(404);
    expect((await send(nobodyThere({ elderId: ulid() }))).status).toBe(404);
  });

  it('leaves no word in the clear, neither in the table nor in the audit', async () => {
    await sent(nobodyThere({ outcome: 'known', whereabouts: 'hospital', words: '女儿说在千佛山医院' }));
    const rows = await t.app.database.read.query('SELECT * FROM no_answer');
    expect(JSON.stringify(rows)).not.toMatch(/hospital|千佛山|knocked/);
    const audits = await t.app.database.read.findBy(AuditEntry, { action: 'no-answer.record' });
    expect(audits).toHaveLength(1);
    expect(JSON.stringify(audits)).not.toMatch(/千佛山|hospital/);
  });
});
