/**
 * Writes src/styles/icons.scss and src/components/icon-names.ts from lucide's SVG files.
 * Icons are CSS masks, because WXSS has no inline <svg>. Run after changing the list: `node scripts/icons.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const lucide = join(dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')), 'icons');
const src = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');

/** Our name (what it means here) → lucide's name (what it looks like). */
const icons = {
  back: 'chevron-left',
  next: 'chevron-right',
  down: 'chevron-down',
  up: 'chevron-up',
  x: 'x',
  plus: 'plus',
  minus: 'minus',
  check: 'check',
  ok: 'circle-check',
  clock: 'clock',
  warn: 'triangle-alert',
  stop: 'octagon-alert',
  info: 'info',
  scan: 'scan-qr-code',
  qr: 'qr-code',
  offline: 'cloud-off',
  send: 'send',
  sync: 'refresh-cw',
  undo: 'undo-2',
  more: 'ellipsis',
  door: 'door-closed',
  home: 'house',
  building: 'building-2',
  place: 'map-pin',
  key: 'key',
  users: 'users',
  user: 'user',
  'user-plus': 'user-plus',
  phone: 'phone',
  message: 'message-square',
  link: 'link',
  ear: 'ear',
  eye: 'eye',
  'eye-off': 'eye-off',
  glasses: 'glasses',
  speak: 'volume-2',
  mic: 'mic',
  mind: 'brain',
  person: 'person-standing',
  accessibility: 'accessibility',
  dog: 'dog',
  bed: 'bed',
  bath: 'bath',
  meal: 'utensils',
  pill: 'pill',
  doctor: 'stethoscope',
  hospital: 'hospital',
  siren: 'siren',
  flame: 'flame',
  drop: 'droplet',
  plug: 'plug',
  'fire-extinguisher': 'fire-extinguisher',
  wrench: 'wrench',
  cold: 'snowflake',
  sun: 'sun',
  clean: 'sparkles',
  camera: 'camera',
  image: 'image',
  pen: 'pencil',
  copy: 'copy',
  trash: 'trash-2',
  search: 'search',
  filter: 'list-filter',
  download: 'download',
  upload: 'upload',
  keyboard: 'keyboard',
  star: 'star',
  heart: 'heart',
  hand: 'hand',
  help: 'hand-helping',
  list: 'list',
  file: 'file-text',
  book: 'book-text',
  receipt: 'receipt-text',
  wallet: 'wallet',
  bell: 'bell',
  chart: 'chart-column',
  calculator: 'calculator',
  flag: 'flag',
  calendar: 'calendar',
  better: 'trending-up',
  worse: 'trending-down',
  same: 'equal',
  differs: 'equal-not',
  dot: 'circle-dot',
  lock: 'lock',
  shield: 'shield-check',
  settings: 'settings',
  'log-out': 'log-out',
};

/** Drawn here because lucide has nothing of the kind: somebody walking. */
const own = {
  walk:
    '<circle cx="13.5" cy="3.8" r="1.6"/><path d="M12.5 8.5 11 14l3.2 3.2L15 22"/><path d="M11 14l-1.4 4L7 22"/>' +
    '<path d="M7.5 13l1.2-3.2 3.8-1.3 2.6 3L18 12.6"/>',
};

function lucideShapes(name) {
  return readFileSync(join(lucide, `${name}.svg`), 'utf8')
    .replace(/<!--.*?-->/s, '')
    .replace(/^[\s\S]*?<svg[\s\S]*?>/, '')
    .replace('</svg>', '')
    .replace(/\s+/g, ' ')
    .replace(/ ?\/> ?/g, '/>')
    .trim();
}

function mask(shapes) {
  const svg =
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' stroke-width='2'` +
    ` stroke-linecap='round' stroke-linejoin='round'>${shapes.replaceAll('"', "'")}</svg>`;
  return `url("data:image/svg+xml,${svg.replaceAll('%', '%25').replaceAll('#', '%23').replaceAll('<', '%3C').replaceAll('>', '%3E')}")`;
}

const drawn = {
  ...Object.fromEntries(Object.entries(icons).map(([name, theirs]) => [name, lucideShapes(theirs)])),
  ...own,
};
const names = Object.keys(drawn);
const version = JSON.parse(readFileSync(join(lucide, '..', 'package.json'), 'utf8')).version;

writeFileSync(
  join(src, 'styles', 'icons.scss'),
  `// Written by scripts/icons.mjs from lucide ${version} (ISC licence). Do not edit.\n` +
    names.map((name) => `.icon--${name} {\n  --icon: ${mask(drawn[name])};\n}\n`).join(''),
);
writeFileSync(
  join(src, 'components', 'icon-names.ts'),
  `// Written by scripts/icons.mjs. Do not edit.\n\n/** Every icon there is. */\nexport const iconNames = [\n${names
    .map((name) => `  '${name}',\n`)
    .join('')}] as const;\n\nexport type IconName = (typeof iconNames)[number];\n`,
);
