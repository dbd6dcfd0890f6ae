/** Markup that is safe to put into other markup. Everything else is escaped by `html`. */
export class Html {
  constructor(readonly text: string) {}
}

type Piece = string | number | null | false | Html | Html[];

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Fills a template; texts are escaped, `null` and `false` leave nothing behind. */
export function html(parts: TemplateStringsArray, ...pieces: Piece[]): Html {
  const filled = parts.map((part, index) => part + textOf(pieces[index] ?? null));
  return new Html(filled.join(''));
}

function textOf(piece: Piece): string {
  if (piece === null || piece === false) return '';
  if (piece instanceof Html) return piece.text;
  if (Array.isArray(piece)) return piece.map((one) => one.text).join('');
  return String(piece).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
