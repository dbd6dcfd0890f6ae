import { eventually, type Client } from './support/product';
import { Stage, type Device, type DeviceKind } from './support/stage';

const NOTE = '她现在和我弟弟一起住，不是一个人';

const WAYS: { name: string; how: string; phone: DeviceKind; officer: DeviceKind }[] = [
  { name: 'why-by-touch', how: '手机，手指点', phone: {}, officer: {} },
  {
    ...{ name: 'why-by-keyboard', how: '只用键盘，家人开着关怀模式，社区在电脑前' },
    ...{ phone: { by: 'keyboard', care: true }, officer: { by: 'keyboard', desk: true } },
  },
];

describe.each(WAYS)('为什么（$how）', ({ name, phone, officer }) => {
  let stage: Stage;
  let community: Client;
  let wangjing: Device;
  let liufang: Device;
  const play = (title: string, part: () => Promise<void>) => it(title, () => stage.play(part), 90_000);

  beforeAll(async () => {
    stage = await Stage.open(name);
    community = await stage.product.as('liufang');
  }, 120_000);
  afterAll(() => stage?.close());

  play('王静从妈妈的页面点进来，先看到人话，再看到方案的原话', async () => {
    wangjing = await stage.device(phone);
    await wangjing.signIn('wangjing', '/#/family/parent/index');
    await wangjing.press(/^为什么这样安排/);
    await wangjing.sees('李秀兰，每周至少看一次');
    await wangjing.sees('独居：老伴不在，女儿在上海');
    await wangjing.sees('她 82 岁，满了 80');
    await wangjing.sees('“年龄≥80岁的特殊困难老年人”');
    await wangjing.sees('济南方案 二（一）1（1）');
    await wangjing.sees('方案没写明，是我们的理解');
    const words = await wangjing.page.getByRole('main').filter({ visible: true }).innerText();
    expect(words).not.toMatch(/特困|低保|jinan\./);
    await wangjing.step('family-why');
    await wangjing.scrollToEnd();
    await wangjing.step('family-why-end');
  });

  play('原文里，说到妈妈的几句在前，方案的全名在最上面', async () => {
    await wangjing.press('方案原文');
    await wangjing.sees(/济南市特殊困难老年人分类分级探访关爱和委托服务实施方案/);
    await wangjing.sees('说到妈妈的');
    await wangjing.step('family-plan');
    await wangjing.press('返回');
    await wangjing.sees('李秀兰，每周至少看一次');
  });

  play('王静说不对，社区还没看', async () => {
    await wangjing.press('不对，告诉社区');
    await wangjing.sees('哪里不对？');
    await wangjing.hands.write(wangjing.page.getByLabel('写一句就行'), NOTE);
    await wangjing.step('family-tell');
    await wangjing.press(wangjing.page.getByRole('dialog').getByRole('button', { name: '告诉社区', exact: true }));
    await wangjing.sees('告诉社区了');
    await wangjing.sees('社区还没看');
    await wangjing.step('family-told');
  });

  play('刘芳早上看到家人说不对，消息里也有，老人的页面上也有', async () => {
    await eventually(
      '社区的消息',
      () => community('GET', '/notices'),
      ({ body }) => body.items.some(({ title }: { title: string }) => title === '李秀兰家：女儿王静说有地方不对'),
    );
    liufang = await stage.device(officer);
    await liufang.signIn('liufang', '/#/officer/morning/index');
    await liufang.sees('1 条等着看');
    await liufang.press(/^家人说不对的/);
    await liufang.sees('王静，李秀兰的女儿');
    await liufang.sees(NOTE);
    await liufang.step('officer-objections');
    await liufang.press('看李秀兰的资料');
    await liufang.sees('女儿王静说有地方不对');
    await liufang.step('officer-elder');
  });

  play('每一条都说得出方案哪一条、哪句话；我们的理解标得出来', async () => {
    await liufang.press(/^每一条的依据/);
    await liufang.sees('李秀兰，每周一次');
    await liufang.sees('“年龄≥80岁的特殊困难老年人”');
    await liufang.sees('jinan.tier.key');
    await liufang.sees('jinan.referral.community');
    await liufang.sees('jinan.provider.assigned');
    await liufang.sees('jinan.entrustment.object');
    await liufang.sees('第一联系人是王静');
    await liufang.sees('方案没写明，是我们的理解');
    await liufang.step('officer-why');
  });

  play('刘芳核实后回一句，王静那里看得到', async () => {
    await liufang.open('/?answer#/officer/objections/index');
    await liufang.press('看过了，回一句');
    await liufang.sees('回王静一句');
    await liufang.hands.choose(liufang.page.getByRole('radiogroup', { name: '看过以后' }), '改好了');
    await liufang.hands.write(liufang.page.getByLabel(/回家人的话/), '已经改成和儿子同住');
    await liufang.step('officer-answer');
    await liufang.press(liufang.page.getByRole('dialog').getByRole('button', { name: '回给家人' }));
    await liufang.sees('没有要看的');
    await wangjing.page.reload();
    await wangjing.sees('社区说：已经改成和儿子同住');
    await wangjing.scrollToEnd();
    await wangjing.step('family-answered');
    await wangjing.open('/?told#/family/inbox/index');
    await wangjing.sees('您说的妈妈的情况，社区看过了');
    await wangjing.step('family-inbox');
  });

  it('一路上没有严重的无障碍错误，没有截断的字、太小的按钮', () => {
    expect(stage.faults).toEqual([]);
  });
});
