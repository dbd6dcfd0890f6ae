import { source as axeSource, type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

declare const axe: { run(context: Document, options: object): Promise<AxeResults> };

interface Demands {
  /** Smallest side of anything that can be tapped, in CSS pixels. */
  target: number;
  /** Smallest text, in CSS pixels. */
  text: number;
}

/** Officers sit at a PC with a mouse; in 关怀模式 everything is for old eyes and unsteady hands. */
const demands: Record<'usual' | 'care' | 'desk', Demands> = {
  usual: { target: 44, text: 15 },
  care: { target: 44, text: 22 },
  desk: { target: 40, text: 14 },
};

export type Manner = keyof typeof demands;

/**
 * What is wrong with the page as it stands: serious and critical faults that axe finds, and what eyes would find: a page
 * wider than the screen, words cut off or outside it, targets and text too small.
 * @returns one sentence each, none if all is well
 */
export async function faultsOf(page: Page, manner: Manner): Promise<string[]> {
  return [...(await axeFaults(page)), ...(await page.evaluate(layoutFaults, demands[manner]))];
}

async function axeFaults(page: Page): Promise<string[]> {
  // Evaluated by the debugger: the page's own policy forbids scripts from elsewhere.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.slice(0, 3).map((node) => `axe ${id}: ${help} — ${node.html.slice(0, 160)} ${colours(node.any[0]?.data)}`),
    );
}

/** What axe has measured about a contrast. */
function colours(data: unknown): string {
  const { fgColor, bgColor, contrastRatio } = (data ?? {}) as {
    fgColor?: string;
    bgColor?: string;
    contrastRatio?: number;
  };
  return contrastRatio === undefined ? '' : `${fgColor} on ${bgColor}: ${contrastRatio}`;
}

/** Runs in the page. */
function layoutFaults({ target, text }: Demands): string[] {
  const faults: string[] = [];
  const width = document.documentElement.clientWidth;
  const describe = (element: Element) =>
    `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> “${(element.textContent ?? '').trim().slice(0, 30)}”`;
  const isShown = (element: Element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility === 'visible';
  };
  /** Words that only a screen reader says stand in a box of one pixel. */
  const isOnlySpoken = (element: Element) => {
    for (let each: Element | null = element; each; each = each.parentElement) {
      const box = each.getBoundingClientRect();
      if (box.width <= 1 && box.height <= 1) return true;
    }
    return false;
  };

  for (const box of [document.scrollingElement!, ...document.querySelectorAll('.taro_page, dialog[open]')]) {
    if (box.clientWidth > 0 && box.scrollWidth > box.clientWidth + 1) {
      faults.push(`内容宽 ${box.scrollWidth}，屏幕只有 ${box.clientWidth}：${describe(box)}`);
    }
  }

  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set<Element>();
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const holder = node.parentElement;
    if (!holder || node.textContent?.trim() === '' || !isShown(holder) || isOnlySpoken(holder)) continue;
    if (['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(holder.tagName)) continue;
    const size = Number.parseFloat(getComputedStyle(holder).fontSize);
    // What is hidden from screen readers decorates words that stand beside it; the sign for a door is as on paper.
    const decoration = holder.closest('[aria-hidden="true"], .sign') !== null;
    if (size < text - 0.05 && !decoration && !seen.has(holder)) faults.push(`字只有 ${size}px：${describe(holder)}`);
    const narrow = lettersOf(node).width < size * 1.5 && lettersOf(node).height > size * 2.5;
    if (narrow && !seen.has(holder)) faults.push(`一行只放得下一个字：${describe(holder)}`);
    const cut = clipOf(node, holder);
    if (cut && !seen.has(holder)) faults.push(`${cut}：${describe(holder)}`);
    seen.add(holder);
  }

  function lettersOf(node: Node): DOMRect {
    const range = document.createRange();
    range.selectNodeContents(node);
    return range.getBoundingClientRect();
  }

  /** Whether letters lie outside the screen or outside a box that cuts them off. What scrolls can be reached. */
  function clipOf(node: Node, holder: Element): string | null {
    const letters = lettersOf(node);
    const reach = { across: false, down: false };
    for (let box: Element | null = holder; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      const cutAcross = letters.left < edge.left - 1 || letters.right > edge.right + 1;
      const cutDown = letters.top < edge.top - 2 || letters.bottom > edge.bottom + 2;
      reach.across ||= ['auto', 'scroll'].includes(overflowX);
      reach.down ||= ['auto', 'scroll'].includes(overflowY);
      if (!reach.across && overflowX !== 'visible' && cutAcross) return '横着被截断';
      if (!reach.down && overflowY !== 'visible' && cutDown) return '竖着被截断';
      if (position === 'fixed') break;
    }
    return !reach.across && (letters.left < -1 || letters.right > width + 1) ? '伸到屏幕外' : null;
  }

  /** A link's place may be larger than its words: a whole row of a table, or of a card with a label. */
  function reachesAround(control: Element): boolean {
    const scroller = control.closest('.taro_page, dialog');
    const before = scroller?.scrollTop ?? 0;
    // Only what is on the screen can be hit.
    control.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width: across, height: down } = control.getBoundingClientRect();
    const label = control.closest('label');
    const isHit = (x: number, y: number) => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (control.contains(hit) || label?.contains(hit) === true);
    };
    /** How far from its middle it can be hit in one direction. */
    const extent = (byX: number, byY: number) => {
      let steps = 0;
      while (steps < target && isHit(left + across / 2 + byX * steps, top + down / 2 + byY * steps)) steps += 1;
      return steps;
    };
    const reaches = extent(-1, 0) + extent(1, 0) >= target && extent(0, -1) + extent(0, 1) >= target;
    scroller?.scrollTo({ top: before, behavior: 'instant' });
    return reaches;
  }

  for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
    if (!isShown(field) || field.value !== '') continue;
    const style = getComputedStyle(field);
    const ink = document.createElement('canvas').getContext('2d')!;
    ink.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    if (ink.measureText(field.placeholder).width > room) faults.push(`提示语放不下：“${field.placeholder}”`);
  }

  const controls =
    'a[href], button, input, textarea, select, [role=button], [role=radio], [role=checkbox], [role=switch], [role=tab]';
  for (const control of document.querySelectorAll(controls)) {
    if (!isShown(control) || isOnlySpoken(control)) continue;
    const box = control.getBoundingClientRect();
    const side = Math.min(box.width, box.height);
    if (side >= target - 0.5 || reachesAround(control)) continue;
    faults.push(`点的地方只有 ${Math.round(box.width)}×${Math.round(box.height)}：${describe(control)}`);
  }
  return faults;
}
