import type { Message } from '../state/messages';
import type { User } from '../state/people';
import type { World } from '../state/world';
import { html, type Html } from './html';
import { icons } from './icons';
import { chatTime, clockTime } from './time';

/** The 服务通知 chat, oldest notice first. */
export function chat(world: World, base: string, user: User): Html {
  const now = world.clock();
  const messages = world.messages.inbox(user.openid);
  return html`<section id="chat" class="phone" aria-labelledby="chat-title">
    <div class="status-bar">
      <span id="clock" data-live>${clockTime(now)}</span>
      <span>样例数据</span>
      <span class="signs">${icons.signal}${icons.battery}</span>
    </div>
    <div class="chat-head">
      <a class="icon" href="${base}/" aria-label="返回，换一部手机">${icons.back}</a>
      <h2 id="chat-title">服务通知</h2>
      <a class="icon" href="#subscriptions" aria-label="订阅设置">${icons.more}</a>
    </div>
    <div class="log" role="log" aria-labelledby="chat-title" tabindex="0">
      <p id="offline" role="status" hidden>连不上模拟器，正在重试。</p>
      <ol id="messages" data-live="append">
        ${messages.map((message) => card(world, message, now))}
      </ol>
      <p class="empty">还没有通知。<br />有事要${user.name}看的时候，会发到这里。</p>
    </div>
  </section>`;
}

function card(world: World, message: Message, now: number): Html {
  const { id, at, appName, title, rows, page } = message;
  return html`<li id="message-${id}">
    <p class="when"><time datetime="${new Date(at).toISOString()}">${chatTime(at, now)}</time></p>
    <article aria-labelledby="title-${id}">
      <p class="app"><span class="logo">${icons.door}</span>${appName}</p>
      <h3 id="title-${id}">${title}</h3>
      <dl>
        ${rows.map(
          ({ label, value }) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      ${
        page !== null &&
        html`<a class="enter" href="${appLink(world, page)}" data-opens-app>进入小程序查看${icons.forward}</a>`
      }
    </article>
  </li>`;
}

/** A page of the mini-program as the browser app reaches it: `/#/family/need/index?id=…`. */
export function appLink(world: World, page: string): string {
  return `${world.appUrl}/#/${page}`;
}
