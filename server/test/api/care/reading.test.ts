import { ulid } from 'ulid';

import { Need } from '../../../src/modules/care';
import { DAY, HOUR } from '../support/clock';
import type { Person } from '../registry/story';
import { ALL_WELL, photo, type VisitBody } from '../visiting/rounds';
import { GAS_FAIRLY_SAFE, GAS_UNSAFE, NEGLECTED, startHousehold, WALKS_BADLY, type Household } from './household';

let t: Household;
beforeEach(async () => {
  t = await startHousehold();
});
afterEach(() => t.close());

type Item = { id: string; view: string; title: string } & Record<string, unknown>;
type List = { items: Item[]; next: string | null };
const list = async (person: Person, query = '') =>
  (await t.call<List>('GET', `/needs${query}`, { as: person.token })).body;
const read = async (person: Person, { id }: { id: string }) =>
  (await t.call<Item>('GET', `/needs/${id}`, { as: person.token })).body;
const take = (need: Need) =>
  t.call('POST', `/needs/${need.id}/acknowledgements`, { as: t.liufang.token, body: { id: ulid() } });
const close = (need: Need) =>
  t.call('POST', `/needs/${need.id}/closures`, {
    as: t.liufang.token,
    body: { id: ulid(), outcome: 'done', note: '柜子第二格有钱' },
  });
const only = async () => (await t.needs())[0]!;

async function withPhotos(fields: (string | null)[], answers: VisitBody['answers']): Promise<VisitBody> {
  const shots = await Promise.all(fields.map((_, place) => photo(60 + place * 20)));
  const photos = shots.map(({ sha256 }, place) => ({ sha256, ...(fields[place] ? { field: fields[place] } : {}) }));
  const visit = await t.find(answers as never, { photos });
  for (const { sha256, bytes } of shots) {
    const headers = { 'content-type': 'image/jpeg' };
    const put = await t.call('PUT', `/visits/${visit.id}/files/${sha256}`, {
      as: t.zhoumin.token,
      body: bytes,
      headers,
    });
    expect(put.status).toBe(204);
  }
  return visit;
}

describe('the daughter', () => {
  it('reads it in plain words, with two honest ways', async () => {
    const visit = await t.find(GAS_UNSAFE);
    const need = await read(t.wangjing, await only());
    expect(need).toEqual({
      view: 'family',
      id: (await only()).id,
      elder: { id: t.lixiulan.id, callName: '妈妈' },
      title: '燃气不安全，要处理',
      plain: '厨房燃气有隐患，要尽快修好或者换掉',
      status: 'open',
      yourTurn: true,
      wish: null,
      progress: '等您拿主意',
      wentUp: null,
      answerBy: '2026-11-24',
      seenAt: visit.endedAt,
      safeNow: '我们请探访员当场先关上燃气阀门，打开门窗',
      words: '软管裂了，阀门已经关上',
      choices: [
        { choice: 'self', title: '我来处理', text: '您自己安排，办完点一下“办好了”' },
        { choice: 'community', title: '请社区协助', text: '社区的刘芳来联系您、帮着办；要花钱的地方先问您，费用自付' },
      ],
      mayClose: false,
      photos: [],
      visitorName: '周敏',
    });
  });

  it('never gets what is for staff', async () => {
    await t.find({ ...NEGLECTED, mobility: 'poor' });
    const items = await list(t.wangjing);
    expect(items.items.map(({ title }) => title)).toEqual(['走路吃力，要留意']);
    const text = JSON.stringify([items, await read(t.wangjing, items.items[0]!)]);
    for (const staffOnly of [
      'level',
      'owner',
      'because',
      'severity',
      'acknowledgeBy',
      'heldFromFamily',
      '赡养',
      '半年没',
    ]) {
      expect(text).not.toContain(staffOnly);
    }
    const parent = await t.call('GET', `/parents/${t.lixiulan.id}`, { as: t.wangjing.token });
    expect(JSON.stringify(parent.body)).not.toMatch(/赡养|半年没|neglect/);
  });

  it('sees the photos of this matter by links that end', async () => {
    await withPhotos(['gas', 'fire', null], GAS_UNSAFE);
    const { photos } = (await read(t.wangjing, await only())) as unknown as { photos: string[] };
    expect(photos).toHaveLength(2);
    const path = photos[0]!.replace('/api', '');
    expect((await t.call('GET', path)).status).toBe(200);
    t.clock.advance(11 * 60_000);
    expect(await t.call('GET', path)).toMatchObject({ status: 410, body: { code: 'link.expired' } });
  });

  it('sees no unsorted photo of a visit at which neglect was suspected', async () => {
    await withPhotos(['gas', null, 'family-duty'], { ...GAS_UNSAFE, 'family-duty': 'neglected' });
    const gas = (await t.needs()).find(({ matter }) => matter === 'gas-safety')!;
    expect((await read(t.wangjing, gas)).photos).toHaveLength(1);
    expect((await read(t.liufang, gas)).photos).toHaveLength(2);
    const brother = await t.person('王强', 'street', 'dianliu');
    const body = { id: ulid(), name: '王强', relation: 'child', livesWithElder: false };
    await t.call('POST', `/elders/${t.lixiulan.id}/relatives`, { as: t.liufang.token, body });
    const kinship = await t.bind(brother, body.id);
    await t.call('DELETE', `/kinships/${kinship}`, { as: brother.token });
    expect(await read(brother, gas)).toMatchObject({ view: 'officer', photos: { length: 1 } });
  });

  it('reads who is at it, and that it is done, but not the officer’s note', async () => {
    await t.find(GAS_UNSAFE);
    await take(await only());
    expect(await read(t.wangjing, await only())).toMatchObject({ progress: '社区在跟进，办好了会告诉您', choices: [] });
    await close(await only());
    const closed = await read(t.wangjing, await only());
    expect(closed).toMatchObject({ progress: '办好了', status: 'closed' });
    expect(JSON.stringify(closed)).not.toContain('柜子');
  });
});

describe('the community’s worker', () => {
  it('reads all of it: why it is theirs, who saw it, who did what', async () => {
    const visit = await t.find(GAS_UNSAFE);
    await take(await only());
    await close(await only());
    expect(await read(t.liufang, await only())).toMatchObject({
      ...{ view: 'officer', severity: 'urgent', owner: 'community', level: 'community', inform: ['first-contact'] },
      elder: { id: t.lixiulan.id, name: '李秀兰' },
      because: [{ rule: 'jinan.referral.community', reading: true, article: '二（二）2' }],
      evidence: [{ visitId: visit.id, visitorName: '周敏', words: '软管裂了，阀门已经关上', severity: 'urgent' }],
      steps: [
        { kind: 'acknowledgement', value: 'community', name: '刘芳' },
        { kind: 'closure', value: 'done', name: '刘芳' },
      ],
      ...{ outcome: 'done', note: '柜子第二格有钱', closedAt: t.clock.now() },
    });
  });

  it('lists the most pressing clock first, in pages', async () => {
    await t.find({ ...WALKS_BADLY, participation: 'wants' });
    t.clock.advance(HOUR);
    await t.find(GAS_UNSAFE);
    const first = await list(t.liufang, '?status=open&limit=2');
    expect(first.items.map(({ title }) => title)).toEqual(['燃气不安全，要处理', '走路吃力，要留意']);
    const second = await list(t.liufang, `?status=open&limit=2&after=${first.next}`);
    expect(second.items.map(({ title }) => title)).toEqual(['想参加社区活动']);
    expect(second.next).toBeNull();
  });

  it('lists by status', async () => {
    await t.find({ ...GAS_UNSAFE, mobility: 'poor' });
    const gas = (await t.needs()).find(({ matter }) => matter === 'gas-safety')!;
    await take(gas);
    expect((await list(t.liufang, '?status=acknowledged')).items.map(({ id }) => id)).toEqual([gas.id]);
    expect((await list(t.liufang, '?status=open')).items).toHaveLength(1);
    expect((await list(t.liufang, '?status=closed')).items).toEqual([]);
    expect((await list(t.liufang)).items).toHaveLength(2);
  });

  it('sees nothing of another street', async () => {
    await t.find(GAS_UNSAFE);
    expect((await list(t.mengxiaoyan)).items).toEqual([]);
    expect((await list(t.tianjun)).items).toHaveLength(1);
  });
});

describe('the visitor', () => {
  it('sees who is at what they found, and no more', async () => {
    const visit = await t.find({ ...GAS_UNSAFE, 'family-duty': 'neglected' });
    const { items } = await list(t.zhoumin, `?visitId=${visit.id}`);
    expect(items.map(({ view, title, progress }) => [view, title, progress]).sort()).toEqual([
      ['visitor', '家人不履行赡养扶养义务', '街道会跟进，家人看不到'],
      ['visitor', '燃气不安全，要处理', '社区会跟进'],
    ]);
    expect(Object.keys(items[0]!).sort()).toEqual(['id', 'matter', 'progress', 'severity', 'status', 'title', 'view']);
  });

  it('sees a need that another visitor found first only once they found it too', async () => {
    await t.find(GAS_UNSAFE);
    const other = await t.person('马国强', 'visitor', 'first');
    expect((await list(other)).items).toEqual([]);
    expect((await list(t.zhoumin)).items).toHaveLength(1);
  });

  it('may not read a need in full, nor list the needs of another’s visit', async () => {
    const visit = await t.find(GAS_UNSAFE);
    expect(await t.call('GET', `/needs/${(await only()).id}`, { as: t.zhoumin.token })).toMatchObject({ status: 403 });
    const other = await t.person('马国强', 'visitor', 'first');
    expect((await list(other, `?visitId=${visit.id}`)).items).toEqual([]);
  });
});

describe('somebody without any tie', () => {
  it('may not even ask', async () => {
    expect(await t.call('GET', '/needs', { as: t.stranger.token })).toMatchObject({ status: 403 });
  });
});

describe('the card at the door: what was left open', () => {
  type Matter = { matter: string; title: string; status: string; detail: string; mustLook: boolean; seenOn: string };
  const matters = async (person = t.zhoumin, elderId = t.lixiulan.id) =>
    t.call<{ items: Matter[] }>('GET', `/elders/${elderId}/matters`, { as: person.token });

  it('says what must be looked at', async () => {
    await t.find({ ...GAS_FAIRLY_SAFE, participation: 'wants' });
    expect((await matters()).body.items).toEqual([
      {
        matter: 'gas-safety',
        title: '燃气要留意',
        status: 'open',
        seenOn: '2026-11-23',
        detail: '社区会跟进',
        mustLook: true,
      },
      {
        matter: 'participation',
        title: '想参加社区活动',
        status: 'open',
        seenOn: '2026-11-23',
        detail: '社区会跟进',
        mustLook: false,
      },
    ]);
  });

  it('asks to look once more at a hazard said to be mended, until somebody has', async () => {
    await t.find(GAS_UNSAFE);
    await take(await only());
    t.clock.advance(DAY);
    await close(await only());
    expect((await matters()).body.items).toMatchObject([
      { status: 'closed', detail: '社区办好了，再看一眼', mustLook: true },
    ]);
    t.clock.advance(DAY);
    await t.find(ALL_WELL);
    expect((await matters()).body.items).toMatchObject([{ status: 'closed', detail: '社区办好了', mustLook: false }]);
    t.clock.advance(60 * DAY);
    const later = { ...t.zhoumin, token: await t.signIn(t.zhoumin) };
    expect((await matters(later)).body.items).toEqual([]);
  });

  it('does not show suspected neglect, nor anybody’s note', async () => {
    await t.find(NEGLECTED);
    expect((await matters()).body.items).toEqual([]);
  });

  it('is for the assigned visitor and the officers of the place, and each look is written down', async () => {
    await t.find(GAS_UNSAFE);
    expect((await matters(t.liufang)).status).toBe(200);
    expect(await matters(t.mengxiaoyan)).toMatchObject({ status: 404 });
    expect(await matters(await t.person('马国强', 'visitor', 'first'))).toMatchObject({ status: 404 });
    expect(await matters(t.wangjing)).toMatchObject({ status: 403 });
    expect(await t.audits(t.lixiulan.id, 'elder.card')).toHaveLength(1);
  });
});

describe('the page about 妈妈', () => {
  interface Parent {
    elder: { name: string; age: number; callName: string };
    lastVisit: { at: number; visitorName: string; visitorWord: string; sentence: string; settled: object[] } | null;
    turn: { needId: string; title: string; answerBy: string } | null;
    unsettled: object[];
    trends: { key: string; label: string; points: number[]; word: string }[];
    visits: { id: string; sentence: string; settled: object[] }[];
    visitCount: number;
  }
  const parent = (person = t.wangjing, id = t.lixiulan.id) =>
    t.call<Parent>('GET', `/parents/${id}`, { as: person.token });

  it('says how she is in one sentence, who came, and the trends in words', async () => {
    await t.find({ ...ALL_WELL, mobility: 'good', spirits: 'unchanged' });
    t.clock.advance(7 * DAY);
    const visit = await t.find({ ...ALL_WELL, mobility: 'fair', spirits: 'unchanged' });
    const { body } = await parent();
    expect(body).toMatchObject({
      elder: { name: '李秀兰', age: 82, callName: '妈妈' },
      lastVisit: { at: visit.endedAt, visitorName: '周敏', visitorWord: '探访员' },
      turn: null,
      visitCount: 2,
    });
    expect(body.lastVisit!.sentence).toContain('精神和上次一样，走路慢了些');
    expect(body.visits[0]!.sentence).toBe(body.lastVisit!.sentence);
    const words = Object.fromEntries(body.trends.map(({ label, word }) => [label, word]));
    expect(words).toMatchObject({ 走路: 'worse', 精神: 'same' });
    expect(body.trends.find(({ key }) => key === 'mobility')?.points).toEqual([2, 1]);
  });

  it('calls the visitor what the neighbourhood calls them', async () => {
    await t.app.database.tx(t.ctx(), (tx) =>
      tx.em.update('membership', { accountId: t.zhoumin.id }, { body: 'neighbour' }),
    );
    await t.find(ALL_WELL);
    expect((await parent()).body.lastVisit).toMatchObject({ visitorWord: '邻居' });
  });

  it('names the one thing whose turn it is: the most pressing, then what they took', async () => {
    await t.find({ ...GAS_UNSAFE, mobility: 'poor' });
    expect((await parent()).body.turn).toMatchObject({ title: '燃气不安全，要处理', answerBy: '2026-11-24' });
    const answer = (needId: string, choice: string) =>
      t.call('POST', `/needs/${needId}/answers`, { as: t.wangjing.token, body: { id: ulid(), choice } });
    await answer((await parent()).body.turn!.needId, 'self');
    expect((await parent()).body.turn).toMatchObject({ title: '走路吃力，要留意', answerBy: '2026-11-26' });
    await answer((await parent()).body.turn!.needId, 'community');
    expect((await parent()).body.turn).toMatchObject({ title: '燃气不安全，要处理', answerBy: '2026-11-26' });
  });

  it('says beside the visit what became of that which it found, and leaves what was said on the day', async () => {
    const visit = await t.find({
      ...GAS_UNSAFE,
      ...NEGLECTED,
      gas: 'unsafe',
      'gas-note': '软管裂了',
      mobility: 'poor',
    });
    const before = (await parent()).body;
    expect([before.lastVisit!.settled, before.visits[0]!.settled]).toEqual([[], []]);
    t.clock.advance(HOUR);
    for (const need of await t.needs()) if (need.matter !== 'mobility') await finish(need.id);
    const { lastVisit, visits, unsettled } = (await parent()).body;
    expect(unsettled).toEqual([]);
    expect(lastVisit!.settled).toEqual([{ about: '燃气安全', how: '办好了', done: true, at: t.clock.now() }]);
    expect(visits).toMatchObject([{ id: visit.id, settled: lastVisit!.settled, sentence: before.lastVisit!.sentence }]);
    await t.find(ALL_WELL);
    expect((await parent()).body.visits.map(({ settled }) => settled.length)).toEqual([0, 1]);
  });

  it('says who is at what is not settled and does not wait for the family, and nothing of what is kept from it', async () => {
    await t.find({ ...GAS_UNSAFE, 'family-duty': 'neglected', mobility: 'poor' });
    const gas = (await t.needs()).find(({ matter }) => matter === 'gas-safety')!;
    expect((await parent()).body.unsettled).toEqual([]);
    await take(gas);
    const { turn, unsettled } = (await parent()).body;
    expect(turn).toMatchObject({ title: '走路吃力，要留意', taken: false });
    expect(unsettled).toEqual([{ needId: gas.id, about: '燃气安全', how: '社区在跟进，办好了会告诉您' }]);
  });

  async function finish(needId: string): Promise<void> {
    const act = (what: string, body: object) =>
      t.call('POST', `/needs/${needId}/${what}`, { as: t.tianjun.token, body: { id: ulid(), ...body } });
    await act('acknowledgements', {});
    expect((await act('closures', { outcome: 'done' })).status).toBe(201);
  }

  it('is designed for a parent nobody has visited yet', async () => {
    expect((await parent()).body).toMatchObject({ lastVisit: null, turn: null, trends: [], visits: [], visitCount: 0 });
  });

  it('counts half a year', async () => {
    await t.find(ALL_WELL);
    t.clock.advance(190 * DAY);
    await t.send(t.visit(t.lixiulan), { ...t.zhoumin, token: await t.signIn(t.zhoumin) });
    expect((await parent({ ...t.wangjing, token: await t.signIn(t.wangjing) })).body.visitCount).toBe(1);
  });

  it('refuses everybody but confirmed kin', async () => {
    expect(await parent(t.liufang)).toMatchObject({ status: 403 });
    expect(await parent(t.zhoumin)).toMatchObject({ status: 403 });
    expect(await parent(t.wangjing, t.liuchanghe.id)).toMatchObject({
      status: 404,
      body: { code: 'access.not-found' },
    });
    expect(await parent(t.wangjing, ulid())).toMatchObject({ status: 404, body: { code: 'access.not-found' } });
  });
});

describe('what officers have taken', () => {
  it('comes with the one that is to be done first, page by page', async () => {
    await t.find(WALKS_BADLY);
    const walking = await only();
    await take(walking);
    await t.find(GAS_UNSAFE);
    const gas = (await t.needs()).find(({ id }) => id !== walking.id)!;
    await take(gas);
    const taken = await t.app.database.read.findOneByOrFail(Need, { id: walking.id });
    const more = ['N1', 'N2'].map((end) => ({ ...taken, id: `${ulid().slice(0, 24)}${end}`, openKey: null }));
    await t.app.database.tx(t.ctx(), (tx) => tx.em.insert(Need, more));
    const pages: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: List = await list(t.liufang, `?status=acknowledged&limit=1${next && `&after=${next}`}`);
      pages.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(pages).toEqual([gas.id, ...[taken, ...more].map(({ id }) => id).sort()]);
  });
});
