import { ask, type DoorCodeChoice } from './prompt';
import { request } from './request';

/**
 * Asks for a door's code: typed, pasted, or (in the demo) picked from the doors of its world.
 * @param demo whether this service is a demo, which has a list of doors
 * @returns what the code says, or null when the person gave up
 */
export async function scan(demo: boolean): Promise<string | null> {
  const choices = demo ? await demoDoors() : [];
  return ask<string | null>((answer) => ({ kind: 'scan', choices, answer }));
}

/** The list is a convenience of the demo: without it codes can still be typed. */
async function demoDoors(): Promise<DoorCodeChoice[]> {
  try {
    const { body } = await request({ method: 'GET', path: '/simulator/world/door-codes', timeoutMs: 3_000 });
    const { items } = body as { items: { url?: unknown; label?: unknown }[] };
    return items.map(doorOf).filter((door) => door.code !== '');
  } catch {
    return [];
  }
}

function doorOf({ url, label }: { url?: unknown; label?: unknown }): DoorCodeChoice {
  return {
    code: typeof url === 'string' ? url : '',
    label: typeof label === 'string' && label !== '' ? label : '门牌码',
  };
}
