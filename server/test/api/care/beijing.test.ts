import { askedFields, isRequired, optionsOf, type Answers, type FormDefinition } from '@tanfang/shared';
import { ulid } from 'ulid';

import { Divisions } from '../../../src/modules/divisions';
import { Registry, type NewElder } from '../../../src/modules/registry';
import { Visiting } from '../../../src/modules/visiting';
import { formDefinition, packOf, visitFormOf } from '../../../src/policy';
import { Accounts } from '../../../src/modules/identity';
import { HOUR, MINUTE } from '../support/clock';
import { addPhone, RAISED, startHousehold, type Household } from './household';
import { idNumber, type Person } from '../registry/story';

/** 朝阳区 亚运村街道 安慧里社区 */
const PLACES = [
  ['city', '11', '北京市', null],
  ['district', '110105', '朝阳区', 0],
  ['street', '110105023', '亚运村街道', 1],
  ['community', '110105023005', '安慧里社区', 2],
] as const;

let t: Household;
let worker: Person;
let streetWorker: Person;
let community: string;
beforeEach(async () => {
  t = await startHousehold();
  const ids = PLACES.map(() => ulid());
  const rows = PLACES.map(([level, , name, parent], place) => ({
    ...{ id: ids[place]!, level, name, rural: false },
    parentId: parent === null ? null : ids[parent]!,
  }));
  const codes = PLACES.map(([, code], place) => ({
    ...{ id: ulid(), divisionId: ids[place]!, code, since: '2020-01-01', until: null },
  }));
  await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Divisions).add(tx, rows, codes));
  community = ids[3]!;
  worker = await t.person('何雪');
  streetWorker = await t.person('吴刚');
  await t.app.database.tx(t.ctx(), async (tx) => {
    await t.app.nest.get(Accounts).grant(tx, worker.id, 'community', community);
    await t.app.nest.get(Accounts).grant(tx, streetWorker.id, 'street', ids[2]!);
  });
});
afterEach(() => t.close());

/** 福建 附件4 with every hazard safe but one: what the pack's form calls unsafe. */
function answersWithHazard(): Answers {
  const { id, version } = visitFormOf(packOf('beijing')!, '2026-11-23');
  const definition = formDefinition(id, version)!;
  const answers = calm(definition);
  const hazard = definition.sections.flatMap(({ fields }) => fields).find(({ hazard: isHazard }) => isHazard)!;
  const unsafe = optionsOf(hazard).find(({ meaning, finding }) => meaning === 'danger' && finding)!;
  return calm(definition, { ...answers, [hazard.id]: unsafe.code });
}

/** Answers every question that must be, with an option that finds nothing. */
function calm(definition: FormDefinition, given: Answers = {}): Answers {
  let answers = given;
  for (;;) {
    const missing = askedFields(definition, answers).find(
      (field) => field.filledBy === 'visitor' && isRequired(field, answers) && answers[field.id] === undefined,
    );
    if (!missing) return answers;
    const quiet = optionsOf(missing).find(({ finding, asksFor }) => !finding && !asksFor) ?? optionsOf(missing)[0];
    const value = missing.type === 'choices' ? [quiet!.code] : (quiet?.code ?? (missing.type === 'number' ? 1 : '无'));
    answers = { ...answers, [missing.id]: value };
  }
}

interface Family {
  elder: NewElder;
  son: Person;
}

/** 郭桂珍, 80, alone; her son 郭磊 in 深圳. */
async function register(traits: NewElder['traits'], named: boolean): Promise<Family> {
  const relativeId = ulid();
  const elder: NewElder = {
    ...{ id: ulid(), name: '郭桂珍', sex: 'female', birthDate: '1946-04-04', communityId: community },
    ...{ idNumber: idNumber('1946-04-04', 'female', 77), address: '2 号楼 3 单元 501', traits },
    relatives: [
      {
        ...{ id: relativeId, name: '郭磊', relation: 'child', kinWord: '儿子', callsElder: '妈', phone: '14200000166' },
        ...{ livesWithElder: false, circumstances: { residence: { division: '440305' } } },
      },
    ],
    ...(named ? { firstContactId: relativeId } : {}),
  };
  await t.register(elder);
  await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Visiting).assign(tx, elder.id, t.zhoumin.id));
  const son = await t.person('郭磊');
  addPhone(t, son);
  const body = { id: ulid(), relativeId };
  const as = worker.token;
  const { code } = (await t.call<{ code: string }>('POST', `/elders/${elder.id}/invitations`, { as, body })).body;
  await t.call('POST', '/invitations/acceptances', { as: son.token, body: { id: ulid(), code } });
  expect(await t.call('POST', `/kinships/${body.id}/confirmations`, { as })).toMatchObject({ status: 200 });
  await t.allow(son, RAISED);
  return { elder, son };
}

async function visit(elder: NewElder): Promise<void> {
  const form = visitFormOf(packOf('beijing')!, '2026-11-23');
  const sent = await t.send(
    t.visit(elder, { form: { id: form.id, version: form.version }, answers: answersWithHazard() }),
  );
  expect(sent).toMatchObject({ status: 201 });
  await t.work();
}

const only = async () => (await t.needs())[0]!;

describe('北京 二（五）4 转介', () => {
  it('a need goes to the first contact, who is the one to answer, and nobody else is informed', async () => {
    const { elder, son } = await register({ maritalStatus: 'widowed', lacksDailyCare: true }, true);
    expect(await t.app.nest.get(Registry).get(t.ctx(), elder.id)).toMatchObject({ packId: 'beijing' });
    await visit(elder);
    expect(await only()).toMatchObject({
      ownerKind: 'first-contact',
      level: 'first-contact',
      inform: '',
      firstContactMissing: false,
    });
    expect(t.messages(son)).toHaveLength(1);
    const page = await t.call<{ turn: { needId: string } | null }>('GET', `/parents/${elder.id}`, { as: son.token });
    expect(page.body.turn).toMatchObject({ needId: (await only()).id });
  });

  it('that the son does not answer in time goes to the community, then to the street', async () => {
    const { elder } = await register({ maritalStatus: 'widowed', lacksDailyCare: true }, true);
    await visit(elder);
    t.clock.advance(24 * HOUR + MINUTE);
    await t.tick();
    await t.work();
    expect(await only()).toMatchObject({ level: 'community' });
    const told = (await t.notices(worker)).map(({ title }) => title);
    expect(told.some((title) => title.includes('没人接，转到您这里'))).toBe(true);
    t.clock.advance(24 * HOUR);
    await t.tick();
    expect(await only()).toMatchObject({ level: 'street' });
  });

  it('that the son hands to the community is open work there', async () => {
    const { elder, son } = await register({ maritalStatus: 'widowed', lacksDailyCare: true }, true);
    await visit(elder);
    const body = { id: ulid(), choice: 'community' };
    await t.call('POST', `/needs/${(await only()).id}/answers`, { as: son.token, body });
    expect(await only()).toMatchObject({
      status: 'open',
      level: 'community',
      ownerKind: 'first-contact',
      familyWish: 'community',
    });
    const list = await t.call<{ items: { late: boolean }[] }>('GET', '/needs?status=open', { as: worker.token });
    expect(list.body.items).toMatchObject([{ late: false, level: 'community' }]);
  });

  it('of an elder in 特困 goes to the street of residence; the family is not told', async () => {
    const { elder, son } = await register(
      { maritalStatus: 'widowed', lacksDailyCare: true, assistance: ['destitute'] },
      true,
    );
    await visit(elder);
    expect(await only()).toMatchObject({ ownerKind: 'street', level: 'street', inform: '', heldFromFamily: false });
    expect(t.messages(son)).toEqual([]);
    expect(await t.notices(son)).toEqual([]);
    expect(await t.tasks()).toEqual([]);
    expect(await t.notices(streetWorker)).toHaveLength(1);
    expect(await t.notices(worker)).toHaveLength(1);
    const { body } = await t.call('GET', `/needs/${(await only()).id}`, { as: son.token });
    expect(body).toMatchObject({ view: 'family', yourTurn: false, choices: [], progress: '街道会跟进' });
    expect(await t.call('GET', `/parents/${elder.id}`, { as: son.token })).toMatchObject({ body: { turn: null } });
  });

  it('an only child need not be named: 二（一）2 says who it is', async () => {
    const { elder, son } = await register({ maritalStatus: 'widowed', lacksDailyCare: true }, false);
    await visit(elder);
    expect(await only()).toMatchObject({ ownerKind: 'first-contact', firstContactMissing: false });
    expect(t.messages(son)).toHaveLength(1);
    const { body } = await t.call<{ firstContact: object }>('GET', `/elders/${elder.id}`, { as: worker.token });
    expect(body).toMatchObject({ firstContact: { name: '郭磊' }, firstContactGap: null });
    const { body: me } = await t.call<{ kin: object[] }>('GET', '/sessions/current', { as: son.token });
    expect(me.kin).toMatchObject([{ firstContact: true }]);
  });

  it('of two children none is named: a gap, and the community acts', async () => {
    const { elder, son } = await register({ maritalStatus: 'widowed', lacksDailyCare: true }, false);
    const sister = { id: ulid(), name: '郭蕊', relation: 'child', kinWord: '女儿', livesWithElder: false };
    await t.call('POST', `/elders/${elder.id}/relatives`, { as: worker.token, body: sister });
    expect(await t.call('GET', `/elders/${elder.id}`, { as: worker.token })).toMatchObject({
      body: { firstContact: null, firstContactGap: 'choose-child' },
    });
    expect(await t.app.nest.get(Registry).firstContact(t.ctx(), elder.id)).toBeNull();
    await visit(elder);
    expect(await only()).toMatchObject({ ownerKind: 'community', level: 'community', firstContactMissing: true });
    expect(t.messages(son)).toEqual([]);
    expect(await t.tasks()).toMatchObject([{ reason: 'no-first-contact' }]);
    expect((await t.notices(worker))[0]!.lines).toContain('名册里没有第一联系人，由社区先办，请尽快补上');
  });

  it('the gap is closed by naming one, and the next need is theirs', async () => {
    const { elder, son } = await register({ maritalStatus: 'widowed', lacksDailyCare: true }, false);
    const sister = { id: ulid(), name: '郭蕊', relation: 'child', kinWord: '女儿', livesWithElder: false };
    await t.call('POST', `/elders/${elder.id}/relatives`, { as: worker.token, body: sister });
    const { id: relativeId } = elder.relatives![0]!;
    const named = await t.call('PUT', `/elders/${elder.id}/first-contact`, { as: worker.token, body: { relativeId } });
    expect(named).toMatchObject({ status: 200, body: { firstContact: true } });
    await visit(elder);
    expect(await only()).toMatchObject({ ownerKind: 'first-contact', firstContactMissing: false });
    expect(t.messages(son)).toHaveLength(1);
  });
});
