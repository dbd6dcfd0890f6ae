import type { World } from '../state/world';
import { faultsPanel } from './faults-panel';
import { html, type Html } from './html';
import { icons } from './icons';
import { layout } from './layout';
import { pushPanel } from './push-panel';

/** Who is who: everybody in the world, and the way to their phones. */
export function peoplePage(world: World, base: string): string {
  const people = world.people.list();
  return layout({
    base,
    title: '微信模拟器，样例数据',
    body: html`
      <main class="people">
        <header class="head">
          <h1>微信模拟器，样例数据</h1>
          <p>这里没有真的微信，人和号码都是编的。每个人有一部手机，小程序发来的通知在里面看。</p>
          <p id="offline" role="status" hidden>连不上模拟器，正在重试。</p>
        </header>
        <section class="card" aria-labelledby="people-title">
          <h2 id="people-title">打开谁的手机</h2>
          <ul class="rows" id="people" data-live>
            ${people.map((user) => personRow(world, base, user.openid))}
          </ul>
          ${people.length === 0 && html`<p class="empty">还没有人。</p>`}
        </section>
        ${pushPanel(world, base)} ${faultsPanel(world, base, null)}
      </main>
    `,
  });
}

function personRow(world: World, base: string, openid: string): Html {
  const { name, note } = world.people.getOrThrow(openid);
  const count = world.messages.inbox(openid).length;
  return html`<li>
    <a href="${base}/phones/${openid}">
      <span class="avatar" aria-hidden="true">${[...name][0] ?? ''}</span>
      <span class="who"><strong>${name}</strong>${note !== null && html`<span class="note">${note}</span>`}</span>
      <span class="count">${count === 0 ? '没有通知' : `${count} 条通知`}</span>
      ${icons.forward}
    </a>
  </li>`;
}
