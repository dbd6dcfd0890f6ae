/** A node as Taro hands it to the page through setData. */
export interface Node {
  /** Which template draws it. */
  nn?: string;
  /** Event target. */
  sid?: string;
  uid?: string;
  /** Class names. */
  cl?: string;
  /** Text of a text node. */
  v?: string;
  cn?: Node[];
  [property: string]: unknown;
}

/** All words below a node, in reading order. */
export function wordsOf(node: Node): string {
  return [typeof node.v === 'string' && node.cn === undefined ? node.v : '', ...(node.cn ?? []).map(wordsOf)].join('');
}

/** The nodes from the root down to the innermost one whose words hold `text`; null when nothing says so. */
export function pathTo(root: Node, text: string): Node[] | null {
  if (!wordsOf(root).includes(text)) return null;
  const path = [root];
  for (;;) {
    const inner: Node | undefined = path.at(-1)!.cn?.find((child) => wordsOf(child).includes(text));
    if (!inner) return path;
    path.push(inner);
  }
}

/** Puts a value at a setData path such as `root.cn.[0].cn.[2].v`. */
export function put(data: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean);
  const last = keys.pop()!;
  let at = data as Record<string, unknown>;
  for (const key of keys) at = (at[key] ??= {}) as Record<string, unknown>;
  at[last] = value;
}
