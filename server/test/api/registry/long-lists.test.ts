import { ulid } from 'ulid';

import { Accounts, Kinship } from '../../../src/modules/identity';
import { PhoneTask } from '../../../src/modules/notification';
import { Objection, Registry } from '../../../src/modules/registry';
import { startHousehold, type Household } from '../care/household';
import { statementsOf } from '../support/statements';
import { idNumber } from './story';

const FAMILIES = 12;

let t: Household;
beforeAll(async () => {
  t = await startHousehold();
  for (let number = 1; number <= FAMILIES; number += 1) await addFamily(number);
});
afterAll(() => t.close());

/** A mother and a daughter who waits to be confirmed, of whom somebody has to phone, and who says that something is not right. */
async function addFamily(number: number): Promise<void> {
  const [elderId, relativeId, phone] = [ulid(), ulid(), `142000021${String(number).padStart(2, '0')}`];
  const born = `1945-02-${String(number).padStart(2, '0')}`;
  await t.app.database.tx(t.ctx(), async (tx) => {
    await t.app.nest.get(Registry).register(tx, {
      ...{ id: elderId, name: '周桂英', sex: 'female', birthDate: born, idNumber: idNumber(born, 'female') },
      ...{ address: `8 号楼 1 单元 ${number}`, communityId: t.divisions.first, traits: {} },
      relatives: [
        {
          id: relativeId,
          name: '周燕',
          relation: 'child',
          kinWord: '女儿',
          phone,
          livesWithElder: false,
          circumstances: {},
        },
      ],
    });
    const named = { openid: `daughter-${number}`, name: `燕子${number}`, phone };
    const { id: accountId } = await t.app.nest.get(Accounts).register(tx, named);
    const about = { elderId, communityId: t.divisions.first, relativeId };
    for (const status of ['awaiting', 'confirmed'] as const)
      await tx.em.insert(Kinship, {
        ...{ id: ulid(), ...about, accountId, status, codeIndex: null, expiresAt: tx.at, bodyHash: 'hash' },
        ...{ acceptanceId: ulid(), acceptanceHash: 'hash', acceptedAt: tx.at, decidedAt: null, createdAt: tx.at },
      });
    await tx.em.insert(PhoneTask, {
      ...{ id: ulid(), sourceKey: elderId, noticeId: null, ...about, visitId: ulid(), needIds: ulid(), accountId },
      ...{ reason: 'no-credit' as const, lifeDanger: false, status: 'open' as const, closedBy: null, noAnswers: 0 },
      ...{ createdAt: tx.at, doneAt: null },
    });
    await tx.em.insert(Objection, {
      ...{ id: ulid(), elderId, accountId, note: '不是一个人住', bodyHash: 'hash', status: 'open' as const },
      ...{ sentAt: tx.at + number, closureId: null, closureHash: null, outcome: null, answer: null },
      ...{ closedBy: null, closedAt: null },
    });
  });
}

describe('a list is read by as many statements for twelve lines as for two:', () => {
  it.each([
    ['calls', '/phone-tasks?status=open', { callee: { name: '周燕', phoneMasked: '*** **** **12' } }],
    ['confirmations', '/kinships?status=awaiting', { accountName: '燕子12', relativeName: '周燕', phoneMatches: true }],
    ['objections', '/objections?status=open', { senderName: '周燕', senderWord: '女儿' }],
  ])('%s', async (_what, path, last) => {
    const list = async (limit: number) => {
      const answer = await t.call<{ items: object[] }>('GET', `${path}&limit=${limit}`, { as: t.liufang.token });
      expect(answer).toMatchObject({ status: 200 });
      expect(answer.body.items).toHaveLength(limit);
      return answer.body.items;
    };
    expect((await list(FAMILIES)).at(-1)).toMatchObject(last);
    const few = await statementsOf(t, () => list(2));
    expect(few).toBeGreaterThan(0);
    expect(await statementsOf(t, () => list(FAMILIES))).toBe(few);
  });
});
