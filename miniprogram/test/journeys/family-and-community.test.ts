import { eventually, openidOf, type Client } from './support/product';
import { Stage, type Device } from './support/stage';
import { elderIdOf, handInVisit } from './support/visits';

let stage: Stage;
let community: Client;

const play = (title: string, part: () => Promise<void>) => it(title, () => stage.play(part), 90_000);

beforeAll(async () => {
  stage = await Stage.open('family-and-community');
  community = await stage.product.as('liufang');
}, 120_000);
afterAll(() => stage?.close());

describe('家人绑定老人：社区给码，家人填码，社区确认', () => {
  let liufang: Device;
  let relative: Device;
  let code = '';

  play('刘芳在王淑英的页面上，给还没有账号的女儿赵丽做一个邀请码', async () => {
    liufang = await stage.device({ by: 'keyboard', desk: true });
    await liufang.signIn('liufang', '/#/officer/elders/index');
    await liufang.sees('王淑英');
    await liufang.step('registry');
    await liufang.hands.write(liufang.page.getByLabel('找人'), '王淑英');
    await liufang.page.keyboard.press('Enter');
    await liufang.sees('显示 1 位');
    await liufang.press('王淑英');
    await liufang.sees('王淑英，81 岁');
    await liufang.step('elder');
    await liufang.press('给邀请码，赵丽');
    await liufang.sees('给赵丽邀请码');
    await liufang.press('做一个邀请码');
    const shown = await liufang.sees(liufang.page.locator('.code-to-read'));
    code = (await shown.innerText()).replace(/\s/g, '');
    expect(code).toMatch(/^[0-9A-Z]{8}$/);
    await liufang.step('invitation');
  });

  play('家人在手机上填码，填错一位说得清楚；填对后等社区确认，什么也看不到', async () => {
    relative = await stage.device();
    await relative.signIn('liuyang', '/#/family/bind/index');
    const field = relative.page.getByLabel('邀请码');
    await relative.hands.write(field, code.slice(0, 7));
    await relative.press(relative.button('绑定'));
    await relative.sees('邀请码是 8 位，现在是 7 位');
    await relative.step('code-too-short');
    await relative.hands.write(field, code.toLowerCase());
    await relative.press(relative.button('绑定'));
    await relative.sees(/王\*+.*等社区确认|王\*+所在社区/);
    await relative.step('awaiting');
    const page = await relative.page.getByRole('main').filter({ visible: true }).innerText();
    expect(page).not.toContain('王淑英');
  });

  play('刘芳看到手机号对不上，核实后确认', async () => {
    await liufang.open('/#/officer/kinships/index');
    await liufang.sees('赵丽，王淑英的女儿');
    await liufang.sees('手机号和名册里的不一样');
    await liufang.step('kinships');
    const card = liufang.page.locator('.card').filter({ hasText: '赵丽，王淑英的女儿' });
    await liufang.press(card.getByRole('button', { name: '是本人，确认' }));
    await liufang.sees('核实过是赵丽本人？');
    await liufang.step('confirm-kinship');
    await liufang.press(liufang.page.getByRole('dialog').getByRole('button', { name: '确认', exact: true }));
    await eventually(
      '绑定已确认',
      () => community('GET', '/kinships?status=confirmed'),
      ({ body }) => body.items.some((item: { relativeName: string }) => item.relativeName === '赵丽'),
    );
  });

  play('家人这边自己打开，看得到老人', async () => {
    await relative.press('看看确认了没有');
    await relative.sees('王淑英，81 岁');
    await relative.sees('来看过的人');
    await relative.step('sees-parent');
  });
});

describe('有事微信告诉我', () => {
  play('王静点一下、允许，就能多收一次；不允许的，一次也不加', async () => {
    const wangjing = await stage.device();
    await wangjing.signIn('wangjing', '/#/family/parent/index');
    const before = await credits('wangjing');
    await wangjing.press('有事微信告诉我');
    await wangjing.sees('允许发给您这些微信消息吗？');
    await wangjing.step('subscribe');
    await wangjing.press(wangjing.page.getByRole('dialog').getByRole('button', { name: '允许', exact: true }));
    await wangjing.sees(`还能收 ${before + 1} 次`, 10_000);
    await wangjing.step('subscribed');
    expect(await credits('wangjing')).toBe(before + 1);
    await wangjing.press('有事微信告诉我');
    await wangjing.press(wangjing.page.getByRole('dialog').getByRole('button', { name: '取消' }));
    await wangjing.sees('没开，什么时候想收再点');
    expect(await credits('wangjing')).toBe(before + 1);
  });
});

/** How many more 「家里有事」 this person's simulated phone takes. */
async function credits(persona: string): Promise<number> {
  const { body } = await stage.product.world('GET', `/phones/${openidOf(persona)}/subscriptions`);
  const templates = body.templates as { title: string; credits: number }[];
  return templates.find(({ title }) => title === '家里有事请您看看')!.credits;
}

describe('微信发不到，就由社区打电话', () => {
  let liufang: Device;
  let open = 0;

  play('王静允许的次数用完了，再有事就成了刘芳的一个电话', async () => {
    const visitor = await stage.product.as('zhoumin');
    const elderId = await elderIdOf(visitor, '李秀兰');
    const findings = [
      { spirits: 'worse' },
      { 'home-hygiene': 'worse' },
      { 'personal-hygiene': 'worse' },
      { illness: 'worse' },
      { electricity: 'unsafe' },
    ];
    const [left, before] = [await credits('wangjing'), await tasksFor('王静')];
    expect(left).toBeLessThan(findings.length);
    for (const seen of findings.slice(0, left + 1)) await handInVisit(visitor, elderId, seen);
    const tasks = await eventually(
      '给王静的电话任务',
      () => tasksFor('王静'),
      ({ length }) => length > before.length,
    );
    expect(tasks).toHaveLength(before.length + 1);
    // The call is given out while the last message is still on its way.
    await eventually(
      '允许的次数用完',
      () => credits('wangjing'),
      (count) => count === 0,
    );
    open = tasks.length;
  });

  play('刘芳写明原因看到号码，打通了，记下来', async () => {
    liufang = await stage.device();
    await liufang.signIn('liufang', '/#/officer/phone-tasks/index');
    await liufang.sees('王静，李秀兰的女儿');
    await liufang.sees('要说的：燃气要留意');
    await liufang.step('phone-tasks');
    const cards = liufang.page.locator('.card').filter({ hasText: '王静，李秀兰的女儿' });
    expect(await cards.count()).toBe(open);
    const card = cards.first();
    expect(await card.innerText()).not.toContain('14200000101');
    await liufang.press(card.getByRole('button', { name: /看号码/ }));
    await liufang.sees('看王静的电话？');
    await liufang.hands.choose(liufang.page.getByRole('radiogroup', { name: '为什么要看' }), '告诉探访看到的事');
    await liufang.step('reason');
    await liufang.press(liufang.page.getByRole('dialog').getByRole('button', { name: '看号码', exact: true }));
    await liufang.sees('14200000101');
    await liufang.hands.write(card.getByLabel(/说了什么/), '她今晚就打给妈妈');
    await liufang.step('call');
    await liufang.press(card.getByRole('button', { name: '说好了' }));
    await eventually(
      '少了一个电话',
      () => tasksFor('王静'),
      ({ length }) => length === open - 1,
    );
    await liufang.hands.choose(liufang.page.getByRole('tablist', { name: '哪些电话' }), '打过的');
    await liufang.sees('王静，李秀兰的女儿');
    await liufang.sees('告诉到了');
    await liufang.step('phone-tasks-done');
  });
});

/** Open calls to somebody. */
async function tasksFor(name: string): Promise<{ callee: { name: string } }[]> {
  const { body } = await community('GET', '/phone-tasks?status=open&limit=100');
  return (body.items as { callee: { name: string } }[]).filter(({ callee }) => callee.name === name);
}

it('一路上没有严重的无障碍错误，没有截断的字、太小的按钮', () => {
  expect(stage.faults).toEqual([]);
});
