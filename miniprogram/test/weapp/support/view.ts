import type { Template } from './templates';

/** A node as Taro hands it to setData. */
export interface NodeData {
  /** Kind of template. */
  nn: string;
  sid?: string;
  /** Its own id in the page, where it has one. */
  uid?: string;
  /** Text. */
  v?: string;
  /** Class. */
  cl?: string;
  cn?: NodeData[];
  [datum: string]: unknown;
}

/** One node of what a phone would show now. */
export class View {
  constructor(
    readonly data: NodeData,
    readonly parent: View | null,
    private readonly templates: Map<string, Template>,
  ) {}

  get template(): Template | undefined {
    return this.templates.get(this.data.nn);
  }

  get children(): View[] {
    return (this.data.cn ?? []).map((child) => new View(child, this, this.templates));
  }

  /** An attribute as WXML would get it. */
  attribute(name: string): unknown {
    const datum = this.template?.attributes.get(name);
    return datum === undefined ? undefined : this.data[datum];
  }

  /** All words in it, in reading order, including what is only read out. */
  get text(): string {
    return (this.data.v ?? '') + this.children.map((child) => child.text).join('');
  }

  /** What a screen reader calls it. */
  get name(): string {
    const label = this.attribute('aria-label');
    return typeof label === 'string' && label !== '' ? label : this.text;
  }

  get role(): string {
    const role = this.attribute('aria-role');
    return typeof role === 'string' ? role : '';
  }

  /** It and everything below it. */
  *all(): Generator<View> {
    yield this;
    for (const child of this.children) yield* child.all();
  }

  /** From itself up to the page. */
  get line(): View[] {
    return [this, ...(this.parent?.line ?? [])];
  }
}

/** Changes data as setData does: `root.cn.[0].cn.[2].v` and `root.cn[0]` name a place in it. */
export function applySetData(data: Record<string, unknown>, change: Record<string, unknown>): void {
  for (const [path, value] of Object.entries(change)) {
    const steps = path.replace(/\.?\[(\d+)\]/g, '.$1').split('.');
    const last = steps.pop()!;
    let place = data as Record<string, Record<string, unknown>>;
    for (const step of steps) {
      place[step] ??= {};
      place = place[step] as Record<string, Record<string, unknown>>;
    }
    // On the phone the data crosses to another process: functions and undefined do not survive.
    place[last] = (value === undefined ? undefined : JSON.parse(JSON.stringify(value))) as Record<string, unknown>;
  }
}
