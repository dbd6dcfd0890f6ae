import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const BEGIN = '<!-- measured: begin -->';
const END = '<!-- measured: end -->';

/** @param {string[]} head @param {string[][]} rows @param {string} [align] of all columns but the first */
export function markdownTable(head, rows, align = '---:') {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : align))), ...rows.map(line)].join('\n');
}

/**
 * Puts what was measured between the marks of a page; the words around it are written by hand.
 * @param {string} path @param {string} title of the page, should it not be there @param {string} measured in Markdown
 */
export function writeMeasured(path, title, measured) {
  const page = existsSync(path) ? readFileSync(path, 'utf8') : `# ${title}\n\n${BEGIN}\n${END}\n`;
  const [head, tail] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (head < 0 || tail < head) throw new Error(`${path} lost its marks ${BEGIN} … ${END}`);
  writeFileSync(path, `${page.slice(0, head)}${BEGIN}\n\n${measured}\n\n${page.slice(tail)}`);
}
