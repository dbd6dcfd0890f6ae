import type { PushRecord, PushSettings } from '../state/pushes';
import type { World } from '../state/world';
import { html, type Html } from './html';
import { chatTime } from './time';

const EVENTS: Record<string, string> = {
  subscribe_msg_sent_event: '订阅消息送到没有',
  subscribe_msg_popup_event: '订阅弹窗里的选择',
  subscribe_msg_change_event: '在设置里拒收',
  user_authorization_revoke: '收回授权',
  user_authorization_cancellation: '注销',
};
const STATES: Record<PushRecord['state'], string> = { waiting: '正在推', taken: '收下了', gone: '没人收，不再推' };
const SHOWN = 8;

/** What the platform tells the app by itself (消息推送), newest first, and how it tells it. */
export function pushPanel(world: World, base: string): Html | false {
  const settings = world.pushes.settings(world.apps[0]?.appid ?? '');
  if (!settings) return false;
  const records = world.pushes.list().slice(-SHOWN).reverse();
  return html`<section id="pushes" class="card" aria-labelledby="pushes-title">
    <h2 id="pushes-title">平台推送</h2>
    <ul class="rows" id="push-list" data-live>
      ${records.map((record) => row(world, record))}
      ${records.length === 0 && html`<li class="empty">还没有推送过。</li>`}
    </ul>
    <form method="post" action="${base}/pushes" class="fields">
      <label
        >推不推<select name="on">
          ${options(settings.on ? 'on' : 'off', { on: '推', off: '不推' })}
        </select></label
      >
      <label
        >模式<select name="mode">
          ${options(settings.mode, { safe: '安全模式', plain: '明文模式' })}
        </select></label
      >
      <label
        >格式<select name="format">
          ${options(settings.format, { json: 'JSON', xml: 'XML' })}
        </select></label
      >
      <label
        >等多少毫秒再推<input name="delayMs" type="number" min="0" max="600000" value="${settings.delayMs}" required
      /></label>
      <button class="button">改成这样</button>
    </form>
  </section>`;
}

/** @param form as the browser sends it */
export function pushChanges(form: Record<string, string | undefined>): Partial<PushSettings> {
  const { on, mode, format, delayMs } = form;
  return {
    on: on === 'on',
    mode: mode as PushSettings['mode'],
    format: format as PushSettings['format'],
    delayMs: Number(delayMs),
  };
}

function options(chosen: string, choices: Record<string, string>): Html[] {
  return Object.entries(choices).map(
    ([value, label]) => html`<option value="${value}" ${value === chosen && html`selected`}>${label}</option>`,
  );
}

function row(world: World, { at, event, openid, tries, state, answer }: PushRecord): Html {
  const who = world.people.list().find((user) => user.openid === openid)?.name ?? '已经离开的人';
  const said = state === 'taken' || answer === '' ? '' : `，答的是：${answer}`;
  return html`<li class="line">
    <span
      ><strong>${EVENTS[event] ?? event}</strong
      ><span class="note">${who}，${chatTime(at, world.clock())}，推了 ${tries} 次${said}</span></span
    >
    <span>${STATES[state]}</span>
  </li>`;
}
