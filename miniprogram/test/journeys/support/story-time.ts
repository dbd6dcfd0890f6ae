/**
 * When the journeys take place: a Tuesday morning, so that the same elders are due on every run, nobody is asleep (no
 * notices between 21:00 and 07:00) and pictures show the same day. From there the clock runs on as usual.
 */
export const STORY_BEGINS = Date.parse('2026-11-24T09:40:00+08:00');

/** How far the clocks of server and browsers are put forward, in ms; taken once, so that all of them agree. */
export const storyShift = STORY_BEGINS - Date.now();

/**
 * Puts the clock of a process or a page forward. Sent as text to where it runs, so it may use nothing from outside.
 * Timers are not touched: a minute takes a minute.
 */
export function shiftClock(byMs: number): void {
  const Real = Date;
  const now = () => Real.now() + byMs;
  globalThis.Date = new Proxy(Real, {
    apply: () => new Real(now()).toString(),
    construct: (target, args: [], newTarget) => {
      const given: unknown[] = args.length === 0 ? [now()] : args;
      return Reflect.construct(target, given, newTarget) as object;
    },
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });
}

/** Source text that puts the clock of where it is run forward. */
export const sourceOfShift = (byMs: number) => `(${shiftClock.toString()})(${byMs});`;

/** The same, to the time of the journeys. */
export const shiftSource = sourceOfShift(storyShift);
