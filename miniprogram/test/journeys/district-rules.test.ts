import { eventually, type Client } from './support/product';
import { Stage, type Device } from './support/stage';

/** 方案没写明的，区里怎么定、定了以后谁看得到、老人那里怎么变。 */
let stage: Stage;
let hanlixin: Device;
let district: Client;

const play = (title: string, part: () => Promise<void>) => it(title, () => stage.play(part), 90_000);
// On a PC a table's link, on a phone a row: both begin with our reading.
const SECONDARY = /^原文“重点人群”写了两遍|每半个月一次的那一句说的是次重点人群/;

beforeAll(async () => {
  stage = await Stage.open('district-rules');
  district = await stage.product.as('hanlixin');
}, 120_000);
afterAll(async () => {
  await stage?.close();
  expect(stage.faults).toEqual([]);
});

const elderNamed = async (name: string): Promise<{ id: string; every: string }> =>
  (await district('GET', '/elders?limit=100')).body.items.find((elder: { name: string }) => elder.name === name);

play('韩立新在电脑上打开本区规定，看得到每一条现在按什么，陈玉珍那一条是本区定的', async () => {
  hanlixin = await stage.device({ by: 'keyboard', desk: true });
  await hanlixin.signIn('hanlixin', '/#/officer/morning/index');
  await hanlixin.press('规定');
  await hanlixin.sees('历下区的规定');
  await hanlixin.sees(/本区另定了 1 条/);
  await hanlixin.sees('本区定的：每半个月一次');
  await hanlixin.step('readings');
  expect((await elderNamed('陈玉珍')).every).toBe('half-month');
});

play('点开次重点老人的频次：方案怎么说，我们怎么理解，还没另定过', async () => {
  await hanlixin.press(SECONDARY);
  await hanlixin.sees('本区还没有另定过');
  await hanlixin.sees('按我们的理解');
  await hanlixin.step('reading');
});

play('改成每周，从今天起；先算影响谁，再说理由，才能定', async () => {
  const today = '2026-11-24';
  const form = hanlixin.page.getByRole('radiogroup', { name: '改成什么' });
  await hanlixin.hands.choose(form, '每周一次');
  await hanlixin.page.getByLabel('从哪天起').fill(today);
  await hanlixin.hands.write(hanlixin.page.getByLabel('理由'), '入冬以后中度失能的老人出门少，每周都要见到');
  await hanlixin.sees(hanlixin.button('先算一算会影响谁'));
  await hanlixin.press(hanlixin.button('算一算会影响谁').first());
  await hanlixin.sees('2 位老人的结果会变：2 位去得勤些');
  await hanlixin.step('weighed');
  await hanlixin.press(hanlixin.button('定下来'));
  await hanlixin.sees('定好了：今天起，每周一次');
  await hanlixin.step('decided');
});

play('两位老人从下一期起每周一次，依据里写着是本区定的，还写着理由', async () => {
  await eventually(
    '赵明德每周一次',
    () => elderNamed('赵明德'),
    ({ every }) => every === 'week',
  );
  const { id } = await elderNamed('赵明德');
  await hanlixin.open(`/?why#/officer/why/index?id=${id}`);
  await hanlixin.sees(/^本区规定（自/);
  await hanlixin.sees(/每周都要见到/);
  await hanlixin.step('why');
});

play('刘芳在手机上从今早点进来，看得到本区规定，改不了', async () => {
  const liufang = await stage.device();
  await liufang.signIn('liufang', '/#/officer/morning/index');
  await liufang.press('本区规定');
  await liufang.sees('历下区的规定');
  await liufang.step('community-readings');
  await liufang.press(SECONDARY);
  await liufang.sees('这一条由区里来定');
  await liufang.sees('入冬以后中度失能的老人出门少，每周都要见到');
  expect(await liufang.button('定下来').count()).toBe(0);
  await liufang.step('community-reading');
  await liufang.context.close();
});

play('韩立新在手机上改回来：从下个月起，又按我们的理解', async () => {
  await hanlixin.context.close();
  hanlixin = await stage.device();
  await hanlixin.signIn('hanlixin', '/#/officer/readings/index');
  await hanlixin.press(SECONDARY);
  await hanlixin.sees('现在就是这样');
  const form = hanlixin.page.getByRole('radiogroup', { name: '改成什么' });
  await hanlixin.hands.choose(form, '改回我们的理解');
  await hanlixin.page.getByLabel('从哪天起').fill('2026-12-01');
  await hanlixin.hands.write(hanlixin.page.getByLabel('理由'), '冬天过后再看，先试一周');
  await hanlixin.press(hanlixin.button('算一算会影响谁').first());
  await hanlixin.sees('2 位老人的结果会变：2 位去得少些');
  await hanlixin.press(hanlixin.button('定下来'));
  await hanlixin.sees(/定好了：12月1日起，按方案的理解/);
  await hanlixin.step('taken-back');
  expect((await elderNamed('赵明德')).every).toBe('week');
});
