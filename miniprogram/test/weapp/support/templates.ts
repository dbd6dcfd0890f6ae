import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one of the built templates makes of a node's data. */
export interface Template {
  /** view, text, input … */
  tag: string;
  /** WXML attribute → name of the datum it shows, e.g. `aria-label` → `p5`. */
  attributes: Map<string, string>;
  /** Events that reach the page's code: `tap`, `input`, `touchstart` … */
  events: Set<string>;
}

/**
 * Reads the templates of a build. A node that the code gives a handler reaches it on the phone only if its template binds
 * the event, so both sides are looked at together.
 */
export function readTemplates(dist: string): Map<string, Template> {
  const wxml = readFileSync(join(dist, 'base.wxml'), 'utf8');
  const templates = new Map<string, Template>();
  for (const [, kind, body] of wxml.matchAll(/<template name="tmpl_0_(\d+)(?:_blur)?">([\s\S]*?)<\/template>/g)) {
    const element = /<([\w-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)/.exec(body!);
    if (!element || element[1] === 'template') continue;
    templates.set(kind!, toTemplate(element[1]!, element[2]!));
  }
  return templates;
}

function toTemplate(tag: string, source: string): Template {
  const attributes = new Map<string, string>();
  const events = new Set<string>();
  for (const [, name, value] of source.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    const event = /^(?:bind|catch):?(\w+)$/.exec(name!)?.[1];
    const datum = /\bi\.(\w+)/.exec(value!)?.[1];
    if (event && value === 'eh') events.add(event);
    else if (datum) attributes.set(name!, datum);
  }
  return { tag, attributes, events };
}
