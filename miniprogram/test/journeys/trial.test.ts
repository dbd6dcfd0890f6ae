import type { Locator } from 'playwright-core';
import { Stage, type Device, type DeviceKind } from './support/stage';

/**
 * 政策试算 with two places beside one another: 82 and alone is seen monthly in 北京 up to the last day of 2025 and weekly
 * from the next, weekly in 济南 all along.
 */
interface Way {
  name: string;
  how: string;
  kind: DeviceKind;
}

const WAYS: Way[] = [
  { name: 'trial-by-touch', how: '手机，手指点', kind: {} },
  { name: 'trial-by-keyboard', how: '电脑，只用键盘', kind: { by: 'keyboard', desk: true } },
];

describe.each(WAYS)('政策试算（$how）', ({ name, kind }) => {
  let stage: Stage;
  let liufang: Device;
  const play = (title: string, part: () => Promise<void>) => it(title, () => stage.play(part), 90_000);
  const line = (title: string): Locator =>
    liufang.page.locator('.compare').filter({ has: liufang.page.getByRole('heading', { name: title, exact: true }) });

  beforeAll(async () => {
    stage = await Stage.open(name);
  }, 120_000);
  afterAll(() => stage?.close());

  play('从一个例子开始，两个地方并排，都是每周一次', async () => {
    liufang = await stage.device(kind);
    await liufang.signIn('liufang', '/#/officer/trial/index?a=jinan&b=beijing');
    await liufang.sees('从一个例子开始');
    await liufang.step('start');
    await liufang.press(/^82 岁，独居/);
    await liufang.sees(line('多久一次').getByText('每周一次').first());
    expect(await line('多久一次').getByText('每周一次').count()).toBe(2);
    expect(await line('多久一次').getByText('不一样').count()).toBe(0);
    await liufang.step('same');
  });

  play('换到 2025 年的最后一天：北京每月一次，标出不一样，各有各的原话', async () => {
    await writeDate(liufang, '哪一天', '2025-12-31', kind.by);
    await liufang.sees(line('多久一次').getByText('每月一次'));
    await liufang.sees(line('多久一次').getByText('不一样'));
    await liufang.sees(line('多久一次').getByText('“到2024年底每月探访关爱应不少于1次”'));
    await line('多久一次').scrollIntoViewIfNeeded();
    await liufang.step('differs');
    await writeDate(liufang, '哪一天', '2026-01-01', kind.by);
    await line('多久一次').getByText('不一样').waitFor({ state: 'detached' });
    await liufang.step('same-again');
  });

  play('改一件事，结果当时就变；填错的，错在哪儿写在哪儿', async () => {
    await unfold(liufang, '身体和家里');
    await liufang.press(liufang.page.getByRole('checkbox', { name: '特困' }));
    await liufang.sees(line('看到的事').getByText('街道（乡镇）办'));
    await unfold(liufang, '年纪和住处');
    const code = liufang.page.getByLabel('常住在哪里', { exact: true });
    await liufang.hands.write(code, '370102009999');
    await liufang.sees('山东省 济南市 历下区 甸柳街道，再往下不认识');
    await liufang.hands.write(code, '37甲');
    await liufang.sees('应是行政区划代码，最多 12 位数字');
    await code.scrollIntoViewIfNeeded();
    await liufang.step('wrong-field');
    await liufang.press('常住在哪里，从区划里选');
    await liufang.press(/^山东省/);
    await liufang.press(/^济南市/);
    await liufang.press(/^历下区/);
    await liufang.sees('就到历下区');
    await liufang.step('pick-place');
    await liufang.press('就到历下区');
    await liufang.sees('山东省 济南市 历下区');
    expect(await code.inputValue()).toBe('370102');
  });

  play('也可以从名册里的一位开始，只带过来情况', async () => {
    await writeDate(liufang, '哪一天', '2026-11-24', kind.by);
    await liufang.press('换一位老人');
    const dialog = liufang.page.getByRole('dialog');
    await liufang.hands.write(dialog.getByLabel('找人'), '孙桂英');
    await liufang.press(dialog.getByRole('button', { name: '找', exact: true }));
    await liufang.sees(dialog.getByText('孙桂英').last());
    await liufang.step('from-register');
    await liufang.press(dialog.getByRole('button', { name: /^孙桂英/ }));
    await dialog.waitFor({ state: 'detached' });
    await liufang.sees(
      line('类别')
        .getByText(/重残|失能/)
        .first(),
    );
    const page = await liufang.page.getByRole('main').filter({ visible: true }).innerText();
    expect(page).not.toContain('孙桂英');
    await liufang.scrollToEnd();
    await liufang.step('registered');
  });

  it('一路上没有严重的无障碍错误，没有截断的字、太小的按钮', () => {
    expect(stage.faults).toEqual([]);
  });
});

/** Groups are folded on a phone and open at a PC. */
async function unfold(device: Device, title: string): Promise<void> {
  const head = device.page.getByRole('button', { name: new RegExp(`^${title}`) });
  if ((await head.getAttribute('aria-expanded')) === 'false') await device.press(head);
}

/** A date: filled in by a finger; by a keyboard typed in the order in which the browser asks for its parts. */
async function writeDate({ page, hands }: Device, label: string, date: string, by: DeviceKind['by']): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  if (by !== 'keyboard') return hands.write(field, date);
  const [year, month, day] = date.split('-');
  for (const typed of [`${month}${day}${year}`, `${year}\t${month}${day}`]) {
    await hands.press(field);
    for (let part = 0; part < 3; part += 1) await page.keyboard.press('ArrowLeft');
    for (const part of typed.split('\t')) {
      await page.keyboard.type(part);
      if (part === year) await page.keyboard.press('ArrowRight');
    }
    if ((await field.inputValue()) === date) return;
  }
  throw new Error(`${label}里写不成 ${date}`);
}
