import { html, type Html } from './html';

export interface Page {
  /** Where the simulator is mounted, '' or `/simulator`. */
  base: string;
  title: string;
  body: Html;
}

export function layout({ base, title, body }: Page): string {
  return html`<!doctype html>
    <html lang="zh-CN" data-base="${base}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="${base}/assets/icon.svg" />
        <link rel="stylesheet" href="${base}/assets/simulator.css" />
        <script src="${base}/assets/simulator.js" defer></script>
      </head>
      <body>
        ${body}
      </body>
    </html>`.text;
}
