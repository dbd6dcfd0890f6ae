/**
 * The code itself out of whatever a door's QR gave: a plain link (`https://…/d/CODE`, `…?code=CODE`), a weapp scene, or
 * the code typed by hand. Null when there is nothing in it.
 */
export function doorCodeOf(scanned: string): string | null {
  const text = decode(scanned).trim();
  const inQuery = /[?&#](?:code|scene|q)=([^&#\s]+)/.exec(text)?.[1];
  if (inQuery) return doorCodeOf(inQuery);
  const last =
    text
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .pop() ?? '';
  return last === '' ? null : last;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
