import { eventually, openidOf, type Client } from './support/product';
import { Stage, type Device } from './support/stage';
import { elderIdOf, handInVisit } from './support/visits';

/** What the other four plans do otherwise, one product for all of them: each part stands alone. */
let stage: Stage;

const play = (title: string, part: () => Promise<void>) => it(title, () => stage.play(part, { goesOn: true }), 120_000);

beforeAll(async () => {
  stage = await Stage.open('places');
}, 120_000);
afterAll(() => stage?.close());

interface Need {
  id: string;
  matter: string;
  title: string;
  status: string;
  owner: string;
  handler: string | null;
  firstContactMissing: boolean;
  elder: { id: string; name: string };
}

/** Needs of an elder that are not closed, as an officer sees them. */
async function needsOf(officer: Client, elderName: string): Promise<Need[]> {
  const { body } = await officer('GET', '/needs?limit=100');
  return (body.items as Need[]).filter(({ elder, status }) => elder.name === elderName && status !== 'closed');
}

const raised = (officer: Client, elderName: string, matter: string) =>
  eventually(
    `${elderName}的事到了`,
    async () => (await needsOf(officer, elderName)).find((need) => need.matter === matter),
    (need) => need !== undefined,
  ) as Promise<Need>;

const messagesOf = async (persona: string, place: string): Promise<{ id: string; title: string }[]> =>
  (await stage.product.world('GET', `/phones/${openidOf(persona, place)}/messages`)).body.items;

const phoneTasksAbout = async (officer: Client, elderName: string): Promise<object[]> => {
  const { body } = await officer('GET', '/phone-tasks?status=open&limit=100');
  return (body.items as { elderName: string }[]).filter((task) => task.elderName === elderName);
};

/** One of a question's answers, on the phone. */
const answerOn = (phone: Device) => (question: string, option: string) =>
  phone.hands.choose(phone.page.getByRole('radiogroup', { name: question, exact: true }), option);

async function openHome(phone: Device, persona: string, elderName: string): Promise<void> {
  await phone.signIn(persona, '/#/visitor/today/index');
  await phone.press(elderName);
  await phone.press('开始探访');
}

/** The last page: signed with a finger, and handed in. */
async function signAndHandIn(phone: Device): Promise<void> {
  await phone.scrollToEnd();
  await phone.press('填好了，请老人确认');
  const satisfied = phone.page.getByRole('radiogroup', { name: /觉得这次怎么样/ });
  await phone.sees(/^请.*确认$/);
  if ((await satisfied.count()) > 0) await phone.hands.choose(satisfied, '满意');
  await phone.hands.draw(phone.page.getByRole('img', { name: /签名/ }));
  await phone.sees(phone.button('重写'));
  await phone.press('提交记录');
  await phone.sees('社区收到了，谢谢您');
}

describe('北京：特困老人的事归街道，不找家人', () => {
  play('何平照北京的记录表填，田玉成想有人帮着看病拿药', async () => {
    const street = await stage.product.as('yandong');
    const before = await messagesOf('tianyong', 'beijing');
    const phone = await stage.device();
    const answer = answerOn(phone);
    await openHome(phone, 'heping', '田玉成');
    await phone.sees('人口变化');
    await answer('人口变化', '无变化');
    for (const question of ['表达能力', '行动能力', '疾病状况', '情绪状态']) await answer(question, '无变化');
    for (const hazard of ['燃气安全', '水暖安全', '用电安全', '房屋安全']) await answer(hazard, '安全');
    await phone.step('beijing-form-hazards');
    for (const question of ['个人卫生', '家庭卫生', '室内环境']) await answer(question, '无变化');
    await phone.hands.press(phone.page.getByRole('checkbox', { name: /^看病、拿药/ }));
    await phone.step('beijing-form-help');
    await signAndHandIn(phone);
    await phone.step('beijing-received');
    expect(await raised(street, '田玉成', 'medical-care')).toMatchObject({ owner: 'street', status: 'open' });
    // His nephew is the first contact, and hears nothing: neither by WeChat nor by a call.
    expect(await messagesOf('tianyong', 'beijing')).toEqual(before);
    expect(await phoneTasksAbout(await stage.product.as('lvjing'), '田玉成')).toEqual([]);
    await phone.context.close();
  });

  play('街道的严冬在电脑上看到、接下', async () => {
    const desk = await stage.device({ by: 'keyboard', desk: true });
    await desk.signIn('yandong', '/#/officer/needs/index');
    const row = await desk.sees(desk.pressable(/看病拿药要人帮/));
    await desk.step('street-needs');
    await desk.press(row);
    await desk.sees('田玉成');
    await desk.sees(/街道/);
    await desk.step('street-need');
    await desk.press('我来跟进');
    const street = await stage.product.as('yandong');
    await eventually(
      '街道接下了',
      () => raised(street, '田玉成', 'medical-care'),
      ({ handler }) => handler === 'street',
    );
    await desk.context.close();
  });
});

describe('北京：别的老人的事找第一联系人', () => {
  play('苏敏的微信来了消息，点开就是要她拿主意的事', async () => {
    const community = await stage.product.as('lvjing');
    const visitor = await stage.product.as('heping');
    const before = await messagesOf('sumin', 'beijing');
    await handInVisit(visitor, await elderIdOf(visitor, '杨秀珍'), { 'help-wanted': ['companionship'] });
    const need = await raised(community, '杨秀珍', 'companionship');
    expect(need).toMatchObject({ owner: 'first-contact', status: 'open' });
    await eventually(
      '苏敏收到微信',
      () => messagesOf('sumin', 'beijing'),
      ({ length }) => length === before.length + 1,
    );
    const phone = await stage.device();
    await phone.signIn('sumin', `/#/family/need/index?id=${need.id}`);
    await phone.sees('您想怎么办？');
    await phone.step('first-contact-need');
    await phone.hands.choose(phone.page.getByRole('radiogroup', { name: '您想怎么办？' }), '我来处理');
    await phone.press('就选我来处理');
    await phone.sees('家里在办');
    await phone.step('first-contact-taken');
    expect(await needsOf(community, '杨秀珍')).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: need.id, handler: 'family' })]),
    );
    await phone.context.close();
  });
});

describe('北京：没有第一联系人的，社区先接，再补上', () => {
  let desk: Device;
  let need: Need;

  play('冯德胜有两个孩子，谁也没定：事到社区，写明缺第一联系人', async () => {
    const community = await stage.product.as('shiwei');
    const visitor = await stage.product.as('dujuan');
    await handInVisit(visitor, await elderIdOf(visitor, '冯德胜'), { 'help-wanted': ['daily-care'] });
    need = await raised(community, '冯德胜', 'daily-care');
    expect(need).toMatchObject({ owner: 'community', firstContactMissing: true });
    desk = await stage.device({ by: 'keyboard', desk: true });
    await desk.signIn('shiwei', `/#/officer/need/index?id=${need.id}`);
    await desk.sees('名册里没有第一联系人');
    await desk.step('gap-need');
  });

  play('史伟点进去，看到按方案该由子女担任，选了大儿子', async () => {
    await desk.press('名册里没有第一联系人');
    await desk.sees('没有第一联系人');
    await desk.sees(/按方案由子女担任/);
    await desk.step('gap-elder');
    await desk.press('设为第一联系人，冯波');
    await desk.page.getByText(/按方案由子女担任/).waitFor({ state: 'detached' });
    await desk.step('gap-closed');
    const community = await stage.product.as('shiwei');
    const { body } = await community('GET', `/elders/${need.elder.id}`);
    expect(body).toMatchObject({ firstContact: { name: '冯波' }, firstContactGap: null });
  });

  play('手上这件事社区接着办完，下一件就归大儿子了', async () => {
    await desk.open(`/?close#/officer/need/index?id=${need.id}`);
    await desk.press('我来跟进');
    await desk.press('办结');
    const dialog = desk.page.getByRole('dialog');
    await desk.hands.choose(dialog.getByRole('radiogroup', { name: '结果' }), '办好了');
    await desk.hands.write(dialog.getByLabel('怎么办的'), '和大儿子说好，每天送一顿饭');
    await desk.step('gap-close');
    await desk.press(dialog.getByRole('button', { name: '办结', exact: true }));
    await desk.sees('办好了');
    const community = await stage.product.as('shiwei');
    await eventually(
      '办结了',
      () => needsOf(community, '冯德胜'),
      (open) => open.every(({ id }) => id !== need.id),
    );
    const visitor = await stage.product.as('dujuan');
    await handInVisit(visitor, need.elder.id, { 'help-wanted': ['companionship'] });
    expect(await raised(community, '冯德胜', 'companionship')).toMatchObject({
      ...{ owner: 'first-contact', firstContactMissing: false },
    });
    await desk.context.close();
  });
});

describe('辽宁：六个部分的记录表，地里的活也问', () => {
  play('包山在关长林家：家里的情况一点就是“都没变”，安全重新看，买种子化肥要人帮', async () => {
    const phone = await stage.device();
    const answer = answerOn(phone);
    await openHome(phone, 'baoshan', '关长林');
    await phone.sees('三、家庭生活条件');
    await phone.sees('上次记的');
    await phone.sees('2600 元');
    await phone.step('liaoning-household');
    await phone.press('都没变');
    await phone.sees('和上次一样');
    for (const question of ['饮水是否安全', '生活用电是否安全', '住房是否安全']) await answer(question, '安全');
    await phone.step('liaoning-household-confirmed');
    await answer('家庭人口', '无变化');
    for (const question of ['表达能力', '行动能力', '疾病状况', '情绪状态']) await answer(question, '无变化');
    for (const hazard of ['燃气安全', '水暖安全', '用电安全', '消防安全']) await answer(hazard, '安全');
    for (const question of ['个人卫生', '家庭卫生', '室内环境']) await answer(question, '无变化');
    const ticks = (name: RegExp, within: RegExp) =>
      phone.hands.press(phone.page.getByRole('group', { name: within }).getByRole('checkbox', { name }));
    await ticks(/^没有/, /^老年人服务需求/);
    await phone.sees('已答 13 / 13');
    await phone.step('liaoning-answered');
    await ticks(/^购买生产资料/, /^地里的活要不要帮/);
    await phone.step('liaoning-fields');
    await signAndHandIn(phone);
    await phone.step('liaoning-received');
    await phone.context.close();
  });

  play('交上去的六个部分都在，村里的艾新华看到要帮的活', async () => {
    const village = await stage.product.as('aixinhua');
    const need = await raised(village, '关长林', 'production-help');
    expect(need).toMatchObject({ owner: 'community', title: '买种子化肥要人帮' });
    const visitor = await stage.product.as('baoshan');
    const card = await visitor('GET', `/elders/${need.elder.id}/card`);
    expect(card.body.lastAnswers.answers).toMatchObject({ 'monthly-income': 2600, 'help-wanted': ['none'] });
    const phone = await stage.device();
    await phone.signIn('aixinhua', '/#/officer/needs/index');
    await phone.press(/买种子化肥要人帮.*关长林|关长林.*买种子化肥要人帮/s);
    await phone.sees(/生产帮助|买种子化肥要人帮/);
    await phone.step('liaoning-need');
    await phone.context.close();
  });
});

describe('石狮：信息登记表在手机上填', () => {
  let phone: Device;
  const ID_NUMBER = '990000197611180890';
  const CERTIFICATE = '99000019531003122X43';

  play('蔡美红在施玉英家填附件3，名册里有的不用再填', async () => {
    phone = await stage.device();
    await phone.signIn('caimeihong', '/#/visitor/today/index');
    await phone.press('施玉英');
    await phone.sees('还没填过');
    await phone.step('shishi-card');
    await phone.press(/^特殊困难老年人信息登记表/);
    await phone.sees('名册里已经有的');
    const page = await phone.page.getByRole('main').filter({ visible: true }).innerText();
    expect(page).not.toMatch(/\d{17}[\dX]|1420000\d{4}/);
    await phone.step('shishi-registration');
    await phone.press(phone.page.getByRole('radio', { name: '男' }).first());
    await phone.hands.write(phone.page.getByLabel('曾患病史'), '高血压');
    await phone.hands.write(phone.page.getByLabel('残疾证号'), CERTIFICATE);
    await phone.press('添一行');
    const row = (label: string) => phone.page.getByLabel(label, { exact: true });
    await phone.hands.write(row('姓名'), '施志强');
    await phone.hands.write(row('与户主关系'), '儿子');
    await phone.hands.write(row('居民身份证号码'), ID_NUMBER.slice(0, 17));
    await phone.step('shishi-members');
    const answer = answerOn(phone);
    for (const question of ['饮水是否安全', '生活用电是否安全', '住房是否安全']) await answer(question, '安全');
    await phone.scrollToEnd();
    await phone.press(/有 1 处要看看/);
    await phone.sees(/身份证号少了 1 位/);
    await phone.step('shishi-short-number');
    await phone.hands.write(row('居民身份证号码'), ID_NUMBER);
    await phone.scrollToEnd();
    await phone.step('shishi-filled');
  });

  play('交上去就能再看，身份证号再也看不全', async () => {
    await phone.press('填好了，交上去');
    await phone.sees('收到了');
    await phone.sees(/9900 \*{4} \*{4}/);
    const read = await phone.page.getByRole('main').filter({ visible: true }).innerText();
    for (const number of [ID_NUMBER, CERTIFICATE]) expect(read).not.toContain(number);
    expect(read).toContain('9900 **** **** **43');
    await phone.step('shishi-read');
    const visitor = await stage.product.as('caimeihong');
    const elderId = await elderIdOf(visitor, '施玉英');
    const { body } = await visitor('GET', `/elders/${elderId}/sheets`);
    expect(body.items).toMatchObject([{ kind: 'registration', ordinal: 1, recorder: { name: '蔡美红' } }]);
    const sheet = await visitor('GET', `/sheets/${body.items[0].id}`);
    expect(sheet.body).toMatchObject({ latest: true, answers: { 'past-illnesses': '高血压', house: 'safe' } });
  });

  play('村里的施青山在电脑上看到，有变化再改一份，头一份还在', async () => {
    const desk = await stage.device({ by: 'keyboard', desk: true });
    const village = await stage.product.as('shiqingshan');
    const { body } = await village('POST', '/elders/searches', { q: '施玉英' });
    const elderId: string = body.items[0].id;
    await desk.signIn('shiqingshan', `/#/officer/elder/index?id=${elderId}`);
    await desk.sees(/今天，蔡美红填的/);
    await desk.step('shishi-elder');
    await desk.press(/^特殊困难老年人信息登记表/);
    await desk.sees('有变化，改一份');
    await desk.step('shishi-read-desk');
    await desk.press('有变化，改一份');
    await desk.sees(/蔡美红填过/);
    await desk.hands.write(desk.page.getByLabel('曾患病史'), '高血压、腰椎间盘突出');
    await desk.step('shishi-amend');
    await desk.scrollToEnd();
    await desk.button('填好了，交上去').click();
    await desk.sees('收到了');
    const sheets = await village('GET', `/elders/${elderId}/sheets`);
    expect(sheets.body.items.map(({ ordinal }: { ordinal: number }) => ordinal)).toEqual([2, 1]);
    await desk.context.close();
    await phone.context.close();
  });
});

it('一路上没有严重的无障碍错误，没有截断的字、太小的按钮', () => {
  expect(stage.faults).toEqual([]);
});
