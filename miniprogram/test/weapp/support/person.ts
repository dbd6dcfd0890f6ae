import { setTimeout as pause } from 'node:timers/promises';
import type { View } from './view';
import type { WeChat } from './wechat';

/** How long anything may take to appear, in ms. */
const PATIENCE_MS = 10_000;

/** What can be tapped. */
const TAPPABLE = new Set(['button', 'link', 'radio', 'checkbox', 'tab', 'switch']);

/** Somebody with the mini-program in their hand. */
export class Person {
  constructor(readonly wechat: WeChat) {}

  /** Everything that the page in front says. */
  get words(): string {
    return this.wechat.view.text;
  }

  async sees(words: string | RegExp, within = PATIENCE_MS): Promise<void> {
    const isThere = () => (typeof words === 'string' ? this.words.includes(words) : words.test(this.words));
    await this.until(`看到“${String(words)}”`, isThere, within);
  }

  /** Something of this role whose name is, or begins with, these words. */
  async finds(role: string, name: string | RegExp, within: View = this.wechat.view): Promise<View> {
    let found: View | undefined;
    const fits = (view: View) => (typeof name === 'string' ? view.name.startsWith(name) : name.test(view.name));
    const look = () => {
      const place = within.parent === null ? this.wechat.view : within;
      found = [...place.all()].find((view) => view.role === role && fits(view));
      return found !== undefined;
    };
    await this.until(`找到 ${role}“${String(name)}”`, look);
    return found!;
  }

  /** Taps the first thing that can be tapped and says this. */
  async taps(name: string | RegExp): Promise<void> {
    let found: View | undefined;
    const fits = (view: View) => (typeof name === 'string' ? view.name.includes(name) : name.test(view.name));
    await this.until(`能点“${String(name)}”`, () => {
      found = [...this.wechat.view.all()].find((view) => TAPPABLE.has(view.role) && fits(view));
      return found !== undefined;
    });
    this.wechat.emit(found!, 'tap', { x: 100, y: 100 });
  }

  /** Answers a question of the form. */
  async chooses(question: string | RegExp, option: string): Promise<void> {
    const group = await this.finds('radiogroup', question);
    const wanted = [...group.all()].find(
      ({ role, name }) => role === 'radio' && new RegExp(`^${option}(，|$)`).test(name),
    );
    if (!wanted) throw new Error(`“${String(question)}”没有“${option}”`);
    this.wechat.emit(wanted, 'tap', { x: 100, y: 100 });
    const isChosen = () =>
      [...this.wechat.view.all()].some(
        (view) => view.data.sid === wanted.data.sid && String(view.attribute('aria-checked')) === 'true',
      );
    await this.until(`“${String(question)}”选上“${option}”`, isChosen);
  }

  /** Draws a stroke on the signature's pad. */
  async signs(label: RegExp): Promise<void> {
    const pad = await this.finds('img', label);
    const { wechat } = this;
    await this.until('画板好了', () => wechat.calls.some(({ api }) => api === 'createSelectorQuery'));
    wechat.emit(pad, 'touchstart', {}, [{ x: 40, y: 90 }]);
    wechat.emit(pad, 'touchmove', {}, [{ x: 120, y: 60 }]);
    wechat.emit(pad, 'touchmove', {}, [{ x: 200, y: 110 }]);
    wechat.emit(pad, 'touchend');
    await this.sees('重写');
  }

  async until(what: string, isTrue: () => boolean, within = PATIENCE_MS): Promise<void> {
    const end = Date.now() + within;
    while (!isTrue()) {
      if (Date.now() > end) {
        const { address, errors } = this.wechat;
        throw new Error(
          `${what}：等了 ${within / 1000} 秒还没有。\n在 ${address}\n页面：${this.words.slice(0, 1500)}\n出错：${errors.join('\n')}`,
        );
      }
      await pause(20);
    }
  }
}
