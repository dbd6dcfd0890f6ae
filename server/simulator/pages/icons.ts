import { Html } from './html';

const draw = (body: string, width = 24, height = 24) =>
  new Html(
    `<svg aria-hidden="true" focusable="false" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
      `fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${body}</svg>`,
  );

export const icons = {
  back: draw('<path d="M15 4 7 12l8 8"/>'),
  forward: draw('<path d="m9 5 7 7-7 7"/>'),
  more: draw('<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3"/>'),
  door: draw('<path d="M7 20V5a1 1 0 0 1 1-1h8a1 1 0 0 1 1 1v15M4 20h16M13.5 12h.01"/>'),
  info: draw('<circle cx="12" cy="12" r="9"/><path d="M12 11v5M12 8h.01"/>'),
  signal: draw(
    '<g fill="currentColor" stroke="none"><rect x="0" y="9" width="3" height="4" rx="1"/>' +
      '<rect x="5" y="6" width="3" height="7" rx="1"/><rect x="10" y="3" width="3" height="10" rx="1"/>' +
      '<rect x="15" y="0" width="3" height="13" rx="1"/></g>',
    18,
    13,
  ),
  battery: draw(
    '<rect x="1" y="1" width="22" height="11" rx="3" stroke-width="1.5"/>' +
      '<rect x="3" y="3" width="18" height="7" rx="1.5" fill="currentColor" stroke="none"/><path d="M25.5 5v3"/>',
    27,
    13,
  ),
};
