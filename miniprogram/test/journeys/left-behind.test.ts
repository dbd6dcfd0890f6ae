import { checkDigit } from '@tanfang/shared';
import type { Locator } from 'playwright-core';
import { eventually, type Client } from './support/product';
import { Stage, type Device } from './support/stage';

/**
 * 济南: a grandmother who brings up her grandson, whose children have been away for work for three years, is 留守 and owed
 * a visit a month from the day on which she is registered; and what turns out otherwise is put right on her page.
 */
let stage: Stage;
let liufang: Device;
let officer: Client;

const NUMBER = '99000019560302202';
const AWAY = '从哪天起外出？';
const play = (title: string, part: () => Promise<void>) => it(title, () => stage.play(part), 120_000);

beforeAll(async () => {
  stage = await Stage.open('left-behind');
}, 120_000);
afterAll(() => stage?.close());

const relative = (place: number) => liufang.page.locator('.relative').nth(place);
const dialog = () => liufang.page.getByRole('dialog').filter({ visible: true });

async function addRelative(place: number, name: string, relation: string, lives: string): Promise<Locator> {
  await liufang.press('加一位');
  const fields = relative(place);
  await liufang.hands.write(fields.getByLabel('亲属姓名'), name);
  await liufang.hands.choose(fields.getByRole('radiogroup', { name: '和老人的关系' }), relation);
  await liufang.hands.choose(fields.getByRole('radiogroup', { name: '亲属住在哪里' }), lives);
  return fields;
}

const registered = async () => {
  const { body } = await officer('POST', '/elders/searches', { q: '周素英' });
  const { id } = (body.items as { id: string }[])[0]!;
  return (await officer('GET', `/elders/${id}`)).body;
};

play('刘芳在手机上登记周素英：孙子同住，儿子女儿都外出三年了', async () => {
  officer = await stage.product.as('liufang');
  liufang = await stage.device();
  await liufang.signIn('liufang', '/#/officer/register/index');
  await liufang.hands.write(await liufang.sees(liufang.page.getByLabel('姓名', { exact: true })), '周素英');
  await liufang.hands.write(liufang.page.getByLabel('身份证号', { exact: true }), NUMBER + checkDigit(NUMBER));
  await liufang.hands.write(liufang.page.getByLabel('住址', { exact: true }), '16 号楼 2 单元 201');
  const asked = liufang.page.getByRole('radiogroup', { name: '亲属问过没有' });
  await liufang.hands.choose(asked, '问清楚了');
  await addRelative(0, '张小宇', '孙辈', '和老人同住');
  expect(await relative(0).getByText(AWAY).count()).toBe(0);
  for (const [place, name] of [[1, '张强'] as const, [2, '张敏'] as const]) {
    const child = await addRelative(place, name, '子女', '住在别处');
    await liufang.hands.write(child.getByLabel(AWAY, { exact: true }), '2023-11-01');
    await child.getByLabel(AWAY).first().scrollIntoViewIfNeeded();
    await liufang.step(`child-${place}`);
  }
  await liufang.hands.choose(liufang.page.getByRole('radiogroup', { name: '婚姻' }), '丧偶');
  await liufang.sees(liufang.page.getByRole('heading', { name: '方案还要问的' }));
  // Of another place's plan.
  expect(await liufang.page.getByText('登记时勾的等级').count()).toBe(0);
  await liufang.page.getByRole('heading', { name: '方案还要问的' }).scrollIntoViewIfNeeded();
  await liufang.step('plan-questions');
  await liufang.press(liufang.page.getByRole('button', { name: '登记', exact: true }));
  await liufang.sees('登记好了');
  await liufang.sees('留守');
  await liufang.sees(/^每月一次$/);
  await liufang.step('registered');
  expect(await registered()).toMatchObject({ categories: ['left-behind'], every: 'month' });
});

play('她在这个月该探访的名单里', async () => {
  await eventually(
    '周素英在名单里',
    async () => (await officer('GET', '/worklist?limit=100')).body.items as { name: string }[],
    (items) => items.some(({ name }) => name === '周素英'),
  );
});

play('问下来儿子没有外出：改成不清楚，就不算留守；原来是听错了，再填回去', async () => {
  await liufang.press('改情况，张强');
  await liufang.sees('张强的情况');
  await liufang.step('change-relative');
  await liufang.press(dialog().getByRole('button', { name: `${AWAY}，改成不清楚` }));
  await liufang.press(dialog().getByRole('button', { name: '存下' }));
  await liufang.sees('不属于特殊困难');
  await liufang.step('not-left-behind');
  expect(await registered()).toMatchObject({ categories: [], every: null });
  await liufang.press('改情况，张强');
  await liufang.hands.write(dialog().getByLabel(AWAY, { exact: true }), '2023-11-01');
  await liufang.press(dialog().getByRole('checkbox', { name: /^紧急联系人/ }));
  await liufang.press(dialog().getByRole('button', { name: '存下' }));
  await liufang.sees('紧急联系人');
  await liufang.sees(/^每月一次$/);
  await liufang.step('left-behind-again');
  const { categories, relatives } = await registered();
  expect(categories).toEqual(['left-behind']);
  expect(relatives).toContainEqual(expect.objectContaining({ name: '张强', emergencyContact: true }));
});

play('在电脑上补：签了家庭养老床位', async () => {
  const { id } = await registered();
  liufang = await stage.device({ desk: true });
  await liufang.page.setViewportSize({ width: 1280, height: 800 });
  await liufang.signIn('liufang', `/#/officer/elder/index?id=${id as string}`);
  await liufang.sees('周素英，70 岁');
  await liufang.step('at-a-pc');
  await liufang.press(/^补充、改情况/);
  const bed = dialog().getByRole('checkbox', { name: '家庭养老床位' });
  await liufang.press(bed);
  await bed.scrollIntoViewIfNeeded();
  await liufang.step('plan-facts-at-a-pc');
  await liufang.press(dialog().getByRole('button', { name: '存下' }));
  await dialog().waitFor({ state: 'detached' });
  expect(await registered()).toMatchObject({ policy: { serviceProvider: 'contracted' }, categories: ['left-behind'] });
  await liufang.press('改情况，张敏');
  await liufang.sees('张敏的情况');
  await liufang.step('change-relative-at-a-pc');
});

it('一路上没有严重的无障碍错误，没有截断的字、太小的按钮', () => {
  expect(stage.faults).toEqual([]);
});
