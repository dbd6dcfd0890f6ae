import type { Client } from './support/product';
import { eventually } from './support/product';
import { Stage, type Device } from './support/stage';
import { elderIdOf } from './support/visits';

let stage: Stage;
let visitor: Client;
let zhoumin: Device;

const play = (title: string, part: () => Promise<void>) => it(title, () => stage.play(part), 90_000);

beforeAll(async () => {
  stage = await Stage.open('door-and-network');
  visitor = await stage.product.as('zhoumin');
}, 120_000);
afterAll(() => stage?.close());

describe('在门口扫不开的码，说得清为什么、怎么办', () => {
  const scan = async (code: string) => {
    await zhoumin.open('/#/visitor/today/index');
    await zhoumin.press('扫门牌码');
    await zhoumin.hands.write(zhoumin.page.getByLabel('输入或粘贴门牌上的码'), code);
    await zhoumin.press('就是这家');
  };

  play('换过新码以后的旧码', async () => {
    const old = await stage.product.doorUrl('李秀兰');
    const community = await stage.product.as('liufang');
    const elderId = await elderIdOf(visitor, '李秀兰');
    const { body } = await community('GET', `/elders/${elderId}`);
    await community('DELETE', `/elders/${elderId}/door-codes/${body.doorCodes[0].id}`);
    zhoumin = await stage.device();
    await zhoumin.signIn('zhoumin');
    await scan(old);
    await zhoumin.sees('这张码已经作废了');
    await zhoumin.sees(/从名单里点进去，一样能探访/);
    await zhoumin.step('revoked');
  });

  play('不认识的码', async () => {
    await scan('NOT-A-DOOR-CODE');
    await zhoumin.sees('认不出这张码');
    await zhoumin.step('unknown');
  });

  play('不归自己看的老人：只说不在名单里，不说是谁家', async () => {
    await scan(await stage.product.doorUrl('陈玉珍'));
    await zhoumin.sees('这一家不在您负责的名单里');
    expect(await zhoumin.page.getByRole('main').filter({ visible: true }).innerText()).not.toContain('陈');
    await zhoumin.step('not-mine');
  });

  play('登录过期：重新登录，回到刚才那一页', async () => {
    await zhoumin.open('/#/visitor/today/index');
    await zhoumin.press('刘长河');
    await zhoumin.sees('上午常不在家');
    const address = zhoumin.page.url();
    await zhoumin.context.clearCookies();
    await zhoumin.page.reload();
    await zhoumin.sees('您想当谁？');
    await zhoumin.press(/^周敏/);
    await zhoumin.sees('上午常不在家');
    expect(new URL(zhoumin.page.url()).hash.replace(/&?(stamp|\$\w+)=[^&]*/g, '')).toBe(new URL(address).hash);
  });
});

describe('楼道里没有信号', () => {
  const answer = (question: string, option: string) =>
    zhoumin.hands.choose(zhoumin.page.getByRole('radiogroup', { name: question, exact: true }), option);

  /** From the list to a record that only has to be handed in; all is calm. */
  const fillIn = async (elder: string) => {
    const { page, hands } = zhoumin;
    await zhoumin.open('/#/visitor/today/index');
    await zhoumin.sees(/还要去/);
    await zhoumin.press(elder);
    await zhoumin.press('开始探访');
    await hands.press(page.getByRole('checkbox', { name: /^稳定/ }));
    await answer('行动能力', '一般');
    for (const question of ['疾病状况', '精神状态']) await answer(question, '无变化');
    for (const question of ['燃气安全', '水暖安全', '用电安全', '消防安全']) await answer(question, '安全');
    for (const question of ['个人卫生', '家庭卫生', '室内环境']) await answer(question, '无变化');
    await zhoumin.scrollToEnd();
    await zhoumin.press('填好了，请老人确认');
    await hands.choose(page.getByRole('radiogroup', { name: /觉得这次怎么样/ }), '满意');
    await hands.draw(page.getByRole('img', { name: /在这里签名/ }));
    await zhoumin.sees(zhoumin.button('重写'));
  };
  const recordsOf = async (elder: string): Promise<{ id: string }[]> => {
    const { body } = await visitor('GET', '/visits?mine=1&limit=100');
    return (body.items as { id: string; elderName: string }[]).filter(({ elderName }) => elderName === elder);
  };

  play('照样交得上：存好了，有网自己送出，只送一次', async () => {
    const before = await recordsOf('刘长河');
    await fillIn('刘长河');
    await zhoumin.context.setOffline(true);
    await zhoumin.sees('没有网也能交，有网自动送出');
    await zhoumin.step('offline-before');
    await zhoumin.press('提交记录');
    await zhoumin.sees('存好了，有网自动送出');
    await zhoumin.step('kept');
    await zhoumin.press('回到今日');
    await zhoumin.sees('现在没有网，照样能探访');
    await zhoumin.sees('1 份记录存好了，有网自动送出');
    await zhoumin.sees('等待送出');
    await zhoumin.step('today-offline');
    await zhoumin.press('记录');
    await zhoumin.sees('存在手机里');
    await zhoumin.step('records-offline');
    expect(await recordsOf('刘长河')).toEqual(before);
    await zhoumin.context.setOffline(false);
    await zhoumin.page.getByRole('heading', { name: '存在手机里' }).waitFor({ state: 'detached' });
    await zhoumin.sees('刘长河');
    await zhoumin.step('records-sent');
    expect(await recordsOf('刘长河')).toHaveLength(before.length + 1);
  });

  play('另一个标签页里换了人登录：不算到她名下，本人回来登录就送出', async () => {
    const before = await recordsOf('李秀兰');
    await fillIn('李秀兰');
    const headers = { 'x-tanfang-client': 'h5' };
    await zhoumin.context.request.post('/api/demo/sessions', { data: { persona: 'liufang' }, headers });
    await zhoumin.press('提交记录');
    await zhoumin.sees('这个浏览器里换了人登录');
    await zhoumin.sees('这台设备里有 1 份探访记录没送出');
    await zhoumin.step('somebody-else-signed-in');
    expect(await recordsOf('李秀兰')).toEqual(before);
    await zhoumin.press(/^周敏/);
    await zhoumin.page.waitForURL(({ hash }) => !hash.includes('sign-in'));
    await zhoumin.open('/#/visitor/records/index');
    await zhoumin.sees('李秀兰');
    await zhoumin.page.getByRole('heading', { name: '存在手机里' }).waitFor({ state: 'detached' });
    expect(await recordsOf('李秀兰')).toHaveLength(before.length + 1);
  });

  play('交上去了、回音丢了：再送一次，社区收到的还是一份', async () => {
    const before = await recordsOf('孙桂英');
    let sent = 0;
    await zhoumin.page.route('**/api/visits', async (route) => {
      sent += 1;
      if (sent > 1) return route.continue();
      // The service has it; the phone never hears so.
      await route.fetch();
      return route.abort('connectionreset');
    });
    await fillIn('孙桂英');
    await zhoumin.press('提交记录');
    await zhoumin.sees(/社区收到了|存好了/);
    await zhoumin.sees('社区收到了', 20_000);
    expect(sent).toBe(2);
    await zhoumin.page.unrouteAll();
    await eventually(
      '只有一份',
      () => recordsOf('孙桂英'),
      (records) => records.length === before.length + 1,
    );
  });
});

describe('没有信号的时候把页面关了', () => {
  play('再打开还是这个应用，今天的名单还在；有网以后照旧', async () => {
    const phone = await stage.device({ keepsApp: true });
    await phone.signIn('zhoumin');
    await phone.open('/#/visitor/today/index');
    await phone.sees('李秀兰');
    await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await phone.open('about:blank');
    await phone.context.setOffline(true);
    await phone.open('/#/visitor/today/index');
    await phone.sees('现在没有网，照样能探访');
    await phone.sees('李秀兰');
    await phone.step('opened-offline');
    await phone.context.setOffline(false);
    await phone.page.reload();
    await phone.sees('李秀兰');
    expect(await phone.page.getByText('现在没有网').count()).toBe(0);
  });
});

it('一路上没有严重的无障碍错误，没有截断的字、太小的按钮', () => {
  expect(stage.faults).toEqual([]);
});
