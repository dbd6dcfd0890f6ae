import { CATEGORIES, TIERS, VISIT_STATES, codesOf } from '@tanfang/shared';
import type { Client } from './support/product';
import { Stage, type Device } from './support/stage';

let stage: Stage;
let street: Client;

const play = (title: string, part: () => Promise<void>) => it(title, () => stage.play(part), 90_000);

beforeAll(async () => {
  stage = await Stage.open('registry');
  street = await stage.product.as('tianjun');
}, 120_000);
afterAll(() => stage?.close());

const count = async (body: object) =>
  (await street('POST', '/elders/searches', { ...body, limit: 1 })).body.totals.found;
const found = (number: number) => new RegExp(`符合条件 ${number} 人，\\s*显示 ${number} 位`);
const shownIn = (device: Device) => device.page.getByRole('dialog');
const tick = (device: Device, name: string) =>
  device.press(shownIn(device).getByRole('checkbox', { name, exact: true }));

describe('名册怎么筛', () => {
  play('每一样筛选在样例里都筛得出一部分人', async () => {
    const { all } = (await street('POST', '/elders/searches', {})).body.totals;
    expect(all).toBeGreaterThan(0);
    const numbers = await Promise.all([
      ...codesOf(TIERS).map((tier) => count({ tiers: [tier] })),
      ...codesOf(CATEGORIES).map((category) => count({ categories: [category] })),
      ...codesOf(VISIT_STATES).map((state) => count({ visits: [state] })),
      ...[true, false].map((hasFirstContact) => count({ hasFirstContact })),
    ]);
    expect(numbers.every((number) => number < all)).toBe(true);
    for (const part of [numbers.slice(0, 3), numbers.slice(3, 11), numbers.slice(11, 16), numbers.slice(16)])
      expect(part.filter((number) => number > 0).length).toBeGreaterThan(1);
  });

  play('电脑上 1280×800：键盘筛，数得清，去一位老人那里再回来还在', async () => {
    const tianjun = await stage.device({ by: 'keyboard', desk: true });
    await tianjun.page.setViewportSize({ width: 1280, height: 800 });
    await tianjun.signIn('tianjun', '/#/officer/elders/index');
    await tianjun.sees(/名册，\d+ 位老人/);
    await tianjun.step('desk');
    for (const masked of [/^9900 [*]{4}/, /^[*]{3} [*]{4}/]) {
      const lines = await tianjun.page
        .getByRole('cell', { name: masked })
        .evaluateAll((cells) =>
          cells.map((cell) => Math.round(cell.clientHeight / Number.parseFloat(getComputedStyle(cell).lineHeight))),
        );
      expect(new Set(lines)).toEqual(new Set([1]));
    }
    await tianjun.press(tianjun.button('探访情况'));
    await tianjun.sees('探访情况，可以选几样');
    await tick(tianjun, '待探访');
    // Not looked over: behind the sheet the rows of the table measure as their links alone.
    await tianjun.picture('desk-visits');
    await tianjun.press(tianjun.button('看结果'));
    await tianjun.sees(found(await count({ visits: ['owed'] })));
    await tianjun.press(tianjun.button('第一联系人'));
    await tick(tianjun, '有');
    await tianjun.press(tianjun.button('看结果'));
    const both = await count({ visits: ['owed'], hasFirstContact: true });
    expect(both).toBeGreaterThan(0);
    await tianjun.sees(found(both));
    await tianjun.step('desk-filtered');
    await tianjun.press(tianjun.page.getByRole('table').getByRole('link').first());
    await tianjun.sees(/，\d+ 岁$/);
    await tianjun.press('返回');
    await tianjun.sees(found(both));
    await tianjun.page.reload();
    await tianjun.sees(found(both));
    await tianjun.press(tianjun.button('不按探访情况筛选'));
    await tianjun.sees(found(await count({ hasFirstContact: true })));
    await tianjun.press(tianjun.button('清空'));
    await tianjun.sees(/遮住。\s*显示/);
  });

  play('手机上 390×844：一个按钮里筛；名字写中间的字也找得到', async () => {
    const tianjun = await stage.device();
    await tianjun.signIn('tianjun', '/#/officer/elders/index');
    await tianjun.sees(/名册，\d+ 位老人/);
    await tianjun.step('phone');
    await tianjun.press(tianjun.button('筛选'));
    await tick(tianjun, '重点');
    await tianjun.step('phone-sheet');
    await tianjun.press(tianjun.button('看结果'));
    await tianjun.sees(found(await count({ tiers: ['key'] })));
    await tianjun.step('phone-filtered');
    await tianjun.press(tianjun.button('清空'));
    await tianjun.hands.write(tianjun.page.getByLabel('找人'), '桂英');
    await tianjun.press(tianjun.button('找'));
    await tianjun.sees('孙桂英');
    await tianjun.sees(found(await count({ q: '桂英' })));
    await tianjun.step('phone-search');
  });

  play('没有一页有错', async () => {
    expect(stage.faults).toEqual([]);
  });
});
