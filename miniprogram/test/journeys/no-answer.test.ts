import { Stage, type Device } from './support/stage';

let stage: Stage;

const play = (title: string, part: () => Promise<void>) => it(title, () => stage.play(part), 90_000);

beforeAll(async () => {
  stage = await Stage.open('no-answer');
}, 120_000);
afterAll(() => stage?.close());

/** This browser has no telephone to open, and would wait for one for ever. */
function withoutTelephone(): void {
  const { navigation } = window as unknown as { navigation: EventTarget };
  navigation.addEventListener('navigate', (event) => {
    const { destination } = event as unknown as { destination: { url: string } };
    if (destination.url.startsWith('tel:')) event.preventDefault();
  });
}

let zhoumin: Device;

describe('没人开门：试三次，交给社区，社区接着找', () => {
  let liufang: Device;
  let tablet: Device;
  play('周敏在门口：敲门、打老人电话、打给家人，时间都记着', async () => {
    zhoumin = await stage.device();
    await zhoumin.context.addInitScript(withoutTelephone);
    await zhoumin.signIn('zhoumin', '/#/visitor/today/index');
    await zhoumin.press('孙桂英');
    await zhoumin.press('没人开门');
    await zhoumin.sees('先别走，试三次');
    await zhoumin.step('trying');
    await zhoumin.press('敲过了，没人应');
    await zhoumin.press(/^打给孙/);
    await zhoumin.press(/^打给儿子/);
    await zhoumin.step('tried');
  });

  play('都联系不上：交给社区，名单上看得到', async () => {
    await zhoumin.press(/都联系不上/);
    await zhoumin.sees('交给社区接着找？');
    await zhoumin.hands.write(zhoumin.page.getByLabel(/还知道什么/), '邻居说昨天还见过');
    await zhoumin.step('hand-over');
    await zhoumin.press(zhoumin.page.getByRole('dialog').getByRole('button', { name: '交给社区' }));
    await zhoumin.sees('已经交给社区，您可以走了');
    await zhoumin.step('told');
    await zhoumin.press('回到今日');
    await zhoumin.sees(/已交社区/);
    await zhoumin.step('today');
  });

  play('刘芳早上看到这件事：几点试了什么，今天要有人去', async () => {
    liufang = await stage.device({ by: 'keyboard', desk: true });
    await liufang.signIn('liufang', '/#/officer/needs/index');
    await liufang.press(/没人开门，都联系不上/);
    await liufang.sees(/敲门，\d\d:\d\d 打老人电话，\d\d:\d\d 打家人电话。邻居说昨天还见过/);
    await liufang.step('need');
    await liufang.press('我来跟进');
    await liufang.step('taken');
  });

  play('另一部手机上也看得到：已经有人在找', async () => {
    tablet = await stage.device();
    await tablet.signIn('zhoumin', '/#/visitor/today/index');
    await tablet.sees('社区在找');
    await tablet.step('other-phone');
  });

  play('刘芳办结，写一句；周敏当天就看到', async () => {
    await liufang.press('办结');
    await liufang.press(liufang.page.getByRole('radio', { name: /办好了/ }));
    await liufang.hands.write(liufang.page.getByLabel('怎么办的'), '老人去女儿家了，周五回来');
    await liufang.step('closing');
    await liufang.press(liufang.page.getByRole('dialog').getByRole('button', { name: '办结' }));
    await liufang.sees('老人去女儿家了，周五回来');
    await tablet.open('/#/visitor/today/index');
    await tablet.sees('社区回话了');
    await tablet.sees('社区：老人去女儿家了，周五回来');
    await tablet.step('answered');
    await tablet.press('孙桂英');
    await tablet.sees('社区：老人去女儿家了，周五回来');
    await tablet.step('card');
  });

  play('没有网，这部手机上也从没打开过这位老人：照样有求助，有没人开门，表也填得了', async () => {
    const fresh = await stage.device();
    await fresh.signIn('zhoumin', '/#/visitor/today/index');
    await fresh.sees('刘长河');
    await fresh.page.waitForLoadState('networkidle');
    await fresh.context.setOffline(true);
    await fresh.press('刘长河');
    await fresh.sees('现在没有网，照样能探访');
    await fresh.sees(fresh.page.getByRole('button', { name: '紧急求助' }));
    await fresh.step('never-opened');
    await fresh.press('没人开门');
    await fresh.sees('先别走，试三次');
    await fresh.page.goBack();
    // The way back is not over when the browser has begun it.
    await fresh.page.waitForURL(/visitor\/card/);
    await fresh.sees('现在没有网，照样能探访');
    await fresh.press('开始探访');
    await fresh.sees(fresh.page.getByRole('checkbox', { name: /^稳定/ }));
    await fresh.step('form-without-network');
    await fresh.context.setOffline(false);
  });

  play('没有网：存在手机里，有网自己送出', async () => {
    await zhoumin.open('/#/visitor/today/index');
    await zhoumin.press('李秀兰');
    await zhoumin.press('没人开门');
    await zhoumin.sees('先别走，试三次');
    await zhoumin.context.setOffline(true);
    await zhoumin.press(/知道去哪儿了/);
    await zhoumin.press(zhoumin.page.getByRole('radio', { name: /出门了/ }));
    await zhoumin.step('known');
    await zhoumin.press(zhoumin.page.getByRole('dialog').getByRole('button', { name: '交给社区' }));
    await zhoumin.sees('存好了，有网自动送出');
    await zhoumin.press('回到今日');
    await zhoumin.sees(/没见到，等待送出/);
    await zhoumin.step('waiting');
    await zhoumin.context.setOffline(false);
    await zhoumin.page
      .getByText(/没见到，等待送出/)
      .first()
      .waitFor({ state: 'detached' });
    await zhoumin.sees(/已交社区/);
  });
});

describe('说是出门了：社区核实过，暂时不用去；人回来了，名单上马上又有', () => {
  // Two weeks after the day on which journeys take place.
  const backOn = '2026-12-08';
  let liufang: Device;
  const confirm = (name: string) => liufang.press(liufang.page.getByRole('dialog').getByRole('button', { name }));

  play('刘芳从这件事里记：原因、哪天起、谁说的都填好了，她补上哪天回来', async () => {
    liufang = await stage.device({ by: 'keyboard', desk: true });
    await liufang.page.setViewportSize({ width: 1280, height: 800 });
    await liufang.signIn('liufang', '/#/officer/needs/index');
    await liufang.press(/没见到人，说是出门了/);
    await liufang.press('李秀兰暂时不用去');
    await liufang.sees(liufang.page.getByRole('radio', { name: /^外出/, checked: true }));
    // A date is typed part by part, in the order of the browser's language.
    await liufang.page.getByLabel('预计哪天回来').fill(backOn);
    await liufang.hands.write(liufang.page.getByLabel('怎么知道的'), '女儿电话里说接到上海去了');
    await liufang.step('away-asked');
    await confirm('暂时不用去');
    await liufang.sees('外出，到 12月8日');
    await liufang.step('away-need');
  });

  play('今早和探访两页看得到谁暂时不用去、到哪天', async () => {
    await liufang.open('/#/officer/morning/index');
    await liufang.sees('1 位');
    await liufang.step('away-morning');
    await liufang.press('暂时不用去的');
    await liufang.sees(/再按最后一天排/);
    await liufang.sees('外出，到 12月8日');
    await liufang.step('away-worklist');
  });

  play('周敏的名单上写着为什么、到哪天，不算要去的；卡片照样打得开', async () => {
    await zhoumin.open('/?away#/visitor/today/index');
    await zhoumin.sees('暂时不用去的 1 家');
    await zhoumin.sees('外出，到 12月8日');
    await zhoumin.step('away-today');
    await zhoumin.press('李秀兰');
    await zhoumin.sees('暂时不用去：外出，到 12月8日');
    await zhoumin.step('away-card');
  });

  play('提早回来了：刘芳点一下，周敏又要去', async () => {
    await liufang.press('李秀兰');
    await liufang.press('已经回来了');
    await liufang.sees('李秀兰又要人去了？');
    await liufang.step('away-back');
    await confirm('又要去了');
    await liufang.sees(liufang.page.getByRole('button', { name: '李秀兰暂时不用去' }));
    await liufang.step('away-elder');
    await zhoumin.open('/?back#/visitor/today/index');
    await zhoumin.sees('李秀兰');
    expect(await zhoumin.page.getByText('暂时不用去的 1 家').count()).toBe(0);
  });
});

it('一路上没有严重的无障碍错误，没有截断的字、太小的按钮', () => {
  expect(stage.faults).toEqual([]);
});
