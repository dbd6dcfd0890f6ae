/** WeChat's look, drawn anew: grey ground, white cards, small grey labels. Phone width first, a desk from 900 px on. */
export const STYLE = `
:root { --ground: #ededed; --card: #fff; --ink: #1f1b16; --soft: #575757; --line: #e5e5e5; --edge: #8a8a8a;
  --green: #07c160; --deep: #0a6b3c; --sim: #3a3128; --sim-ink: #fdf1e1; --app: #23527c; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 17px/1.5 'PingFang SC', 'HarmonyOS Sans SC',
  'Noto Sans CJK SC', system-ui, sans-serif; font-variant-numeric: tabular-nums; }
h1, h2, p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: inherit; }
button, select, input { font: inherit; color: inherit; }
:focus-visible { outline: 3px solid var(--app); outline-offset: 2px; }
[hidden] { display: none !important; }
svg { flex: none; }
.only-heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.note { color: var(--soft); font-size: 16px; }
.empty { color: var(--soft); padding: 16px 0; }

.people { max-width: 720px; margin: 0 auto; padding: 20px 16px 40px; display: grid; gap: 16px; }
.head { display: grid; gap: 8px; }
.head h1 { font-size: 25px; line-height: 1.3; }
.card { background: var(--card); border-radius: 12px; padding: 16px 18px; }
.card h2 { font-size: 20px; line-height: 1.3; margin-bottom: 8px; }
.rows > li { border-top: 1px solid var(--line); padding: 12px 0; }
.rows > li:first-child { border-top: 0; }
.people .rows > li:has(> a) { padding: 0; }
.rows > li > a { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; min-height: 68px; padding: 10px 0;
  text-decoration: none; }
.rows > li > a svg { color: var(--soft); width: 20px; }
.avatar { width: 46px; height: 46px; border-radius: 6px; background: #f7ddbd; color: #6b3f0a; display: grid;
  place-items: center; font-size: 21px; font-weight: 700; flex: none; }
.who { flex: 1 1 140px; display: grid; }
.count { color: var(--soft); font-size: 16px; }
.line { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 6px 12px; }
li.line > span:first-child, form.line > span { flex: 1 1 180px; display: grid; }

.button { display: inline-grid; place-items: center; min-height: 48px; padding: 8px 18px; border: 0; border-radius: 8px;
  background: var(--deep); color: #fff; text-decoration: none; font-weight: 700; cursor: pointer; }
.button:active { background: #084f2d; }
.button.plain { background: #f2f2f2; color: var(--ink); font-weight: 400; }
.button.plain:active { background: #dcdcdc; }
.fields { display: grid; gap: 12px; margin-top: 8px; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); }
.fields label { display: grid; gap: 4px; color: var(--soft); font-size: 16px; }
.fields select, .fields input { min-height: 48px; width: 100%; padding: 8px 12px; border: 1px solid var(--edge);
  border-radius: 8px; background: #fff; color: var(--ink); font-size: 17px; }
.fields input::placeholder { color: var(--soft); opacity: 1; }
.fields .button { grid-column: 1 / -1; }

[role='switch'] { position: relative; width: 56px; height: 48px; border: 0; background: none; cursor: pointer; }
[role='switch']::before { content: ''; position: absolute; inset: 8px 0; border-radius: 16px; background: var(--edge); }
[role='switch']::after { content: ''; position: absolute; top: 11px; left: 3px; width: 26px; height: 26px;
  border-radius: 50%; background: #fff; transition: transform 150ms; }
[role='switch'][aria-checked='true']::before { background: var(--deep); }
[role='switch'][aria-checked='true']::after { transform: translateX(24px); }
.segments { display: flex; margin: 8px 0; border: 1px solid var(--edge); border-radius: 8px; overflow: hidden; }
.segments button { flex: 1; min-height: 48px; border: 0; border-left: 1px solid var(--edge); background: #fff;
  cursor: pointer; }
.segments button:first-child { border-left: 0; }
.segments button[aria-pressed='true'] { background: #e3f4ea; color: #07512c; font-weight: 700;
  box-shadow: inset 0 -3px var(--deep); }
.segments button:focus-visible { outline-offset: -4px; }
.codes { display: grid; gap: 12px; margin-top: 12px; }
.codes li { display: flex; flex-wrap: wrap; align-items: center; gap: 12px 16px; }
.codes li > div { flex: 1 1 150px; display: grid; gap: 8px; justify-items: start; }
.codes img { border: 1px solid var(--line); border-radius: 8px; }

.phone { display: flex; flex-direction: column; background: var(--ground); min-height: 0; }
.status-bar { display: grid; grid-template-columns: 1fr auto 1fr; align-items: center; padding: 12px 20px 2px;
  font-size: 16px; }
.status-bar #clock { font-weight: 700; }
.status-bar .signs { display: flex; gap: 8px; justify-content: flex-end; }
.chat-head { display: grid; grid-template-columns: 48px 1fr 48px; align-items: center; border-bottom: 1px solid #d5d5d5; }
.chat-head h2 { font-size: 18px; text-align: center; }
.icon { display: grid; place-items: center; width: 48px; height: 48px; color: var(--ink); }
.log { flex: 1; min-height: 0; overflow-y: auto; padding: 4px 16px 20px; }
.log:focus-visible { outline-offset: -3px; }
.log > .empty { text-align: center; padding: 72px 24px; }
.log > ol:has(li) + .empty { display: none; }
#offline { text-align: center; color: #8a4f00; padding: 8px; }
.when { text-align: center; color: var(--soft); font-size: 15px; padding: 14px 0 8px; }
article { background: var(--card); border-radius: 10px; padding: 13px 18px 0; }
article .app { display: flex; align-items: center; gap: 8px; color: var(--soft); font-size: 16px; }
.logo { width: 26px; height: 26px; border-radius: 50%; background: var(--app); color: #fff; display: grid;
  place-items: center; }
.logo svg { width: 16px; height: 16px; }
article h3 { font-size: 21px; line-height: 1.35; margin: 8px 0; }
article dl { display: grid; gap: 8px; padding-bottom: 14px; }
article dl > div { display: grid; grid-template-columns: minmax(80px, max-content) 1fr; gap: 10px; }
article dt { color: var(--soft); }
article dd { overflow-wrap: anywhere; }
.enter { display: flex; align-items: center; justify-content: space-between; min-height: 54px; margin: 0 -18px;
  padding: 0 18px; border-top: 1px solid var(--line); text-decoration: none; border-radius: 0 0 10px 10px; }
.enter:active { background: #f2f2f2; }
.enter svg { color: var(--soft); width: 20px; }

.sim { background: var(--sim); color: var(--sim-ink); font-size: 16px; }
.sim p { display: flex; align-items: center; gap: 10px; padding: 9px 16px; }
.sim p svg { width: 20px; }
.sim a { color: var(--sim-ink); min-height: 48px; display: grid; place-items: center; text-decoration: none; }
.sim :focus-visible { outline-color: #fff; outline-offset: -4px; }
.sim .tabs { display: flex; border-top: 1px solid #5d5145; padding-bottom: env(safe-area-inset-bottom); }
.sim .tabs a { flex: 1; }
.sim [aria-current] { font-weight: 700; box-shadow: inset 0 -3px var(--sim-ink); }
.sim .others { display: none; }

@media (max-width: 899px) {
  body:has(> .desk) { display: flex; flex-direction: column; height: 100vh; height: 100dvh; }
  .desk { flex: 1; min-height: 0; display: flex; flex-direction: column; overflow-y: auto; }
  .desk > section { display: none; border-radius: 0; flex: 1; }
  .desk > .card { flex: 1 0 auto; }
  .desk:not(:has(> section:target)) > #chat, .desk > #chat:target { display: flex; }
  .desk > .card:target { display: block; }
}

@media (min-width: 900px) {
  body:has(> .desk) { display: flex; flex-direction: column; height: 100vh; }
  .desk { flex: 1; min-height: 0; width: 100%; max-width: 1240px; margin: 0 auto; padding: 20px; display: grid; gap: 16px 24px;
    grid-template-columns: 390px minmax(0, 1fr) minmax(0, 1fr); grid-template-rows: auto 1fr; overflow-y: auto; }
  .desk > .phone { grid-row: 1 / 3; position: sticky; top: 0; height: calc(100vh - 96px); border: 1px solid #cfcfcf;
    border-radius: 28px; overflow: hidden; }
  .desk > .card { align-self: start; }
  .desk > #faults { grid-column: 2 / 4; }
  .desk .fields { grid-template-columns: repeat(auto-fit, minmax(170px, 1fr)); }
  .sim { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; padding: 0 20px; }
  .sim .tabs { display: none; }
  .sim .others { display: flex; gap: 4px; }
  .sim .others a { padding: 0 14px; }
}

@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
`;
