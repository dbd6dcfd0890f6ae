import { ulid } from 'ulid';

import { Notice, NoticeAttempt, SubscriptionEntry } from '../../../src/modules/notification';
import { PushRow, WechatClient } from '../../../src/platform/wechat';
import { Outbox } from '../../../src/platform/outbox';
import { DEMO_WECHAT } from '../../../src/platform/config/config';
import { CLOSED, GAS_UNSAFE, RAISED, startHousehold, WALKS_BADLY, type Household } from '../care/household';
import type { Person } from '../registry/story';
import { HOUR, MINUTE } from '../support/clock';
import { arrived, changeEvent, lost, popupEvent, safe, sentEvent, type Event } from '../wechat/platform';

const SEND = '/cgi-bin/message/subscribe/send';
const SIDE = { token: DEMO_WECHAT.pushToken, encodingAesKey: DEMO_WECHAT.pushAesKey, appid: DEMO_WECHAT.appId };

let t: Household;
beforeEach(async () => {
  t = await startHousehold();
});
afterEach(() => t.close());

const faults = () => t.simulator.world.faults;
const notice = async () => (await t.notices(t.wangjing))[0]!;
const attempts = async () => t.attempts((await notice()).id);
const msgid = () => t.messages(t.wangjing).at(-1)!.id;
/** The platform's clock, in seconds. */
const seconds = () => Math.floor(t.clock.now() / 1000);
const left = async (templateId = RAISED, person = t.wangjing) => {
  const entries = await ledger(templateId, person);
  return entries.at(-1)?.balance ?? 0;
};
const ledger = (templateId = RAISED, { id: accountId } = t.wangjing) =>
  t.app.database.read.find(SubscriptionEntry, { where: { accountId, templateId }, order: { sequence: 'ASC' } });

/** The platform tells it, and everything that follows from it has happened. */
async function push(event: Event): Promise<void> {
  await pushOnly(event);
  await t.work();
}

async function pushOnly(event: Event): Promise<void> {
  const { query, body } = safe(SIDE, event, 'json');
  const answer = await t.call<Buffer>('POST', `/wechat/push?${new URLSearchParams(query)}`, {
    body: Buffer.from(body),
  });
  expect([answer.status, String(answer.body)]).toEqual([200, 'success']);
}

/** Handled once more, as after a crash before the job's end was noted. */
async function again(): Promise<void> {
  const outbox = t.app.nest.get(Outbox);
  for (const { id: pushId } of await t.app.database.read.find(PushRow)) {
    for (const event of ['wechat.message-reported', 'wechat.subscription-answered'] as const)
      await t.app.database.tx(t.ctx(), (tx) => outbox.emit(tx, event, { pushId }));
  }
  await t.work();
}

async function pass(ms: number): Promise<void> {
  t.clock.advance(ms);
  await t.tick();
  await t.work();
}

const told = (event: (openid: string, at: number) => Event) => push(event(t.wangjing.openid, seconds()));

describe('a message that the platform took', () => {
  beforeEach(async () => {
    await t.allow(t.wangjing);
    await t.find(GAS_UNSAFE);
  });

  it('is confirmed when it arrived, once however often that is told', async () => {
    const event = sentEvent(t.wangjing.openid, seconds(), arrived(RAISED, msgid()));
    await push(event);
    await push(event);
    await again();
    expect(await notice()).toMatchObject({ state: 'sent' });
    expect(await attempts()).toMatchObject([{ state: 'sent', confirmedAt: t.clock.now() }]);
    expect(await t.audits((await notice()).id, 'notice.settle')).toHaveLength(1);
    expect(await t.tasks()).toEqual([]);
  });

  it('that did not arrive is phoned about, once however often that is told', async () => {
    const event = sentEvent(t.wangjing.openid, seconds(), lost(RAISED, msgid()));
    await push(event);
    await push(event);
    await again();
    expect(await notice()).toMatchObject({ state: 'failed' });
    expect(await attempts()).toMatchObject([{ state: 'failed', failure: '-1', confirmedAt: null }]);
    expect(await t.tasks()).toMatchObject([{ reason: 'not-delivered', status: 'open', relativeId: t.daughter }]);
    expect(await t.audits((await notice()).id, 'notice.settle')).toHaveLength(1);
  });

  it('that did not arrive and was read in the app meanwhile needs no call', async () => {
    await t.call('POST', `/notices/${(await notice()).id}/reads`, { as: t.wangjing.token });
    await told((openid, at) => sentEvent(openid, at, lost(RAISED, msgid())));
    expect(await notice()).toMatchObject({ state: 'failed' });
    expect(await t.tasks()).toEqual([]);
  });

  it('that did not arrive about what is closed by now needs no call', async () => {
    const [need] = await t.needs();
    const as = t.liufang.token;
    await t.call('POST', `/needs/${need!.id}/acknowledgements`, { as, body: { id: ulid() } });
    await t.call('POST', `/needs/${need!.id}/closures`, { as, body: { id: ulid(), outcome: 'done' } });
    await t.work();
    await told((openid, at) => sentEvent(openid, at, lost(RAISED, t.messages(t.wangjing)[0]!.id)));
    expect(await t.tasks()).toMatchObject([{ status: 'done', closedBy: 'settled' }]);
  });

  it('keeps to the first word of it', async () => {
    await told((openid, at) => sentEvent(openid, at, arrived(RAISED, msgid())));
    await told((openid, at) => sentEvent(openid, at, lost(RAISED, msgid())));
    expect(await notice()).toMatchObject({ state: 'sent' });
    expect(await t.tasks()).toEqual([]);
  });

  it('costs its credit, whatever became of it', async () => {
    await told((openid, at) => sentEvent(openid, at, lost(RAISED, msgid())));
    expect((await ledger()).map(({ amount }) => amount)).toEqual([1, -1]);
  });

  it('is not confused with one of another id', async () => {
    const other = `${BigInt(msgid()) + 1n}`;
    expect(Number(other)).toBe(Number(msgid()));
    await told((openid, at) => sentEvent(openid, at, lost(RAISED, other)));
    expect(await attempts()).toMatchObject([{ state: 'sent', confirmedAt: null }]);
    expect(await t.tasks()).toEqual([]);
  });
});

describe('several in one push', () => {
  it('are settled each by its own', async () => {
    for (const answers of [GAS_UNSAFE, { ...GAS_UNSAFE, ...WALKS_BADLY, gas: 'unsafe' }]) {
      await t.allow(t.wangjing);
      await t.find(answers);
      t.clock.advance(MINUTE);
    }
    const [first, second] = t.messages(t.wangjing);
    await told((openid, at) => sentEvent(openid, at, arrived(RAISED, first!.id), lost(RAISED, second!.id)));
    expect((await t.notices(t.wangjing)).map(({ state }) => state)).toEqual(['sent', 'failed']);
    expect(await t.tasks()).toMatchObject([{ reason: 'not-delivered' }]);
  });
});

describe('a message of which nobody could say whether it went out', () => {
  beforeEach(async () => {
    await t.allow(t.wangjing);
    await t.allow(t.wangjing);
    faults().add({ endpoint: SEND, kind: 'hang-up-after-accepting', times: 1 });
    await t.find(GAS_UNSAFE);
    expect(await notice()).toMatchObject({ state: 'unknown' });
  });

  it('is settled by the report that can be about it alone, and nobody phones', async () => {
    await pass(MINUTE);
    const event = sentEvent(t.wangjing.openid, seconds() - 55, arrived(RAISED, msgid()));
    await push(event);
    await push(event);
    await again();
    expect(await notice()).toMatchObject({ state: 'sent', settleAt: null });
    expect(await attempts()).toMatchObject([{ state: 'sent', msgid: msgid(), number: 1 }]);
    await pass(HOUR);
    expect(await t.tasks()).toEqual([]);
    expect(t.messages(t.wangjing)).toHaveLength(1);
    expect(await left()).toBe(1);
  });

  it('is phoned about at once when it did not arrive', async () => {
    await told((openid, at) => sentEvent(openid, at, lost(RAISED, msgid())));
    expect(await notice()).toMatchObject({ state: 'failed', settleAt: null });
    expect(await t.tasks()).toMatchObject([{ reason: 'not-delivered' }]);
    await pass(HOUR);
    expect(await t.tasks()).toHaveLength(1);
  });

  it('takes the call off the list again when the report comes late', async () => {
    const reportedAt = seconds() + 2;
    await pass(31 * MINUTE);
    expect(await t.tasks()).toMatchObject([{ reason: 'uncertain', status: 'open' }]);
    await push(sentEvent(t.wangjing.openid, reportedAt, arrived(RAISED, msgid())));
    expect(await notice()).toMatchObject({ state: 'sent' });
    expect(await t.tasks()).toMatchObject([{ status: 'done', closedBy: 'delivered' }]);
  });

  it.each([
    ['of another person', () => sentEvent(t.liufang.openid, seconds(), arrived(RAISED, '1'))],
    ['of nobody we know', () => sentEvent('oNobody', seconds(), arrived(RAISED, '1'))],
    ['of another template', () => sentEvent(t.wangjing.openid, seconds(), arrived(CLOSED, '1'))],
    ['of a template that is not ours', () => sentEvent(t.wangjing.openid, seconds(), arrived('another', '1'))],
    ['from before the call', () => sentEvent(t.wangjing.openid, seconds() - 60, arrived(RAISED, '1'))],
    ['from long after it', () => sentEvent(t.wangjing.openid, seconds() + 31 * 60, arrived(RAISED, '1'))],
  ])('is not settled by a report %s', async (_, event) => {
    await push(event());
    expect(await notice()).toMatchObject({ state: 'unknown' });
    await pass(HOUR);
    expect(await t.tasks()).toMatchObject([{ reason: 'uncertain', status: 'open' }]);
  });

  it('is not settled when two of them could be meant, and both are phoned about', async () => {
    t.clock.advance(MINUTE);
    await t.allow(t.wangjing);
    faults().add({ endpoint: SEND, kind: 'hang-up-after-accepting', times: 1 });
    await t.find({ ...GAS_UNSAFE, mobility: 'poor' });
    const both = t.messages(t.wangjing).map(({ id }) => arrived(RAISED, id));
    await told((openid, at) => sentEvent(openid, at, ...both));
    expect((await t.notices(t.wangjing)).map(({ state }) => state)).toEqual(['unknown', 'unknown']);
    await pass(HOUR);
    expect((await t.tasks()).map(({ reason }) => reason)).toEqual(['uncertain', 'uncertain']);
  });

  it('is not settled by the report of another message that is known by its id', async () => {
    t.clock.advance(MINUTE);
    await t.find({ ...GAS_UNSAFE, mobility: 'poor' });
    await told((openid, at) => sentEvent(openid, at, arrived(RAISED, msgid())));
    expect((await t.notices(t.wangjing)).map(({ state }) => state)).toEqual(['unknown', 'sent']);
  });
});

describe('a report that comes before the answer to the call', () => {
  /** The platform has it, and its answer is still on the way. */
  async function callUnderWay() {
    await t.allow(t.wangjing);
    const client = t.app.nest.get(WechatClient);
    const real = client.sendSubscribeMessage.bind(client);
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const arrivedThere = new Promise<void>((resolve) => {
      client.sendSubscribeMessage = async (message) => {
        const id = await real(message);
        resolve();
        await answered;
        return id;
      };
    });
    const finding = t.find(GAS_UNSAFE);
    await arrivedThere;
    return { answer, finding };
  }

  it('waits for it', async () => {
    const { answer, finding } = await callUnderWay();
    await told((openid, at) => sentEvent(openid, at, arrived(RAISED, msgid())));
    expect(await notice()).toMatchObject({ state: 'sending' });
    answer();
    await finding;
    expect(await attempts()).toMatchObject([{ state: 'sent', confirmedAt: null }]);
    await pass(MINUTE);
    expect(await attempts()).toMatchObject([{ state: 'sent', confirmedAt: t.clock.now() }]);
    expect(await t.jobs()).toEqual([]);
  });

  it('and settles what a crash has left, when no answer ever comes', async () => {
    const { answer, finding } = await callUnderWay();
    const { id } = await notice();
    // As the next worker finds it after the crash.
    await t.app.database.tx(t.ctx(), async (tx) => {
      await tx.em.update(Notice, { id }, { state: 'unknown', settleAt: t.clock.now() + 30 * MINUTE });
      await tx.em.update(NoticeAttempt, { noticeId: id }, { state: 'unknown' });
    });
    await told((openid, at) => sentEvent(openid, at, arrived(RAISED, msgid())));
    expect(await notice()).toMatchObject({ state: 'sent', settleAt: null });
    answer();
    await finding;
    expect(await attempts()).toMatchObject([{ state: 'sent', msgid: msgid(), confirmedAt: t.clock.now() }]);
    expect(await left()).toBe(0);
  });
});

describe('a template refused in WeChat’s settings', () => {
  const refuse = (at = seconds(), person: Person = t.wangjing) => push(changeEvent(person.openid, at, RAISED));

  it('has no credits left: written down as one more entry, once', async () => {
    await t.allow(t.wangjing);
    await t.allow(t.wangjing);
    await t.allow(t.wangjing);
    const before = await ledger();
    await refuse();
    await refuse();
    await again();
    const after = await ledger();
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)).toMatchObject({ amount: -3, balance: 0 });
    expect(await left(CLOSED)).toBe(3);
    expect(await t.audits(t.wangjing.id, 'subscription.end')).toHaveLength(1);
  });

  it('is not tried: the community phones', async () => {
    await t.allow(t.wangjing);
    await refuse();
    faults().add({ endpoint: SEND, kind: '-1' });
    await t.find(GAS_UNSAFE);
    expect(await attempts()).toEqual([]);
    expect(await t.tasks()).toMatchObject([{ reason: 'no-credit' }]);
  });

  it('leaves what was accepted after it, though it is told late', async () => {
    await t.allow(t.wangjing);
    await t.allow(t.wangjing);
    const refusedAt = seconds();
    t.clock.advance(5 * MINUTE);
    await t.allow(t.wangjing);
    await refuse(refusedAt);
    expect(await left()).toBe(1);
    await t.find(GAS_UNSAFE);
    expect(await left()).toBe(0);
    expect((await ledger()).map(({ balance }) => balance)).toEqual([1, 2, 3, 1, 0]);
  });

  it('ends nothing of others, of other templates, or of nobody', async () => {
    await t.allow(t.wangjing);
    await refuse(seconds(), t.liufang);
    await push(changeEvent('oNobody', seconds(), RAISED));
    await push(changeEvent(t.wangjing.openid, seconds(), 'another'));
    expect(await left()).toBe(1);
    expect(await ledger(RAISED, t.liufang)).toEqual([]);
  });
});

describe('an answer in the popup, told by the platform too', () => {
  it('counts once: the phone reports it, and the platform’s word adds nothing', async () => {
    await t.allow(t.wangjing);
    for (const _ of [1, 2])
      await told((openid, at) => popupEvent(openid, at, { [RAISED]: 'accept', [CLOSED]: 'accept' }));
    expect([await left(), await left(CLOSED)]).toEqual([1, 1]);
    await told((openid, at) => popupEvent(openid, at + 1, { [RAISED]: 'reject' }));
    expect(await left()).toBe(1);
  });

  it('is not counted without the phone’s report either: nothing tells a lost report from one on its way', async () => {
    await told((openid, at) => popupEvent(openid, at, { [RAISED]: 'accept' }));
    expect(await left()).toBe(0);
    await t.allow(t.wangjing);
    expect(await left()).toBe(1);
  });

  describe('for a long-term template', () => {
    beforeEach(async () => {
      await t.close();
      t = await startHousehold({ env: { WECHAT_TEMPLATE_NEED_RAISED: `${RAISED}:long-term` } });
      t.simulator.world.apps[0]!.templates.find(({ id }) => id === RAISED)!.kind = 'long-term';
    });

    it('makes up for a report that was lost', async () => {
      for (const _ of [1, 2]) await told((openid, at) => popupEvent(openid, at, { [RAISED]: 'accept' }));
      expect(await left()).toBe(1);
      t.clock.advance(MINUTE);
      await told((openid, at) => popupEvent(openid, at, { [RAISED]: 'reject' }));
      expect(await left()).toBe(0);
    });

    it('yields to what was heard since', async () => {
      const acceptedAt = seconds();
      await t.allow(t.wangjing, RAISED);
      t.clock.advance(MINUTE);
      await push(changeEvent(t.wangjing.openid, seconds(), RAISED));
      await push(popupEvent(t.wangjing.openid, acceptedAt, { [RAISED]: 'accept' }));
      expect(await left()).toBe(0);
    });
  });
});

describe('what was pushed', () => {
  it('is kept only until it was acted upon', async () => {
    await t.allow(t.wangjing);
    await t.find(GAS_UNSAFE);
    await pushOnly(sentEvent(t.wangjing.openid, seconds(), arrived(RAISED, msgid())));
    expect(await t.app.database.read.find(PushRow)).toMatchObject([{ content: { msgid: msgid() } }]);
    await t.work();
    expect(await t.app.database.read.find(PushRow)).toMatchObject([{ content: null }]);
  });
});
