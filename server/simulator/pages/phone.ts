import type { User } from '../state/people';
import type { TemplateStanding } from '../state/subscriptions';
import type { World } from '../state/world';
import { appLink, chat } from './chat';
import { faultsPanel } from './faults-panel';
import { html, type Html } from './html';
import { icons } from './icons';
import { layout } from './layout';

/** The page that opens for a scanned plain-link code, with the link in `q`. */
const SCAN_PAGE = 'visitor/scan/index';

/** One person's phone: the chat, what can be scanned, what is allowed, and what is broken. */
export function phonePage(world: World, base: string, openid: string): string {
  const user = world.people.getOrThrow(openid);
  const count = world.messages.inbox(openid).length;
  return layout({
    base,
    title: `${count > 0 ? `(${count}) ` : ''}服务通知 · ${user.name}的手机 · 微信模拟器`,
    body: html`
      <main class="desk" data-openid="${openid}">
        <h1 class="only-heard">${user.name}的手机（微信模拟器，样例数据）</h1>
        ${chat(world, base, user)} ${scanPanel(world, base)} ${subscriptionsPanel(world, base, user)}
        ${faultsPanel(world, base, openid)}
      </main>
      <footer class="sim">
        <p>${icons.info}<span>微信模拟器，样例数据 · ${user.name}的手机</span></p>
        <nav class="tabs" aria-label="手机">
          <a href="#chat">通知</a><a href="#scan">扫一扫</a><a href="#subscriptions">订阅</a><a href="#faults">故障</a>
        </nav>
        <nav class="others" aria-label="别的手机">
          ${world.people
            .list()
            .map(
              (other) =>
                html`<a href="${base}/phones/${other.openid}" ${other.openid === openid && html`aria-current="page"`}
                  >${other.name}</a
                >`,
            )}
          <a href="${base}/">所有手机</a>
        </nav>
      </footer>
    `,
  });
}

function scanPanel(world: World, base: string): Html {
  const codes = world.doorCodes.list();
  return html`<section id="scan" class="card" aria-labelledby="scan-title">
    <h2 id="scan-title">扫一扫</h2>
    <p class="note">贴在门上的码。真手机用微信扫，这里点一下就当扫过了。</p>
    <ul class="codes" id="codes" data-live>
      ${codes.map(
        ({ id, label, url }) =>
          html`<li>
            <img src="${base}/world/door-codes/${id}/qr.png" width="132" height="132" alt="二维码：${label}" />
            <div>
              <strong>${label}</strong>
              <a
                class="button"
                href="${appLink(world, `${SCAN_PAGE}?q=${encodeURIComponent(url)}`)}"
                aria-label="扫这个码：${label}"
                data-opens-app
                >扫这个码</a
              >
            </div>
          </li>`,
      )}
      ${codes.length === 0 && html`<li class="empty">还没有门牌码。</li>`}
    </ul>
  </section>`;
}

function subscriptionsPanel(world: World, base: string, user: User): Html {
  const on = world.subscriptions.mainSwitchOn(user);
  const standings = world.subscriptions.overview(user, world.appOf(user));
  const action = `${base}/phones/${user.openid}/switches`;
  return html`<section id="subscriptions" class="card" aria-labelledby="subscriptions-title">
    <h2 id="subscriptions-title">订阅消息</h2>
    <div id="standings" data-live>
      <form method="post" action="${action}" class="line">
        <span id="main-switch">接收这个小程序的通知</span>
        <button
          role="switch"
          aria-checked="${on ? 'true' : 'false'}"
          aria-labelledby="main-switch"
          name="mainSwitch"
          value="${on ? 'off' : 'on'}"
        ></button>
      </form>
      <ul class="rows">
        ${standings.map((standing) => standingRow(standing, action))}
      </ul>
    </div>
  </section>`;
}

const CHOICES = [
  { value: 'ask', kept: null, label: '每次问我' },
  { value: 'accept', kept: 'accept', label: '总是允许' },
  { value: 'reject', kept: 'reject', label: '总是拒绝' },
] as const;

function standingRow(standing: TemplateStanding, action: string): Html {
  const { templateId, title, kept } = standing;
  return html`<li>
    <p class="line"><strong>${title}</strong><span>${leftInWords(standing)}</span></p>
    <form method="post" action="${action}" aria-label="${title}">
      <input type="hidden" name="templateId" value="${templateId}" />
      <div class="segments" role="group" aria-label="${title}：弹窗怎么答">
        ${CHOICES.map(
          (choice) =>
            html`<button name="kept" value="${choice.value}" aria-pressed="${choice.kept === kept ? 'true' : 'false'}">
              ${choice.label}
            </button>`,
        )}
      </div>
      <button class="button plain" name="popup" value="accept">在弹窗里点一次允许</button>
    </form>
  </li>`;
}

function leftInWords({ kind, subscribed, credits, kept }: TemplateStanding): string {
  if (kept === 'reject') return '不收';
  if (kind === 'long-term') return subscribed ? '长期订阅，已允许' : '长期订阅，没允许';
  return `还能收 ${credits} 条`;
}
