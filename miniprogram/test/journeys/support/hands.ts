import type { Locator, Page } from 'playwright-core';

/** How somebody works the app. */
export interface Hands {
  press(target: Locator): Promise<void>;
  /** Picks one of a group of radio buttons, or of a row of tabs, by its words. */
  choose(group: Locator, option: string): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  /** Draws something like a signature. */
  draw(pad: Locator): Promise<void>;
}

/** A signature: shares of the pad's width and height. */
const STROKE = [
  [0.2, 0.6],
  [0.28, 0.3],
  [0.36, 0.65],
  [0.44, 0.35],
  [0.52, 0.6],
  [0.62, 0.4],
  [0.74, 0.55],
] as const;

async function strokeOn(pad: Locator): Promise<{ x: number; y: number }[]> {
  // The foot of the page may lie above it otherwise.
  await pad.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await pad.boundingBox();
  if (!box) throw new Error('签名的地方看不见');
  return STROKE.map(([x, y]) => ({ x: Math.round(box.x + x * box.width), y: Math.round(box.y + y * box.height) }));
}

/** A finger lifted in full swing flings, and Chromium takes the next tap for the end of the fling. */
const restingAt = ({ x, y }: { x: number; y: number }) => [0, 1, 0, 1, 0].map((wobble) => ({ x: x + wobble, y }));

/** One of the answers; that of last time says so in its name. */
const optionsOf = (group: Locator) => group.getByRole('radio').or(group.getByRole('tab'));
const optionIn = (group: Locator, option: string) => {
  const name = new RegExp(`^${option}(，|$)`);
  return group.getByRole('radio', { name }).or(group.getByRole('tab', { name }));
};
const isOn = async (option: Locator) =>
  ((await option.getAttribute('aria-checked')) ?? (await option.getAttribute('aria-selected'))) === 'true';

/** A finger on a phone. */
export function fingers(page: Page): Hands {
  return {
    press: (target) => target.tap(),
    choose: (group, option) => optionIn(group, option).tap(),
    write: async (field, text) => {
      await field.tap();
      await field.fill(text);
    },
    draw: async (pad) => {
      const touch = await page.context().newCDPSession(page);
      const [first, ...rest] = await strokeOn(pad);
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [first!] });
      for (const point of [...rest, ...restingAt(rest.at(-1)!)]) {
        await page.evaluate(() => new Promise(requestAnimationFrame));
        await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
      }
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await touch.detach();
    },
  };
}

/** Farther than any control of a page is from any other. */
const MOST_TABS = 150;

/** A keyboard; a mouse only for what needs drawing. */
export function keyboard(page: Page): Hands {
  const reach = async (target: Locator) => {
    await target.waitFor();
    for (let count = 0; count < MOST_TABS; count += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return showsFocus(target);
      await page.keyboard.press('Tab');
    }
    throw new Error(`按 ${MOST_TABS} 次 Tab 也到不了 ${target.toString()}`);
  };
  return {
    press: async (target) => {
      await reach(target);
      await page.keyboard.press('Enter');
    },
    choose: async (group, option) => {
      const options = optionsOf(group);
      await reach(options.and(group.locator(':not([tabindex="-1"])')).first());
      const wanted = optionIn(group, option);
      // The one that is reached is chosen by the space bar, the others by the arrows.
      if (await wanted.evaluate((element) => element === document.activeElement)) await page.keyboard.press('Space');
      const count = await options.count();
      for (let step = 0; step < count && !(await isOn(wanted)); step += 1) await page.keyboard.press('ArrowRight');
      if (!(await isOn(wanted))) throw new Error(`方向键选不到“${option}”`);
    },
    write: async (field, text) => {
      await reach(field);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText(text);
    },
    draw: async (pad) => {
      const [first, ...rest] = await strokeOn(pad);
      await page.mouse.move(first!.x, first!.y);
      await page.mouse.down();
      for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 3 });
      await page.mouse.up();
    },
  };
}

/** Somebody who cannot see where they are cannot go on. */
async function showsFocus(target: Locator): Promise<void> {
  const shown = await target.evaluate((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  });
  if (!shown) throw new Error(`看不出焦点在 ${target.toString()}`);
}
