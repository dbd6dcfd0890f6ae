import { messageFor } from '../errors';
import { FAULT_KINDS, PHONE_ENDPOINTS, SERVER_ENDPOINTS, type Fault } from '../state/faults';
import type { World } from '../state/world';
import { html, type Html } from './html';

const ENDPOINTS: Record<string, string> = { '*': '所有接口', ...SERVER_ENDPOINTS };
const NAMES: Record<string, string> = { ...ENDPOINTS, ...PHONE_ENDPOINTS };
const KINDS: Record<string, string> = FAULT_KINDS;
/** The order to choose from: the line first, then the platform's own errors. (Number-like keys have no order of ours.) */
const KIND_ORDER: (keyof typeof FAULT_KINDS)[] = [
  'down',
  'hang-up',
  'hang-up-after-accepting',
  'lost',
  'slow',
  '-1',
  'expired-token',
  '40001',
  '43101',
  '45009',
  '47003',
];

/** Switches that make the platform fail. @param openid the phone to come back to, or null for the list of people */
export function faultsPanel(world: World, base: string, openid: string | null): Html {
  const faults = world.faults.list();
  const back = openid !== null && html`<input type="hidden" name="openid" value="${openid}" />`;
  return html`<section id="faults" class="card" aria-labelledby="faults-title">
    <h2 id="faults-title">让平台出故障</h2>
    <ul class="rows" id="fault-list" data-live>
      ${faults.map((fault) => faultRow(fault, base, back))}
      ${faults.length === 0 && html`<li class="empty">现在一切正常。</li>`}
    </ul>
    <form method="post" action="${base}/faults" class="fields">
      ${back}
      <label
        >哪个接口<select name="endpoint">
          ${options(Object.entries(ENDPOINTS))}
        </select></label
      >
      <label
        >怎么坏<select name="kind">
          ${options(KIND_ORDER.map((kind) => [kind, FAULT_KINDS[kind]]))}
        </select></label
      >
      <label>坏几次<input name="times" type="number" min="1" inputmode="numeric" placeholder="空着：一直坏" /></label>
      <label
        >先等多少毫秒<input
          name="delayMs"
          type="number"
          min="0"
          max="600000"
          inputmode="numeric"
          placeholder="很慢时是 3000"
      /></label>
      <button class="button">打开这个故障</button>
    </form>
  </section>`;
}

function options(choices: [value: string, label: string][]): Html[] {
  return choices.map(([value, label]) => html`<option value="${value}">${label}</option>`);
}

function faultRow({ id, endpoint, kind, left, hits, delayMs }: Fault, base: string, back: Html | false): Html {
  const name = NAMES[endpoint] ?? endpoint;
  const how = KINDS[kind] ?? `${messageFor(Number(kind))}（${kind}）`;
  const wait = delayMs > 0 ? `，先等 ${delayMs} 毫秒` : '';
  const remaining = left === null ? '一直坏' : `还坏 ${left} 次`;
  return html`<li>
    <form method="post" action="${base}/faults/${id}/removal" class="line">
      ${back}
      <span><strong>${name}：${how}</strong><span class="note">${remaining}，碰上 ${hits} 次${wait}</span></span>
      <button class="button plain" aria-label="关掉故障：${name}，${how}">关掉</button>
    </form>
  </li>`;
}
