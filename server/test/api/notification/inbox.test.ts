import { ulid } from 'ulid';

import { GAS_UNSAFE, startHousehold, type Household } from '../care/household';
import type { Person } from '../registry/story';
import { MINUTE } from '../support/clock';

let t: Household;
beforeEach(async () => {
  t = await startHousehold();
});
afterEach(() => t.close());

interface Inbox {
  items: { id: string; title: string; lines: string[]; page: string; read: boolean; at: number }[];
  next: string | null;
}
const inbox = (person: Person, query = '') => t.call<Inbox>('GET', `/notices${query}`, { as: person.token });
const read = (id: string, person: Person) => t.call('POST', `/notices/${id}/reads`, { as: person.token });
const told = async (visitId: string, person = t.zhoumin) =>
  t.call<{ items: { relation: string; name: string; state: string }[] }>('GET', `/notices?visitId=${visitId}`, {
    as: person.token,
  });

describe('the inbox', () => {
  it('has every message, whatever became of it in WeChat', async () => {
    await t.find(GAS_UNSAFE);
    const [need] = await t.needs();
    const { body } = await inbox(t.wangjing);
    expect(body).toEqual({
      items: [
        {
          id: (await t.notices(t.wangjing))[0]!.id,
          at: t.clock.now(),
          title: '妈妈家有件事请您看看',
          lines: ['燃气不安全，要处理', '请在11月24日前拿个主意'],
          page: `family/need/index?id=${need!.id}`,
          read: false,
        },
      ],
      next: null,
    });
  });

  it('is the newest first, in pages', async () => {
    for (const answers of [GAS_UNSAFE, { ...GAS_UNSAFE, mobility: 'poor' }, { ...GAS_UNSAFE, spirits: 'worse' }]) {
      t.clock.advance(MINUTE);
      await t.find(answers);
    }
    const first = await inbox(t.wangjing, '?limit=2');
    expect(first.body.items.map(({ lines }) => lines[0])).toEqual(['精神不如上次', '走路吃力，要留意']);
    const second = await inbox(t.wangjing, `?limit=2&after=${first.body.next}`);
    expect(second.body.items.map(({ lines }) => lines[0])).toEqual(['燃气不安全，要处理']);
    expect(second.body.next).toBeNull();
  });

  it('is each person’s own', async () => {
    await t.find(GAS_UNSAFE);
    const [mine] = (await inbox(t.wangjing)).body.items;
    for (const person of [t.zhoumin, t.stranger, t.mengxiaoyan, t.liuyang]) {
      expect((await inbox(person)).body.items).toEqual([]);
      expect(await read(mine!.id, person)).toMatchObject({ status: 404, body: { code: 'access.not-found' } });
    }
    expect(await t.call('GET', '/notices')).toMatchObject({ status: 401 });
  });

  it('empties of an elder whose community is no longer one’s own', async () => {
    await t.find(GAS_UNSAFE);
    expect((await inbox(t.liufang)).body.items).toHaveLength(1);
    await t.app.database.tx(t.ctx(), (tx) =>
      tx.em.update('membership', { accountId: t.liufang.id }, { until: '2026-11-23' }),
    );
    const later = { ...t.liufang, token: await t.signIn(t.liufang) };
    t.clock.advance(MINUTE);
    expect((await inbox(later)).body.items).toEqual([]);
  });

  it('knows what was read, and then nobody has to phone any more', async () => {
    await t.find(GAS_UNSAFE);
    const [mine] = (await inbox(t.wangjing)).body.items;
    expect(await t.tasks()).toMatchObject([{ status: 'open' }]);
    for (const _ of [1, 2]) expect(await read(mine!.id, t.wangjing)).toMatchObject({ status: 204 });
    expect((await inbox(t.wangjing)).body.items).toMatchObject([{ read: true }]);
    expect(await t.tasks()).toMatchObject([{ status: 'done', closedBy: 'read' }]);
    expect(await t.audits(mine!.id, 'notice.read')).toHaveLength(1);
  });
});

describe('screen 5: what the visitor reads after a visit', () => {
  it('names the daughter by relation and name only, and says how she was told', async () => {
    await t.allow(t.wangjing);
    const visit = await t.find(GAS_UNSAFE);
    expect((await told(visit.id)).body).toEqual({
      items: [{ relation: '女儿', name: '王静', state: 'sent' }],
      next: null,
    });
  });

  it('says that somebody will phone her', async () => {
    const visit = await t.find(GAS_UNSAFE);
    expect((await told(visit.id)).body.items).toMatchObject([{ state: 'phone-task' }]);
  });

  it('says that she has it in her inbox once she has read it there', async () => {
    const visit = await t.find(GAS_UNSAFE);
    await read((await t.notices(t.wangjing))[0]!.id, t.wangjing);
    expect((await told(visit.id)).body.items).toMatchObject([{ state: 'inbox' }]);
  });

  it('says that it waits, for the morning or for an uncertain answer', async () => {
    await t.allow(t.wangjing);
    t.simulator.world.faults.add({ endpoint: '/cgi-bin/message/subscribe/send', kind: 'hang-up', times: 1 });
    const uncertain = await t.find(GAS_UNSAFE);
    expect((await told(uncertain.id)).body.items).toMatchObject([{ state: 'waiting' }]);
    t.clock.set('2026-11-23T22:00:00+08:00');
    const night = await t.find({ ...GAS_UNSAFE, mobility: 'poor' });
    expect((await told(night.id)).body.items).toMatchObject([{ state: 'waiting' }]);
  });

  it('is for the visitor of that visit alone', async () => {
    const visit = await t.find(GAS_UNSAFE);
    for (const person of [t.liufang, t.wangjing, t.stranger]) {
      expect(await told(visit.id, person)).toMatchObject({ status: 404, body: { code: 'access.not-found' } });
    }
    expect(await told(ulid())).toMatchObject({ status: 404 });
    expect(await told('abc')).toMatchObject({ status: 400 });
  });
});
