import { Stage, type Device } from './support/stage';

let stage: Stage;

const play = (title: string, part: () => Promise<void>) => it(title, () => stage.play(part), 90_000);

beforeAll(async () => {
  stage = await Stage.open('emergency');
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

describe('紧急求助：先打电话，事后记下经过，社区马上接着办', () => {
  let zhoumin: Device;
  const inSheet = (name: string | RegExp) => zhoumin.page.getByRole('dialog').getByRole('button', { name });
  const choose = (question: string, option: string) =>
    zhoumin.hands.choose(zhoumin.page.getByRole('radiogroup', { name: question, exact: true }), option);

  play('周敏打 120，打给家人', async () => {
    zhoumin = await stage.device();
    await zhoumin.context.addInitScript(withoutTelephone);
    await zhoumin.signIn('zhoumin', '/#/visitor/today/index');
    await zhoumin.press('孙桂英');
    await zhoumin.press('紧急求助');
    await zhoumin.sees('先打电话，别的都可以后补');
    await zhoumin.step('sheet');
    await zhoumin.press(inSheet(/^打 120/));
    await zhoumin.press(inSheet(/^给儿子/));
    await zhoumin.step('called');
  });

  play('记下经过：出了什么事，打给了谁，现在怎么样', async () => {
    await zhoumin.press(inSheet('记下经过'));
    await zhoumin.sees('出了什么事');
    await choose('出了什么事', '摔倒了');
    await choose('现在怎么样', '已送医');
    await zhoumin.hands.write(zhoumin.page.getByLabel(/^经过/), '倒在卫生间，人清醒，儿子跟着上了救护车');
    await zhoumin.step('record');
    await zhoumin.press(inSheet('交给社区'));
    await zhoumin.sees('记下了，已经交给社区');
    await zhoumin.step('recorded');
    await zhoumin.press(inSheet('知道了'));
  });

  play('刘芳：十分钟内有人接；老人的档案里有处置记录', async () => {
    const liufang = await stage.device({ by: 'keyboard', desk: true });
    await liufang.signIn('liufang', '/#/officer/needs/index');
    await liufang.press(/摔倒了，已送医/);
    await liufang.sees(/记下：\d\d:\d\d 出的事。\d\d:\d\d 打 120，\d\d:\d\d 打给儿子/);
    await liufang.step('need');
    await liufang.open('/#/officer/elders/index');
    await liufang.press(/孙桂英/);
    await liufang.sees('紧急求助的处置记录');
    await liufang.step('elder');
  });

  play('没有网：存在手机里，有网自己送出', async () => {
    await zhoumin.open('/#/visitor/today/index');
    await zhoumin.press('李秀兰');
    await zhoumin.press('紧急求助');
    await zhoumin.context.setOffline(true);
    await zhoumin.press(inSheet('记下经过'));
    await choose('出了什么事', '叫不醒');
    await choose('现在怎么样', '还在处理');
    await zhoumin.press(inSheet('交给社区'));
    await zhoumin.sees('存好了，有网自动送出');
    await zhoumin.step('waiting');
    await zhoumin.context.setOffline(false);
    await zhoumin.sees('记下了，已经交给社区');
  });
});

describe('北京：第一联系人在最前，120 就在下面', () => {
  play('何平打开杨秀珍的紧急求助', async () => {
    const heping = await stage.device();
    await heping.signIn('heping', '/#/visitor/today/index');
    await heping.press('杨秀珍');
    await heping.press('紧急求助');
    await heping.sees('第一联系人');
    await heping.step('beijing');
  });
});

it('一路上没有严重的无障碍错误，没有截断的字、太小的按钮', () => {
  expect(stage.faults).toEqual([]);
});
