export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="6" fill="#3A3128"/>' +
  '<path d="M5 8h14v8h-9l-3 3v-3H5z" fill="#FDF1E1"/></svg>';

/**
 * Runs in the browser. Every 2 s the page is fetched again and its `data-live` parts are taken over, unless the focus is
 * in them; notices are appended, so that a screen reader says the new ones only.
 */
export const SCRIPT = `'use strict';
(function () {
  var EVERY_MS = 2000;
  var base = document.documentElement.dataset.base;

  /** Addresses like <prefix>/#/phones/<openid> are handed out by the app; the page itself has a plain path. */
  function followHash() {
    var match = /^#\\/phones\\/([^/?]+)/.exec(location.hash);
    if (match) location.replace(base + '/phones/' + match[1]);
  }

  function markTab() {
    var here = location.hash || '#chat';
    document.querySelectorAll('.tabs a').forEach(function (tab) {
      if (tab.hash === here) tab.setAttribute('aria-current', 'true');
      else tab.removeAttribute('aria-current');
    });
  }

  function showNewest() {
    var log = document.querySelector('.log');
    if (log) log.scrollTop = log.scrollHeight;
  }

  function append(list, fresh) {
    var known = fresh.querySelectorAll(':scope > li').length >= list.children.length;
    if (!known) {
      list.innerHTML = fresh.innerHTML;
      return;
    }
    var added = Array.from(fresh.children).filter(function (item) {
      return !document.getElementById(item.id);
    });
    added.forEach(function (item) {
      list.append(document.importNode(item, true));
    });
    if (added.length > 0) showNewest();
  }

  function takeOver(fresh) {
    document.title = fresh.title;
    document.querySelectorAll('[data-live]').forEach(function (part) {
      var next = fresh.getElementById(part.id);
      if (!next || next.innerHTML === part.innerHTML) return;
      if (part.dataset.live === 'append') append(part, next);
      else if (!part.contains(document.activeElement)) part.innerHTML = next.innerHTML;
    });
  }

  function showOffline(offline) {
    var line = document.getElementById('offline');
    if (line) line.hidden = !offline;
  }

  function refresh() {
    if (document.hidden) return Promise.resolve();
    return fetch(location.pathname, { headers: { accept: 'text/html' } })
      .then(function (response) {
        if (!response.ok) throw new Error(String(response.status));
        return response.text();
      })
      .then(function (text) {
        takeOver(new DOMParser().parseFromString(text, 'text/html'));
        showOffline(false);
      })
      .catch(function () {
        showOffline(true);
      });
  }

  function keepFresh() {
    setTimeout(function () {
      refresh().then(keepFresh);
    }, EVERY_MS);
  }

  /** The app opened from a phone can tell whose phone it is on. */
  function rememberPhone(event) {
    var link = event.target.closest('a[data-opens-app]');
    var desk = document.querySelector('[data-openid]');
    if (link && desk) localStorage.setItem('simulator.phone', desk.dataset.openid);
  }

  followHash();
  markTab();
  showNewest();
  addEventListener('hashchange', followHash);
  addEventListener('hashchange', markTab);
  addEventListener('visibilitychange', refresh);
  document.addEventListener('click', rememberPhone);
  if (document.querySelector('[data-live]')) keepFresh();
})();
`;
